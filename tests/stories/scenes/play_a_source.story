# name: what a player has itself can be played, and nothing else is promised
home talk_house
at 2026-03-02 18:00
say ben in living_room "play jazz on the radio"
expect command media_player.radio source jazz
expect outcome done media_player.radio
say ben in living_room "play the moonlight sonata on the radio"
expect decline "I can't look for the moonlight sonata: the radio plays only what it has itself."
expect no command within 5s
