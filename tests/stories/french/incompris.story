# name: ce qui n'a pas de sens
home appartement
at 18:00
say Léa "la lune est un ballon"
expect decline "Désolé, je n'ai pas compris. Tu peux dire par exemple : « allume le plafonnier »."
