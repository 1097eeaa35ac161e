# name: wer nicht verstanden wird, hört, was er sagen kann
home haus
at 2026-03-02 18:00
say Anna "das Radio ist aber schön heute"
expect decline "„Radio“ habe ich gehört, aber nicht verstanden, was damit sein soll. Du kannst zum Beispiel sagen: „pausiere das Radio“."
say Anna "pausiere das Radio"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say Anna "was kann ich sagen"
expect said /„schalte die Deckenlampe ein“.*„schalte das Thekenlicht aus“/
say Anna "schalte die Deckenlampe ein"
expect command light.decke on_off on
