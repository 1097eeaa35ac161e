# name: wer im Dunkeln dimmt, will wenig Licht
home wohnung
at 20:00
say Mia "dimm die Deckenlampe"
expect command light.decke brightness 20%
