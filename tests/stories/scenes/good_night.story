# name: a scene is meant by its name, be it a greeting
home night_house
at 23:00
say anna "good night"
expect command scene.night scene on
