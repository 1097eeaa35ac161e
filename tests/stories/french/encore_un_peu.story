# name: ce qui a été baissé à moitié continue à descendre
home appartement
at 19:00
say léa in salon "baisse le volet roulant à moitié"
expect command cover.volet position 50%
expect outcome done cover.volet within 30s
say léa in salon "encore un peu"
expect command cover.volet position 30%
expect outcome done cover.volet within 30s
say léa in salon "complètement"
expect command cover.volet position 0%
