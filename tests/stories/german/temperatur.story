# name: wie warm ist es
home wohnung
at 18:00
say Mia "wie warm ist es in der Küche"
expect said "20,5 Grad"
