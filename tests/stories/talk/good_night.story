# name: good night, and thanks
home family_house
at 23:00
say anna in bedroom "goodnight"
expect said "Good night."
expect no command light.bedside_left
say anna in bedroom "thank you"
expect said "You're welcome."
