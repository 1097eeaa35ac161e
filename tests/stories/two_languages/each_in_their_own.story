# name: each person is answered in their own language, by their own names for things
home two_languages
at 19:00
say Ann in study "turn on the desk lamp"
expect command light.desk on_off on
expect said "Turned on the desk lamp."
say Uwe in study "schalte die Schreibtischlampe aus"
expect command light.desk on_off off
expect said "Schreibtischlampe ausgeschaltet."
