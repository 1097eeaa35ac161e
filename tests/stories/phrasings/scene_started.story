# name: a scene is started
home family_house
at 20:00
say ben "start movie night"
expect command scene.movie_night scene on
