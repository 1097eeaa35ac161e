# name: what is put off must be a command
home porch_house
at 2026-03-02 18:00
say anna "i need a taxi in thirty minutes"
expect decline
expect no command within 31m
