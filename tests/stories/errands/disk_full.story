# name: what cannot be written down is not promised
home porch_house
at 2026-03-02 18:00
disk full
say anna "turn on the porch light at 7 pm"
expect said /no way to write it down/
expect no promise errand
disk ok
at 19:01
expect no command
