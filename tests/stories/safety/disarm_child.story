# name: a child does not disarm the house
home family_house
alarm_control_panel.house alarm armed_home
at 06:00
say tim in hallway "disarm the house alarm"
expect no command within 5s
