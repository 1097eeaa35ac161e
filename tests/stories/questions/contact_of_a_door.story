# name: a door that is known by its contact alone
home contacts
at 2026-03-02 18:00
say anna "is the terrace door open"
expect said /^No/
binary_sensor.terrace_door contact open
say anna "is the terrace door open"
expect said /^Yes/
say anna "open the terrace door"
expect no command
say anna "turn on the terrace door"
expect no command
