# name: morning or afternoon is asked, not guessed
home porch_house
at 2026-03-02 22:00
say anna "turn on the porch light at three"
expect ask "Do you mean at three tomorrow morning or at three tomorrow afternoon?"
expect no promise errand
say anna "in the afternoon"
expect said "At three tomorrow afternoon I'll turn on the porch light."
at 2026-03-03 03:01
expect no command
at 15:00
expect command light.porch on_off on
