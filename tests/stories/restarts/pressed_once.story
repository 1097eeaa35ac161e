# name: what may have been pressed is not pressed again
home family_house
at 19:00
fault scene.movie_night lose
say anna in living_room "activate movie night"
expect command scene.movie_night scene on
kill for 1s
expect no command within 10s
