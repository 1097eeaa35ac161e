# name: une annonce dans toutes les autres pièces, mot pour mot
home maison_bleue
at 2026-03-02 18:00
say Léa in cuisine "annonce que le dîner est prêt"
expect said "le dîner est prêt" in salon
expect said "le dîner est prêt" in chambre
expect said "Je l'ai dit dans 2 pièces." in cuisine
