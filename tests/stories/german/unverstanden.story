# name: was keinen Sinn ergibt
home wohnung
at 18:00
say Mia "der Mond ist ein Luftballon"
expect decline "Das habe ich leider nicht verstanden. Du kannst zum Beispiel sagen: „schalte die Deckenlampe ein“."
say Mia "warum nicht"
expect said /Du hast „der Mond ist ein Luftballon“ gesagt/
