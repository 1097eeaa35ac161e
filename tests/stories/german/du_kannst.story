# name: du kannst es wieder ausmachen, und später wieder an
home reihenhaus
at 2026-03-02 18:00
say Mia in kueche "schalte das Küchenlicht ein"
expect command light.kueche on_off on
expect outcome done light.kueche
say Mia in kueche "so, du kannst es jetzt wieder ausmachen"
expect command light.kueche on_off off
expect outcome done light.kueche
say Mia in kueche "und um acht wieder an"
expect promise errand
expect no command within 5s
at 20:00
expect command light.kueche on_off on
