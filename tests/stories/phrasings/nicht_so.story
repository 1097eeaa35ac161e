# name: wer es war und was nicht sein soll, ist kein Befehl
home haus
at 20:00
say Ben "wirf das Radio nicht an"
expect decline
say Ben "das Radio ist aus"
expect any said
expect no command within 5s
