# name: wie warm ist es
home wohnung
at 18:00
say Mia "wie warm ist es in der Küche"
expect said "In der Küche sind es 20,5 Grad."
