# name: a switch that cannot report is taken at its word
home family_house
at 10:00
say anna in study "turn on the printer"
expect command switch.printer on_off on
expect outcome unconfirmed switch.printer
expect said "Turned on the printer."
