# name: wie spät es ist
home wohnung
at 2026-03-02 19:05
say Mia "wie spät ist es"
expect said "Es ist 19:05"
