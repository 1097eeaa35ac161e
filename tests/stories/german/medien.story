# name: Musik, Szene, Skript, Sauger und Mäher
home haus
at 2026-03-02 18:00
say Ben in wohnzimmer "pausiere das Radio"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say Ben in wohnzimmer "nächstes Lied"
expect command media_player.radio press next
expect said "Das Nächste auf dem Radio."
say Ben in wohnzimmer "spiele Beethoven auf dem Radio"
expect decline "Nach Beethoven kann ich nicht suchen: Es läuft nur, was das Radio selbst hat."
say Ben in wohnzimmer "starte die Szene Filmabend"
expect command scene.filmabend scene on
say Ben in wohnzimmer "starte das Skript Aufräumen"
expect command script.aufraeumen scene on
say Ben in wohnzimmer "sauge die Küche"
expect decline "In ein einzelnes Zimmer kann ich Robbi nicht schicken, nur durch die ganze Wohnung."
say Ben in wohnzimmer "starte den Rasenmäher"
expect command lawn_mower.maeher vacuum cleaning
