# name: nobody makes up a forecast
home weather_house
at 2026-03-02 12:00
say mia "will it rain tomorrow"
expect said "I have no forecast, I only know the weather as it is. It is cloudy, 12 degrees, 60 percent humidity."
