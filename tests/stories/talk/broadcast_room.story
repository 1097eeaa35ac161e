# name: told in one room
home talk_house
at 2026-03-02 20:00
say anna in kitchen "announce in the nursery that it is bedtime"
expect said "it is bedtime" in nursery
expect said "I have said it in the nursery." in kitchen
say anna in kitchen "what did you say"
expect said "I have said it in the nursery." in kitchen
