# name: the radio pauses and plays on
home family_house
at 10:00
say ben "pause the radio"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say ben "resume the radio"
expect command media_player.radio playback playing
