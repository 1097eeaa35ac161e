# name: which one is asked where it may be morning or evening
home family_house
at 2026-03-02 16:00
say anna "set a timer until three o'clock"
expect ask /Do you mean/
expect no timer
say anna "in the afternoon"
expect timer left 23h
