# name: ein Timer bis zu einer Uhrzeit
home reihenhaus
at 2026-03-02 18:30
say Mia "stell einen Timer bis sieben"
expect timer left 30m
