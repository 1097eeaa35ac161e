# name: what can I say
home talk_house
at 2026-03-02 18:00
say tim in nursery "what can I say"
expect said /You could say: "turn on the night light"\. Or: "is the nursery window open"\. Or: "how warm is it in the nursery"/
say tim in nursery "is the nursery window open"
expect said "Yes, the nursery window is open."
say tim in nursery "how warm is it in the nursery"
expect said "21.5 degrees"
say tim in nursery "who are you"
expect said /I am Hearth/
say tim in nursery "where does my data go"
expect said /in this house/
