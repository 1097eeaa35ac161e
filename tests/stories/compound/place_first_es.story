# name: el lugar se dice primero y vale para todo
home guarded_house
at 19:00
say luis in kitchen "en el salón sube la persiana y apaga la luz"
expect command cover.blinds position 100
expect command light.floor_lamp on_off off
