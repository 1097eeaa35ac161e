# name: less by ten percent is said of light that there is
home family_house
at 20:00
say ben "dim the reading lamp by 10 percent"
expect decline
expect no command within 5s
