# name: where nothing stands between, what is not clear is not done
home family_house
at 19:00
say anna in study "desk lamp on hallway light study ceiling light off"
expect decline
expect no command light.desk_lamp within 5s
