# name: nothing to stop
home porch_house
at 2026-03-02 20:00
say anna "stop the alarm"
expect decline "No alarm is ringing."
