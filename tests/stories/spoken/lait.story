# name: ce qui est ajouté est nommé
home appartement
at 19:00
say Léa "ajoute du lait à la liste de courses"
expect said /lait/
