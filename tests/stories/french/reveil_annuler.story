# name: lequel des deux
home maison
at 2026-03-02 20:00
say Léa "réveille-moi demain à 7 heures du matin"
say Léa "demain matin réveille-moi à huit heures"
say Léa "quels réveils sont réglés"
expect said "Un réveil sonne demain à 7 heures. Un réveil sonne demain à 8 heures."
say Léa "annule le réveil"
expect ask "De quel réveil parles-tu ?" choices "demain à 7 heures" "demain à 8 heures"
say Léa "le premier"
expect said "Réveil supprimé : demain à 7 heures."
say Léa "supprime tous les réveils"
expect said "Le réveil est supprimé."
expect no promise alarm
