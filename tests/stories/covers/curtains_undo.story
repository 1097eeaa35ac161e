# name: opened curtains close again
home family_house
at 07:30
say anna in bedroom "open the bedroom curtains"
expect command cover.bedroom_curtains position 100%
expect outcome done cover.bedroom_curtains
undo
expect command cover.bedroom_curtains position 0
expect outcome done cover.bedroom_curtains
