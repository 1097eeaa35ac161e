# name: "pause" is said to what plays, wherever that is
home talk_house
at 2026-03-02 18:00
say ben in living_room "pause"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say ben in living_room "resume"
expect command media_player.radio playback playing
expect outcome done media_player.radio
say anna in kitchen "turn the volume up"
expect command media_player.radio volume 40%
expect no command within 5s
