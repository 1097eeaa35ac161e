// Hearth's own sentences, language by language: what stands in sentences/<language>/ beside Home Assistant's.
#include <gtest/gtest.h>

#include "understand/own_sentences_test.h"

namespace hearth::understand {
namespace {

class Commands : public OwnSentencesTest {};
class Replies : public OwnSentencesTest {};

TEST_P(Commands, AreRead) {
  const Case& one = GetParam();
  const Sentences* sentences = sentences_of(one.language);
  ASSERT_NE(sentences, nullptr);
  const std::vector<Parse> parses = sentences->commands.parse(one.text, {home_in(one.language).room, 1, {}});
  ASSERT_FALSE(parses.empty());
  EXPECT_EQ(parses.front().intent(), one.intent);
  EXPECT_EQ(parses.front().response(), one.response);
}

INSTANTIATE_TEST_SUITE_P(
    German, Commands,
    testing::Values(Case{"de", "mach das rückgängig", "Undo", "default"},
                    Case{"de", "nimm das zurück", "Undo", "default"}, Case{"de", "warum", "Why", "default"},
                    Case{"de", "Warum hast du das gemacht?", "Why", "why_done"},
                    Case{"de", "wieso hast du nichts gemacht", "Why", "why_not"},
                    Case{"de", "warum fragst du", "Why", "why_asked"},
                    Case{"de", "warum ist die Deckenlampe an", "Why", "why_thing"},
                    Case{"de", "wer hat die Deckenlampe eingeschaltet", "Why", "why_thing"},
                    Case{"de", "was ist gerade passiert", "Why", "what_happened"},
                    Case{"de", "mach die Deckenlampe heller", "LightBrighter", "default"},
                    Case{"de", "mach es in der Küche etwas heller", "LightBrighter", "default"},
                    Case{"de", "hier ist es zu dunkel", "LightBrighter", "default"},
                    Case{"de", "in der Küche ist es zu dunkel", "LightBrighter", "default"},
                    Case{"de", "dimme die Deckenlampe", "LightDimmer", "default"},
                    Case{"de", "mach das Licht dunkler", "LightDimmer", "default"},
                    Case{"de", "es ist zu hell", "LightDimmer", "default"},
                    Case{"de", "dimme die Deckenlampe auf 40 Prozent", "HassLightSet", "brightness"},
                    Case{"de", "schalte die Alarmanlage scharf", "HassTurnOn", "default"},
                    Case{"de", "schalte alles aus", "HassTurnOff", "default"},
                    Case{"de", "was steht auf der Einkaufsliste", "ListQuery", "default"},
                    Case{"de", "wie viel Zeit ist noch", "HassTimerStatus", "default"},
                    Case{"de", "ja mach das", "Confirm", "default"}, Case{"de", "nein danke", "Refuse", "default"},
                    Case{"de", "vergiss es", "HassNevermind", "default"}));

INSTANTIATE_TEST_SUITE_P(
    French, Commands,
    testing::Values(Case{"fr", "annule ça", "Undo", "default"}, Case{"fr", "remets ça comme avant", "Undo", "default"},
                    Case{"fr", "pourquoi", "Why", "default"}, Case{"fr", "Pourquoi as-tu fait ça ?", "Why", "why_done"},
                    Case{"fr", "pourquoi tu n'as rien fait", "Why", "why_not"},
                    Case{"fr", "pourquoi tu demandes", "Why", "why_asked"},
                    Case{"fr", "pourquoi le plafonnier est allumé", "Why", "why_thing"},
                    Case{"fr", "qui a allumé le plafonnier", "Why", "why_thing"},
                    Case{"fr", "que s'est-il passé", "Why", "what_happened"},
                    Case{"fr", "monte le plafonnier", "LightBrighter", "default"},
                    Case{"fr", "il fait trop sombre dans la cuisine", "LightBrighter", "default"},
                    Case{"fr", "il fait trop sombre ici", "LightBrighter", "default"},
                    Case{"fr", "tamise le plafonnier", "LightDimmer", "default"},
                    Case{"fr", "baisse la lumière", "LightDimmer", "default"},
                    Case{"fr", "tamise le plafonnier à 40 %", "HassLightSet", "brightness"},
                    Case{"fr", "arme l'alarme", "HassTurnOn", "default"},
                    Case{"fr", "éteins tout", "HassTurnOff", "default"},
                    Case{"fr", "qu'est-ce qu'il y a sur la liste de courses", "ListQuery", "default"},
                    Case{"fr", "combien de temps reste-t-il", "HassTimerStatus", "default"},
                    Case{"fr", "oui vas-y", "Confirm", "default"}, Case{"fr", "non merci", "Refuse", "default"},
                    Case{"fr", "laisse tomber", "HassNevermind", "default"}));

INSTANTIATE_TEST_SUITE_P(
    Spanish, Commands,
    testing::Values(
        Case{"es", "deshaz eso", "Undo", "default"}, Case{"es", "déjalo como estaba", "Undo", "default"},
        Case{"es", "por qué", "Why", "default"}, Case{"es", "¿Por qué has hecho eso?", "Why", "why_done"},
        Case{"es", "por qué no has hecho nada", "Why", "why_not"}, Case{"es", "por qué preguntas", "Why", "why_asked"},
        Case{"es", "por qué está encendida la lámpara de techo", "Why", "why_thing"},
        Case{"es", "quién ha encendido la lámpara de techo", "Why", "why_thing"},
        Case{"es", "qué ha pasado", "Why", "what_happened"},
        Case{"es", "sube la lámpara de techo", "LightBrighter", "default"},
        Case{"es", "hay poca luz en la cocina", "LightBrighter", "default"},
        Case{"es", "está demasiado oscuro", "LightBrighter", "default"},
        Case{"es", "atenúa la lámpara de techo", "LightDimmer", "default"},
        Case{"es", "baja un poco la luz", "LightDimmer", "default"},
        Case{"es", "atenúa la lámpara de techo al 40 por ciento", "HassLightSet", "brightness"},
        Case{"es", "arma la alarma", "HassTurnOn", "default"}, Case{"es", "apaga todo", "HassTurnOff", "default"},
        Case{"es", "qué hay en la lista de la compra", "ListQuery", "default"},
        Case{"es", "cuánto tiempo queda", "HassTimerStatus", "default"}, Case{"es", "sí hazlo", "Confirm", "default"},
        Case{"es", "mejor no", "Refuse", "default"}, Case{"es", "da igual", "HassNevermind", "default"}));

/// The time, the weather, the journal and what the house is, the same in each language.
INSTANTIATE_TEST_SUITE_P(
    Questions, Commands,
    testing::Values(Case{"en", "what day is it", "HassGetCurrentDate", "default"},
                    Case{"en", "will it rain tomorrow", "HassGetWeather", "forecast"},
                    Case{"en", "how warm is it outside", "HassGetWeather", "outside_temp"},
                    Case{"en", "who is home", "HassGetState", "which"},
                    Case{"en", "tell everyone dinner is ready", "HassBroadcast", "default"},
                    Case{"en", "what can you do", "HassRespond", "commands"},
                    Case{"de", "der wievielte ist heute", "HassGetCurrentDate", "default"},
                    Case{"de", "regnet es morgen", "HassGetWeather", "forecast"},
                    Case{"de", "wer ist zu Hause", "HassGetState", "which"},
                    Case{"de", "sag allen dass das Essen fertig ist", "HassBroadcast", "default"},
                    Case{"de", "wann wurde die Haustür zuletzt abgeschlossen", "PastQuery", "when_last"},
                    Case{"de", "wie lange ist die Deckenlampe schon an", "PastQuery", "how_long"},
                    Case{"de", "was kannst du", "HassRespond", "commands"},
                    Case{"fr", "on est quel jour", "HassGetCurrentDate", "default"},
                    Case{"fr", "va-t-il pleuvoir demain", "HassGetWeather", "forecast"},
                    Case{"fr", "qui est à la maison", "HassGetState", "which"},
                    Case{"fr", "dis à tout le monde que le dîner est prêt", "HassBroadcast", "default"},
                    Case{"fr", "depuis quand le plafonnier est-il allumé", "PastQuery", "how_long"},
                    Case{"fr", "que peux-tu faire", "HassRespond", "commands"},
                    Case{"es", "qué día tenemos hoy", "HassGetCurrentDate", "default"},
                    Case{"es", "va a llover mañana", "HassGetWeather", "forecast"},
                    Case{"es", "quién está en casa", "HassGetState", "which"},
                    Case{"es", "di a todos que la cena está lista", "HassBroadcast", "default"},
                    Case{"es", "cuándo se encendió la lámpara de techo", "PastQuery", "when_last"},
                    Case{"es", "cuánto tiempo lleva encendida la lámpara de techo", "PastQuery", "how_long"},
                    Case{"es", "qué puedes hacer", "HassRespond", "commands"}));

INSTANTIATE_TEST_SUITE_P(
    NamedTimers, Commands,
    testing::Values(Case{"en", "set a timer for the pasta for nine minutes", "HassStartTimer", "default"},
                    Case{"en", "put on a pasta timer for 9 minutes", "HassStartTimer", "default"},
                    Case{"en", "give the rice another five minutes", "HassIncreaseTimer", "default"},
                    Case{"en", "take two minutes off the eggs", "HassDecreaseTimer", "default"},
                    Case{"en", "how long is left on the pasta", "HassTimerStatus", "default"},
                    Case{"en", "how long do the eggs still need", "HassTimerStatus", "default"},
                    Case{"de", "stell einen Timer für die Nudeln auf 9 Minuten", "HassStartTimer", "default"},
                    Case{"de", "gib dem Reis noch fünf Minuten", "HassIncreaseTimer", "default"},
                    Case{"de", "wie lange brauchen die Eier noch", "HassTimerStatus", "default"},
                    Case{"fr", "mets un minuteur pour les pâtes de 9 minutes", "HassStartTimer", "default"},
                    Case{"fr", "rajoute cinq minutes pour le riz", "HassIncreaseTimer", "default"},
                    Case{"fr", "combien de temps reste-t-il pour les œufs", "HassTimerStatus", "default"},
                    Case{"es", "pon un temporizador para la pasta de 9 minutos", "HassStartTimer", "default"},
                    Case{"es", "añade cinco minutos al arroz", "HassIncreaseTimer", "default"},
                    Case{"es", "cuánto les falta a los huevos", "HassTimerStatus", "default"}));

/// Everyday ways to say what the package says otherwise, the same in each language.
INSTANTIATE_TEST_SUITE_P(
    Phrasings, Commands,
    testing::Values(Case{"en", "ceiling lamp down to half", "HassLightSet", "brightness"},
                    Case{"en", "make the kitchen lights blue", "HassLightSet", "color"},
                    Case{"en", "turn down the ceiling lamp a bit", "LightDimmer", "default"},
                    Case{"en", "kill the lights", "HassTurnOff", "lights_area"},
                    Case{"en", "all the lights off", "HassTurnOff", "default"},
                    Case{"en", "put the washer on", "HassTurnOn", "default"},
                    Case{"en", "would you mind turning off the washer", "HassTurnOff", "default"},
                    Case{"en", "set the kitchen to 21 degrees", "HassClimateSetTemperature", "default"},
                    Case{"en", "it's too cold in here", "HassClimateSetTemperature", "default"},
                    Case{"en", "blinds down in the kitchen", "Close", "default"},
                    Case{"en", "blinds halfway", "HassSetPosition", "default"},
                    Case{"en", "get the vacuum going", "HassVacuumStart", "default"},
                    Case{"en", "send the hoover back to its base", "HassVacuumReturnToBase", "default"},
                    Case{"en", "open the front door", "Unlock", "default"},
                    Case{"de", "stell die Deckenlampe auf die Hälfte", "HassLightSet", "brightness"},
                    Case{"de", "mach das Licht in der Küche rot", "HassLightSet", "color"},
                    Case{"de", "dreh die Deckenlampe etwas runter", "LightDimmer", "default"},
                    Case{"de", "knips die Deckenlampe an", "HassTurnOn", "default"},
                    Case{"de", "wirf die Waschmaschine an", "HassTurnOn", "default"},
                    Case{"de", "stell die Waschmaschine ab", "HassTurnOff", "default"},
                    Case{"de", "mach es in der Küche wärmer", "HassClimateSetTemperature", "default"},
                    Case{"de", "mir ist kalt", "HassClimateSetTemperature", "default"},
                    Case{"de", "zieh die Rollos in der Küche hoch", "Open", "default"},
                    Case{"de", "Jalousien halb runter", "HassSetPosition", "default"},
                    Case{"de", "lass den Saugroboter laufen", "HassVacuumStart", "default"},
                    Case{"de", "schick den Staubsauger nach Hause", "HassVacuumReturnToBase", "default"},
                    Case{"fr", "plafonnier à la moitié", "HassLightSet", "brightness"},
                    Case{"fr", "mets les lumières de la cuisine en rouge", "HassLightSet", "color"},
                    Case{"fr", "mets le lave-linge en route", "HassTurnOn", "default"},
                    Case{"fr", "toutes les lumières éteintes", "HassTurnOff", "default"},
                    Case{"fr", "cuisine à 21 degrés", "HassClimateSetTemperature", "default"},
                    Case{"fr", "j'ai froid", "HassClimateSetTemperature", "default"},
                    Case{"fr", "descends les volets de la cuisine", "Close", "default"},
                    Case{"fr", "volets à moitié", "HassSetPosition", "default"},
                    Case{"fr", "passe l'aspirateur", "HassVacuumStart", "default"},
                    Case{"fr", "renvoie l'aspirateur à sa base", "HassVacuumReturnToBase", "default"},
                    Case{"fr", "ferme la porte d'entrée à clé", "Lock", "default"},
                    Case{"es", "lámpara de techo a la mitad", "HassLightSet", "brightness"},
                    Case{"es", "pon las luces de la cocina en rojo", "HassLightSet", "color"},
                    Case{"es", "pon la lavadora en marcha", "HassTurnOn", "default"},
                    Case{"es", "todas las luces apagadas", "HassTurnOff", "default"},
                    Case{"es", "cocina a 21 grados", "HassClimateSetTemperature", "default"},
                    Case{"es", "tengo frío", "HassClimateSetTemperature", "default"},
                    Case{"es", "persianas de la cocina abajo", "Close", "default"},
                    Case{"es", "baja las persianas a la mitad", "HassSetPosition", "default"},
                    Case{"es", "pasa la aspiradora", "HassVacuumStart", "default"},
                    Case{"es", "manda el robot a su base", "HassVacuumReturnToBase", "default"},
                    Case{"es", "cierra la puerta principal con llave", "Lock", "default"}));

/// `response` of a reply: the slot that its words fill, or "all".
TEST_P(Replies, AreRead) {
  const Case& one = GetParam();
  const Sentences* sentences = sentences_of(one.language);
  ASSERT_NE(sentences, nullptr);
  const std::vector<Parse> parses = sentences->replies.parse(one.text);
  ASSERT_FALSE(parses.empty());
  EXPECT_EQ(parses.front().intent(), one.intent);
  const std::string wanted = one.response;
  if (wanted == "all") {
    EXPECT_EQ(parses.front().response(), "all");
  } else if (!wanted.empty()) {
    EXPECT_NE(parses.front().slot(wanted), nullptr) << "no " << wanted;
  }
}

INSTANTIATE_TEST_SUITE_P(
    German, Replies,
    testing::Values(Case{"de", "ja", "Confirm", ""}, Case{"de", "ja, gerne", "Confirm", ""},
                    Case{"de", "lieber nicht", "Refuse", ""}, Case{"de", "die zweite", "Choose", "ordinal"},
                    Case{"de", "alle beide", "Choose", "all"}, Case{"de", "die in der Küche", "Choose", "area"},
                    Case{"de", "die Deckenlampe", "Choose", "name"},
                    Case{"de", "auf fünfzig Prozent", "Choose", "number"}, Case{"de", "21 Grad", "Choose", "number"},
                    Case{"de", "zehn Minuten", "Choose", "minutes"}, Case{"de", "rot", "Choose", "color"},
                    Case{"de", "die am Schreibtisch", "Choose", "part"}));

INSTANTIATE_TEST_SUITE_P(
    French, Replies,
    testing::Values(Case{"fr", "oui", "Confirm", ""}, Case{"fr", "oui, bien sûr", "Confirm", ""},
                    Case{"fr", "non merci", "Refuse", ""}, Case{"fr", "la deuxième", "Choose", "ordinal"},
                    Case{"fr", "les deux", "Choose", "all"}, Case{"fr", "celle de la cuisine", "Choose", "area"},
                    Case{"fr", "le plafonnier", "Choose", "name"},
                    Case{"fr", "à cinquante pour cent", "Choose", "number"},
                    Case{"fr", "21 degrés", "Choose", "number"}, Case{"fr", "dix minutes", "Choose", "minutes"},
                    Case{"fr", "rouge", "Choose", "color"}, Case{"fr", "celle du bureau", "Choose", "part"}));

INSTANTIATE_TEST_SUITE_P(
    Spanish, Replies,
    testing::Values(Case{"es", "sí", "Confirm", ""}, Case{"es", "sí, claro", "Confirm", ""},
                    Case{"es", "mejor no", "Refuse", ""}, Case{"es", "la segunda", "Choose", "ordinal"},
                    Case{"es", "las dos", "Choose", "all"}, Case{"es", "la de la cocina", "Choose", "area"},
                    Case{"es", "la lámpara de techo", "Choose", "name"},
                    Case{"es", "al cincuenta por ciento", "Choose", "number"},
                    Case{"es", "21 grados", "Choose", "number"}, Case{"es", "diez minutos", "Choose", "minutes"},
                    Case{"es", "rojo", "Choose", "color"}, Case{"es", "la del escritorio", "Choose", "part"}));

}  // namespace
}  // namespace hearth::understand
