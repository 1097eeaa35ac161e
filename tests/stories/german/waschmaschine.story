# name: wenn die Waschmaschine fertig ist
home reihenhaus
at 2026-03-02 18:00
switch.waschmaschine on_off on
say Mia "Sag mir Bescheid, wenn die Waschmaschine fertig ist"
expect said "Ich erinnere dich, wenn die Waschmaschine fertig ist."
say Mia "erinnere mich daran, die Wäsche aufzuhängen, wenn die Waschmaschine fertig ist"
expect said "Ich erinnere dich daran, die Wäsche aufzuhängen, wenn die Waschmaschine fertig ist."
after 30m
switch.waschmaschine on_off off
expect said /Denk daran, die Wäsche aufzuhängen/
