# name: a thing whose name was heard is what the example is about
home talk_house
at 2026-03-02 18:00
say anna "is the radio not lovely these days"
expect decline "I heard the radio, but did not understand what you want of it. You could say: \"pause the radio\"."
say anna "pause the radio"
expect command media_player.radio playback paused
expect no command within 5s
