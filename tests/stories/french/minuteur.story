# name: un minuteur
home appartement
at 18:00
say Léa "mets un minuteur de 5 minutes"
expect timer left 5m
expect said "Minuteur de 5 minutes lancé."
after 5m
expect said "Ton minuteur de 5 minutes est terminé." in cuisine
