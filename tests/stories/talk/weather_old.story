# name: an old report is told with its age
home weather_house
at 2026-03-02 12:00
after 30h
say mia "how warm is it outside"
expect said /It is 12 degrees outside\. But that was .* ago/
