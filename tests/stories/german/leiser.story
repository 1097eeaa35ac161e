# name: leiser meint das Radio, das eben anging, auch in einem anderen Raum
home reihenhaus
at 20:00
say mia in kueche "mach das Radio an und das Nachtlicht aus"
expect command media_player.radio on_off on
expect command light.nacht on_off off
say mia in kueche "leiser"
expect command media_player.radio volume 10
