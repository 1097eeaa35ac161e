# name: "dim" said of a lamp that is off lights it dimly, for that is what people in the dark want
home family_house
at 20:00
say ben "dim the reading lamp"
expect command light.reading_lamp brightness 20%
expect said "Set the reading lamp to 20 percent."
undo
expect any commands
expect any said
