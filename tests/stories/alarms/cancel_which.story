# name: or it is asked which one
home porch_house
at 2026-03-02 20:00
say anna "wake me tomorrow at 7 am"
say anna "wake me tomorrow at 8 am"
say anna "cancel the alarm"
expect ask "Which alarm do you mean?" choices "at seven tomorrow morning" "at eight tomorrow morning"
say anna "the first one"
expect said "Cancelled the alarm at seven tomorrow morning."
expect promise alarm
