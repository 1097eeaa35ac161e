# name: the robot goes and comes home
home family_house
at 10:00
say anna in study "get the robot going"
expect command vacuum.robot vacuum cleaning
after 10m
say anna in study "send the robot home"
expect command vacuum.robot vacuum docked
