# name: half open is a position
home family_house
at 20:00
say ben "open the bedroom curtains halfway"
expect command cover.bedroom_curtains position 50
