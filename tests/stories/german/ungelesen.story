# name: eine Zeit, die niemand liest, verbietet das Handeln
home reihenhaus
at 2026-03-02 18:00
say Mia "schalte das Küchenlicht gleich nach dem Abendessen ein"
expect decline
say Mia "schalte das Küchenlicht vor den Nachrichten aus"
expect decline
say Mia "schalte das Küchenlicht um halb nie ein"
expect decline
expect no command within 3h
expect no promise errand
