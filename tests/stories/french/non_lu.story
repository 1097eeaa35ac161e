# name: une heure que personne ne lit interdit d'agir
home maison
at 2026-03-02 18:00
say Léa "allume la lampe de la cuisine juste après le dîner"
expect decline
say Léa "éteins la lampe de la cuisine avant les informations"
expect decline
say Léa "allume la lampe de la cuisine à trente heures et demie"
expect decline
expect no command within 3h
expect no promise errand
