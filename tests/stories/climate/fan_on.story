# name: a fan goes on
home family_house
at 15:00
say ben "turn on the ceiling fan"
expect command fan.ceiling_fan on_off on
expect outcome done fan.ceiling_fan
