# name: quien no ha sido entendido oye lo que puede decir
home casa_blanca
at 2026-03-02 18:00
say Lucía "qué bonita es la radio de hoy"
expect decline "He oído «radio», pero no he entendido qué quieres. Puedes decir, por ejemplo: «pausa la radio»."
say Lucía "pausa la radio"
expect command media_player.radio playback paused
expect outcome done media_player.radio
say Lucía "qué puedo decir"
expect said /«enciende la lámpara de techo»/
say Lucía "enciende la lámpara de techo"
expect command light.techo on_off on
