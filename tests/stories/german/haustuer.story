# name: aufschließen nur auf ausdrücklichen Wunsch, und ein Gast darf es nicht
home wohnung
at 22:00
say Gast "öffne die Haustür"
expect decline /Das darfst du leider nicht|nur für Leute/
expect no command within 10s
say Mia "öffne die Haustür"
expect command lock.haustuer lock unlocked
expect said "Haustür aufgeschlossen."
