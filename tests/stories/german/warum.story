# name: warum, auf Deutsch gefragt und erklärt
home wohnung
at 19:00
say Mia "schalte die Deckenlampe ein"
expect command light.decke on_off on
expect outcome done light.decke
say Mia "warum hast du das gemacht?"
expect said "Weil du „schalte die Deckenlampe ein“ gesagt hast."
