# name: a scene that there is not
home family_house
at 20:30
say ben "activate party time"
expect plan decline
expect no command within 5s
why not /./
