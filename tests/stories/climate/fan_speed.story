# name: a fan at a speed
home family_house
at 15:00
say ben "set the ceiling fan speed to 40%"
expect command fan.ceiling_fan speed 40%
expect outcome done fan.ceiling_fan
expect device fan.ceiling_fan on_off on
