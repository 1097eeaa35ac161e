# name: where there is nobody else to tell
home flat
at 2026-03-02 18:00
say mia "broadcast dinner is ready"
expect decline "There is no other place where I could say it."
