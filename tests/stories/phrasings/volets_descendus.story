# name: le volet descend, à moitié, remonte
home appartement
at 20:00
say Léa in salon "descends le volet roulant"
expect command cover.volet position 0%
after 1m
say Léa in salon "volet roulant à moitié"
expect command cover.volet position 50%
after 1m
say Léa in salon "remonte le volet"
expect command cover.volet position 100%
