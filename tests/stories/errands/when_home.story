# name: when I get home: not while I am there
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light when i get home"
expect said "When you get home, I'll turn on the porch light."
expect no command within 10m
person.anna presence off
expect no command within 10m
person.anna presence on
expect command light.porch on_off on
