# name: der Ort steht vor allem und gilt für alles
home guarded_house
at 19:00
say jonas in kitchen "im Wohnzimmer bitte das Licht aus, den Rollladen hoch und die Heizung auf 21 Grad"
expect command light.floor_lamp on_off off
expect command cover.blinds position 100
expect command climate.heating target_temperature 21
