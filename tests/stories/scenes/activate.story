# name: a scene is activated and taken at its word
home family_house
at 20:30
say ben "activate movie night"
expect command scene.movie_night scene on
expect outcome unconfirmed scene.movie_night
