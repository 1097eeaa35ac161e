# name: when I get home
home porch_house
at 2026-03-02 18:00
person.anna presence off
say anna "remind me to water the plants when i get home"
expect said "I'll remind you when you get home: water the plants."
expect no said within 1h
person.anna presence on
expect said "A reminder: water the plants."
