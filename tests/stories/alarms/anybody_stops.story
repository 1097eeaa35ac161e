# name: whoever is there may stop one that rings
home porch_house
at 2026-03-02 20:00
say anna "wake me tomorrow at 7 am"
at 2026-03-03 07:00
expect said "It is time."
say greta "stop the alarm"
expect said "Good morning."
expect no said within 5m
