# name: bis 22 Uhr heißt jetzt und dann wieder zurück
home reihenhaus
at 2026-03-02 18:00
say Mia "schalte das Küchenlicht bis 22 Uhr ein"
expect command light.kueche on_off on
expect said /Heute um 22 Uhr werde ich das Küchenlicht ausschalten/
at 22:00
expect command light.kueche on_off off
