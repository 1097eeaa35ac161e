# name: warum jemand etwas will, ist kein Befehl
home guarded_house
at 19:00
say jonas in living_room "Rollladen hoch und Stehlampe aus, ich muss lernen"
expect command cover.blinds position 100
expect command light.floor_lamp on_off off
say jonas in living_room "mach den rollladen zu weil mir kalt wird"
expect command cover.blinds position 0
