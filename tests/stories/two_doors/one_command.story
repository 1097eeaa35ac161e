# name: a lamp that two doors show is commanded once, through Home Assistant
home two_doors
at 19:00
say anna "turn on the kitchen lamp"
expect command light.kitchen on_off on through home_assistant
expect outcome done light.kitchen
expect no command within 10s
