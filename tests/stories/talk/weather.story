# name: the weather, as a weather service has it
home weather_house
at 2026-03-02 12:00
say mia "what's the weather like"
expect said "It is cloudy, 12 degrees, 60 percent humidity."
say mia "how warm is it outside"
expect said "It is 12 degrees outside."
say mia "how windy is it"
expect said "The wind blows at 5 m/s."
weather.home text rainy
after 1m
say mia "is it raining"
expect said "It is raining, 12 degrees, 60 percent humidity."
