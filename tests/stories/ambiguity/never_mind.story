# name: never mind closes the question
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
say mia "never mind"
expect decline "Never mind then."
expect no command within 2m
