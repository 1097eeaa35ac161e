# name: why, asked by who did not ask for it
home two_languages
at 19:00
say Ann in study "turn on the desk lamp"
expect command light.desk on_off on
expect outcome done light.desk
say Uwe in study "warum hast du das gemacht"
expect said "Weil du „turn on the desk lamp“ gesagt hast."
