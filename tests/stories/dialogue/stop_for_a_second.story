# name: nobody wants the robot back after a second
home family_house
at 19:00
say anna in study "start the robot"
expect command vacuum.robot vacuum cleaning
expect outcome done vacuum.robot
say anna in study "stop it for a sec"
expect command vacuum.robot vacuum docked
expect no promise errand
expect no command within 1m
say anna in study "ok carry on"
expect command vacuum.robot vacuum cleaning
