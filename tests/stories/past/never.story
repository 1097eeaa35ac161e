# name: what never was
home porch_house
at 2026-03-02 18:00
say anna "when was the back door last opened"
expect said "As far back as I can look, the back door was never open."
