# name: words that stay unread make nothing of a place
home family_house
at 20:00
say anna in kitchen "don't turn the printer off in the study"
expect no command
after 1m
say anna in kitchen "was the printer off in the study"
expect no command
after 1m
say anna in kitchen "in the study"
expect no command
