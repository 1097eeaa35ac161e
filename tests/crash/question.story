# name: a question, its answer, and what was learned
home flat
say mia "turn on the lamp"
expect ask /Which one/
say mia "the right lamp"
expect command light.right on_off on
expect outcome done light.right
