# name: why the house asked
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
why asked /could mean/
