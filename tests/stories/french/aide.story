# name: celui qu'on n'a pas compris entend ce qu'il peut dire
home maison_bleue
at 2026-03-02 18:00
say Léa "la radio est bien belle aujourd'hui"
expect decline "J'ai entendu « radio », mais je n'ai pas compris ce que tu veux. Tu peux dire par exemple : « mets la radio en pause »."
say Léa "mets la radio en pause"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say Léa "qu'est-ce que je peux dire"
expect said /« allume le plafonnier »/
say Léa "allume le plafonnier"
expect command light.plafonnier on_off on
