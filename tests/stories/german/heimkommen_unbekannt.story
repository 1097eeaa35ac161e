# name: was das Haus nicht wissen kann, verspricht es nicht
home reihenhaus
at 2026-03-02 18:00
say Tim in kueche "schalte das Küchenlicht ein, wenn ich nach Hause komme"
expect decline "Ich kann nicht erkennen, wann du nach Hause kommst."
expect no promise errand
