# name: música, escena, script, robot y cortacésped
home casa_blanca
at 2026-03-02 18:00
say Pablo in salon "pausa la radio"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say Pablo in salon "siguiente canción"
expect command media_player.radio press next
expect said "He pasado al siguiente en la radio."
say Pablo in salon "activa noche de cine"
expect command scene.cine scene on
say Pablo in salon "ejecuta orden general"
expect command script.orden scene on
say Pablo in salon "limpia la cocina"
expect decline /una sola habitación, solo por toda la casa/
say Pablo in salon "corta el césped"
expect command lawn_mower.cortacesped vacuum cleaning
expect outcome done lawn_mower.cortacesped
say Pablo in salon "manda el cortacésped a la base"
expect command lawn_mower.cortacesped vacuum docked
