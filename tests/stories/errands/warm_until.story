# name: what was set for a time goes back to what it was
home porch_house
at 2026-03-02 18:00
say anna "set the hall thermostat to 22 degrees until 9 pm"
expect command climate.hall target_temperature 22
expect said /At nine this evening I'll set the hall thermostat to 19 degrees/
at 21:00
expect command climate.hall target_temperature 19
