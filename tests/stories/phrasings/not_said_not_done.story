# name: who did it, who should not, and what is left out are no commands
home family_house
at 20:00
say anna "I put the coffee machine on"
expect decline
say anna "should I put the coffee machine on"
expect decline
say anna "do not start the coffee machine"
expect decline
say anna "get the coffee machine"
expect decline
expect no command within 5s
