# name: who is home
home talk_house
at 2026-03-02 18:00
say anna "who is home"
expect said "Anna"
say anna "is Ben home"
expect said "No, Ben is away."
say anna "is everyone home"
expect said "No, Ben is not home"
person.ben presence on
after 1m
say anna "who's at home"
expect said "Anna and Ben"
person.ben presence off
person.anna presence off
after 1m
say tim "is anyone home"
expect said "No, nobody is home."
say tim "where is Anna"
expect said "Anna is away."
