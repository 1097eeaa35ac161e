# name: a lamp goes away between question and answer
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
gone light.right
say mia "the right lamp"
expect no command light.right within 5s
