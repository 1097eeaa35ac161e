# name: a script runs, the mower mows
home talk_house
at 2026-03-02 18:00
say anna "run tidy up"
expect command script.tidy_up scene on
say anna "mow the lawn"
expect command lawn_mower.mower vacuum cleaning
expect outcome done lawn_mower.mower
say anna "dock the mower"
expect command lawn_mower.mower vacuum docked
