# name: ce que la maison ne peut pas savoir
home maison
at 2026-03-02 18:00
say Tom in cuisine "allume la lampe de la cuisine quand je rentre"
expect decline "Je n'ai aucun moyen de savoir quand tu rentres."
expect no promise errand
