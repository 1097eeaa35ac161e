# name: von acht Lampen eines Namens wird nach dem Raum gefragt
home eight_lamps
at 19:00
say jonas "schalte die Leuchte ein"
expect ask "In welchem Raum?"
say jonas "im Büro"
expect command light.study on_off on
