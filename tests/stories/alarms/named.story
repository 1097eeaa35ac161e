# name: a named alarm is cancelled by its name
home porch_house
at 2026-03-02 20:00
say anna "set an alarm called tea for 9 pm"
expect said /Alarm "tea" set: at nine this evening/
expect promise alarm "tea"
say anna "cancel the tea alarm"
expect said /Cancelled the alarm "tea"/
expect no promise alarm
expect no said within 2h
