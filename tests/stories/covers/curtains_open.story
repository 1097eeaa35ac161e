# name: curtains open without a question
home family_house
at 07:30
say anna in bedroom "open the bedroom curtains"
expect command cover.bedroom_curtains position 100%
expect said "Opened the bedroom curtains."
