# name: to somebody else, when that one gets home
home porch_house
at 2026-03-02 18:00
person.ben presence off
say anna "remind Ben to call his mother when he gets home"
expect said "I'll remind Ben when Ben gets home: call his mother."
expect no said within 1h
person.ben presence on
expect said "Ben, a reminder: call his mother." in bedroom
