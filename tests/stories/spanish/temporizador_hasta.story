# name: un temporizador hasta una hora
home casa
at 2026-03-02 18:30
say Lucía "pon un temporizador hasta las siete"
expect timer left 30m
