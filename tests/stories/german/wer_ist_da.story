# name: wer zu Hause ist
home haus
at 2026-03-02 18:00
say Anna "wer ist zu Hause"
expect said "Anna"
say Anna "ist Viktor zu Hause"
expect said "Nein, Viktor ist unterwegs."
person.anna presence off
after 1m
say Anna "ist jemand zu Hause"
expect said "Nein, niemand ist zu Hause."
