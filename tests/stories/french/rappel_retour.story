# name: un rappel pour quelqu'un d'autre, à son retour
home maison
at 2026-03-02 18:00
say léa "rappelle à Hugo de sortir les poubelles quand il rentre"
expect decline
