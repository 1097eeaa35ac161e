# name: a timer rings in the language of the room that it was set in
home two_languages
at 18:00
say Uwe in bedroom "stelle einen Timer auf 5 Minuten"
expect said "Timer für 5 Minuten gestartet"
after 5m
expect said /timer/
