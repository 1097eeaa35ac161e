# name: the robot cleans and goes home
home family_house
at 10:00
say anna "start the robot"
expect command vacuum.robot vacuum cleaning
expect outcome done vacuum.robot
say anna "return the robot to base"
expect command vacuum.robot vacuum docked
