# name: how warm is it in the nursery
home porch_house
at 2026-03-02 18:00
say anna "how warm is it in the nursery"
expect said /21.5 degrees/
