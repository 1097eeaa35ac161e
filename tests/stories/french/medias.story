# name: musique, scène, script, robot et tondeuse
home maison_bleue
at 2026-03-02 18:00
say Paul in salon "mets la radio en pause"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say Paul in salon "chanson suivante"
expect command media_player.radio press next
expect said "Je suis passé au suivant : la radio."
say Paul in salon "active soirée film"
expect command scene.film scene on
say Paul in salon "lance le script rangement"
expect command script.ranger scene on
say Paul in salon "nettoie la cuisine"
expect decline "Je ne peux pas envoyer le robot dans une seule pièce, seulement dans toute la maison."
say Paul in salon "tonds la pelouse"
expect command lawn_mower.tondeuse vacuum cleaning
