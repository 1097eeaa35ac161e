# name: "garage door open" may be a question: it is confirmed first
home family_house
at 20:00
say anna "garage door open"
expect plan ask_back
expect no command within 5s
