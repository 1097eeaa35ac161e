# name: a question that nobody answers is forgotten
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
after 5m
say mia "the right one"
expect no command light.right within 5s
