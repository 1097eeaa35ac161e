# name: what a thermostat does not have is said
home talk_house
at 2026-03-02 18:00
say anna "set the living room thermostat fan mode to low"
expect decline "That cannot be done with the living room thermostat."
expect no command within 5s
