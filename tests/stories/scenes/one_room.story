# name: a robot that cannot be sent to one room is not sent anywhere
home talk_house
at 2026-03-02 18:00
say anna "clean the kitchen"
expect decline "I can't send the robot to one room, only through the whole home."
say anna "start the robot"
expect command vacuum.robot vacuum cleaning
