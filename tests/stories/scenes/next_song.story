# name: the next one, and back
home talk_house
at 2026-03-02 18:00
say ben in living_room "next song"
expect command media_player.radio press next
expect said "Next one on the radio."
say ben in living_room "previous track"
expect command media_player.radio press previous
expect said "Back to the one before on the radio."
say ben in living_room "next track on the television"
expect decline "That cannot be done with the television."
expect no command within 5s
