// Alarms, reminders, commands that are put off and the past: what English says of them, each language says too.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "understand/grammar/yaml_document.h"
#include "understand/own_sentences_test.h"

namespace hearth::understand {
namespace {

/// `what` is the event that is waited for, or the state asked for.
constexpr std::array kTimed = std::to_array<Case>({
    {"de", "stell einen Timer", "StartTimer", "default"},
    {"de", "weck mich", "SetAlarm", "default"},
    {"de", "stell einen Wecker", "SetAlarm", "default"},
    {"de", "ich muss aufstehen", "SetAlarm", "default"},
    {"de", "lösch den Wecker", "CancelAlarm", "default"},
    {"de", "weck mich doch nicht", "CancelAlarm", "default"},
    {"de", "lösche alle Wecker", "CancelAlarm", "all"},
    {"de", "lass den nächsten Wecker ausfallen", "SkipAlarm", "default"},
    {"de", "schlummern", "SnoozeAlarm", "default"},
    {"de", "weck mich noch einmal", "SnoozeAlarm", "default"},
    {"de", "ich bin schon wach", "StopAlarm", "default"},
    {"de", "mach den Wecker aus", "StopAlarm", "default"},
    {"de", "Erinnere mich daran, Oma anzurufen", "SetReminder", "default"},
    {"de", "erinnere mich an den Müll", "SetReminder", "default"},
    {"de", "erinnere Ben daran, die Katze zu füttern", "SetReminder", "default"},
    {"de", "sag mir Bescheid, wenn die Waschmaschine fertig ist", "SetReminder", "default", "done"},
    {"de", "Wenn ich nach Hause komme, erinnere mich daran, die Blumen zu gießen", "SetReminder", "default", "arrives"},
    {"de", "erinnere mich an den Müll, wenn ich gehe", "SetReminder", "default", "leaves"},
    {"de", "lösche die Erinnerung", "CancelReminder", "default"},
    {"de", "lösche alle Erinnerungen", "CancelReminder", "all"},
    {"de", "vergiss, was du machen wolltest", "CancelErrand", "default"},
    {"de", "lösche alle geplanten Befehle", "CancelErrand", "all"},
    {"de", "Wenn die Waschmaschine fertig ist, schalte die Deckenlampe ein", "Conditional", "default", "done"},
    {"de", "schalte die Deckenlampe ein, wenn ich nach Hause komme", "Conditional", "default", "arrives"},
    {"de", "schalte die Deckenlampe aus, sobald ich das Haus verlasse", "Conditional", "default", "leaves"},
    {"de", "schalte die Deckenlampe ein, wenn Anna heimkommt", "Conditional", "default", "arrives"},
    {"de", "wenn die Haustür aufgeht, schalte die Deckenlampe ein", "Conditional", "default", "opens"},
    {"de", "wenn die Haustür zugeht, schalte die Deckenlampe aus", "Conditional", "default", "closes"},
    {"de", "wenn die Waschmaschine angeht, schalte die Deckenlampe ein", "Conditional", "default", "on"},
    {"de", "wenn die Waschmaschine ausgeht, dann schalte die Deckenlampe ein", "Conditional", "default", "off"},
    {"de", "wenn die Haustür abgeschlossen wird, schalte die Deckenlampe aus", "Conditional", "default", "locked"},
    {"de", "wenn die Haustür aufgeschlossen wird, schalte die Deckenlampe ein", "Conditional", "default", "unlocked"},
    {"de", "welche Wecker sind gestellt", "PromiseQuery", "alarms"},
    {"de", "Wann klingelt der nächste Wecker?", "PromiseQuery", "alarms"},
    {"de", "welche Erinnerungen gibt es", "PromiseQuery", "reminders"},
    {"de", "was hast du geplant", "PromiseQuery", "errands"},
    {"de", "was steht als Nächstes an", "PromiseQuery", "next"},
    {"de", "wann wurde die Haustür zuletzt geöffnet", "PastQuery", "when_last", "open"},
    {"de", "wann hat jemand zuletzt die Haustür geschlossen", "PastQuery", "when_last", "closed"},
    {"de", "wann ging die Deckenlampe zuletzt an", "PastQuery", "when_last", "on"},
    {"de", "wann wurde die Deckenlampe ausgeschaltet", "PastQuery", "when_last", "off"},
    {"de", "wann wurde die Haustür zuletzt abgeschlossen", "PastQuery", "when_last", "locked"},
    {"de", "wann wurde die Haustür zuletzt aufgeschlossen", "PastQuery", "when_last", "unlocked"},
    {"de", "wann ist Anna nach Hause gekommen", "PastQuery", "when_last", "home"},
    {"de", "wann ist Anna gegangen", "PastQuery", "when_last", "away"},
    {"de", "wann hat die Deckenlampe zuletzt Bewegung gemeldet", "PastQuery", "when_last", "motion"},
    {"de", "wie lange ist die Haustür schon offen", "PastQuery", "how_long", "open"},
    {"de", "seit wann ist die Haustür zu", "PastQuery", "how_long", "closed"},
    {"de", "wie lange läuft die Waschmaschine schon", "PastQuery", "how_long", "on"},
    {"de", "seit wann ist die Deckenlampe aus", "PastQuery", "how_long", "off"},
    {"de", "seit wann ist die Haustür abgeschlossen", "PastQuery", "how_long", "locked"},
    {"de", "wie lange ist die Haustür schon aufgeschlossen", "PastQuery", "how_long", "unlocked"},
    {"de", "seit wann ist Anna zu Hause", "PastQuery", "how_long", "home"},
    {"de", "wie lange ist Anna schon weg", "PastQuery", "how_long", "away"},
    {"fr", "mets un minuteur", "StartTimer", "default"},
    {"es", "pon un temporizador", "StartTimer", "default"},
    {"fr", "Réveille-moi", "SetAlarm", "default"},
    {"fr", "mets un réveil", "SetAlarm", "default"},
    {"fr", "je dois me lever", "SetAlarm", "default"},
    {"fr", "annule le réveil", "CancelAlarm", "default"},
    {"fr", "ne me réveille pas", "CancelAlarm", "default"},
    {"fr", "supprime tous les réveils", "CancelAlarm", "all"},
    {"fr", "saute le prochain réveil", "SkipAlarm", "default"},
    {"fr", "répète l'alarme", "SnoozeAlarm", "default"},
    {"fr", "laisse-moi dormir encore un peu", "SnoozeAlarm", "default"},
    {"fr", "je suis réveillée", "StopAlarm", "default"},
    {"fr", "arrête le réveil", "StopAlarm", "default"},
    {"fr", "Rappelle-moi d'appeler maman", "SetReminder", "default"},
    {"fr", "rappelle-moi de sortir la poubelle", "SetReminder", "default"},
    {"fr", "rappelle-moi que je dois appeler maman", "SetReminder", "default"},
    {"fr", "rappelle à Ben de nourrir le chat", "SetReminder", "default"},
    {"fr", "préviens-moi quand le lave-linge a fini", "SetReminder", "default", "done"},
    {"fr", "Quand je rentre, rappelle-moi d'arroser les plantes", "SetReminder", "default", "arrives"},
    {"fr", "rappelle-moi de prendre les clés quand je pars", "SetReminder", "default", "leaves"},
    {"fr", "annule le rappel", "CancelReminder", "default"},
    {"fr", "supprime tous les rappels", "CancelReminder", "all"},
    {"fr", "oublie ce que tu voulais faire", "CancelErrand", "default"},
    {"fr", "annule toutes les actions prévues", "CancelErrand", "all"},
    {"fr", "Quand le lave-linge a terminé, allume le plafonnier", "Conditional", "default", "done"},
    {"fr", "allume le plafonnier quand je rentre à la maison", "Conditional", "default", "arrives"},
    {"fr", "éteins le plafonnier dès que je pars", "Conditional", "default", "leaves"},
    {"fr", "allume le plafonnier quand Anna rentre", "Conditional", "default", "arrives"},
    {"fr", "quand la porte d'entrée s'ouvre, allume le plafonnier", "Conditional", "default", "opens"},
    {"fr", "quand la porte d'entrée se ferme, éteins le plafonnier", "Conditional", "default", "closes"},
    {"fr", "quand le lave-linge s'allume, éteins le plafonnier", "Conditional", "default", "on"},
    {"fr", "quand le lave-linge s'éteint, allume le plafonnier", "Conditional", "default", "off"},
    {"fr", "quand la porte d'entrée est verrouillée, éteins le plafonnier", "Conditional", "default", "locked"},
    {"fr", "quand la porte d'entrée est déverrouillée, allume le plafonnier", "Conditional", "default", "unlocked"},
    {"fr", "quels réveils sont réglés", "PromiseQuery", "alarms"},
    {"fr", "À quelle heure sonne mon réveil ?", "PromiseQuery", "alarms"},
    {"fr", "quels sont mes rappels", "PromiseQuery", "reminders"},
    {"fr", "qu'est-ce qui est prévu", "PromiseQuery", "errands"},
    {"fr", "c'est quoi la suite", "PromiseQuery", "next"},
    {"fr", "quand la porte d'entrée a-t-elle été ouverte pour la dernière fois", "PastQuery", "when_last", "open"},
    {"fr", "quand est-ce que quelqu'un a fermé la porte d'entrée", "PastQuery", "when_last", "closed"},
    {"fr", "quand le plafonnier a-t-il été allumé pour la dernière fois", "PastQuery", "when_last", "on"},
    {"fr", "quand le plafonnier s'est-il éteint", "PastQuery", "when_last", "off"},
    {"fr", "quand la porte d'entrée a-t-elle été verrouillée", "PastQuery", "when_last", "locked"},
    {"fr", "quand a-t-on déverrouillé la porte d'entrée", "PastQuery", "when_last", "unlocked"},
    {"fr", "quand Anna est-elle rentrée", "PastQuery", "when_last", "home"},
    {"fr", "à quelle heure Anna est partie", "PastQuery", "when_last", "away"},
    {"fr", "quand le plafonnier a-t-il détecté du mouvement", "PastQuery", "when_last", "motion"},
    {"fr", "depuis quand la porte d'entrée est-elle ouverte", "PastQuery", "how_long", "open"},
    {"fr", "depuis combien de temps la porte d'entrée est fermée", "PastQuery", "how_long", "closed"},
    {"fr", "depuis combien de temps le lave-linge tourne-t-il", "PastQuery", "how_long", "on"},
    {"fr", "depuis quand le plafonnier est éteint", "PastQuery", "how_long", "off"},
    {"fr", "depuis quand la porte d'entrée est-elle verrouillée", "PastQuery", "how_long", "locked"},
    {"fr", "depuis quand la porte d'entrée est-elle déverrouillée", "PastQuery", "how_long", "unlocked"},
    {"fr", "depuis quand Anna est-elle à la maison", "PastQuery", "how_long", "home"},
    {"fr", "depuis combien de temps Anna est-elle partie", "PastQuery", "how_long", "away"},
    {"es", "Despiértame", "SetAlarm", "default"},
    {"es", "pon una alarma", "SetAlarm", "default"},
    {"es", "tengo que levantarme", "SetAlarm", "default"},
    {"es", "cancela la alarma", "CancelAlarm", "default"},
    {"es", "no me despiertes", "CancelAlarm", "default"},
    {"es", "borra todas las alarmas", "CancelAlarm", "all"},
    {"es", "sáltate la próxima alarma", "SkipAlarm", "default"},
    {"es", "pospón la alarma", "SnoozeAlarm", "default"},
    {"es", "cinco minutos más", "SnoozeAlarm", "default"},
    {"es", "ya estoy despierta", "StopAlarm", "default"},
    {"es", "para la alarma", "StopAlarm", "default"},
    {"es", "Recuérdame llamar a mamá", "SetReminder", "default"},
    {"es", "recuérdame que tengo que sacar la basura", "SetReminder", "default"},
    {"es", "recuérdale a Ben que dé de comer al gato", "SetReminder", "default"},
    {"es", "avísame cuando termine la lavadora", "SetReminder", "default", "done"},
    {"es", "Cuando llegue a casa, recuérdame regar las plantas", "SetReminder", "default", "arrives"},
    {"es", "recuérdame coger las llaves cuando me vaya", "SetReminder", "default", "leaves"},
    {"es", "cancela el recordatorio", "CancelReminder", "default"},
    {"es", "borra todos los recordatorios", "CancelReminder", "all"},
    {"es", "olvida lo que ibas a hacer", "CancelErrand", "default"},
    {"es", "cancela todas las órdenes programadas", "CancelErrand", "all"},
    {"es", "Cuando la lavadora termine, enciende la lámpara de techo", "Conditional", "default", "done"},
    {"es", "enciende la lámpara de techo cuando llegue a casa", "Conditional", "default", "arrives"},
    {"es", "apaga la lámpara de techo en cuanto me vaya", "Conditional", "default", "leaves"},
    {"es", "enciende la lámpara de techo cuando Anna vuelva a casa", "Conditional", "default", "arrives"},
    {"es", "cuando se abra la puerta principal, enciende la lámpara de techo", "Conditional", "default", "opens"},
    {"es", "cuando la puerta principal se cierre, apaga la lámpara de techo", "Conditional", "default", "closes"},
    {"es", "cuando se encienda la lavadora, apaga la lámpara de techo", "Conditional", "default", "on"},
    {"es", "cuando se apague la lavadora, enciende la lámpara de techo", "Conditional", "default", "off"},
    {"es", "cuando la puerta principal se bloquee, apaga la lámpara de techo", "Conditional", "default", "locked"},
    {"es", "cuando la puerta principal se desbloquee, enciende la lámpara de techo", "Conditional", "default",
     "unlocked"},
    {"es", "qué alarmas hay puestas", "PromiseQuery", "alarms"},
    {"es", "¿A qué hora suena mi próxima alarma?", "PromiseQuery", "alarms"},
    {"es", "qué recordatorios tengo", "PromiseQuery", "reminders"},
    {"es", "qué hay previsto", "PromiseQuery", "errands"},
    {"es", "qué es lo siguiente", "PromiseQuery", "next"},
    {"es", "cuándo se abrió por última vez la puerta principal", "PastQuery", "when_last", "open"},
    {"es", "cuándo ha cerrado alguien la puerta principal", "PastQuery", "when_last", "closed"},
    {"es", "cuándo se encendió la lámpara de techo por última vez", "PastQuery", "when_last", "on"},
    {"es", "cuándo fue la última vez que se apagó la lámpara de techo", "PastQuery", "when_last", "off"},
    {"es", "cuándo se cerró con llave la puerta principal", "PastQuery", "when_last", "locked"},
    {"es", "cuándo se desbloqueó la puerta principal", "PastQuery", "when_last", "unlocked"},
    {"es", "cuándo llegó Anna a casa", "PastQuery", "when_last", "home"},
    {"es", "cuándo se fue Anna", "PastQuery", "when_last", "away"},
    {"es", "cuándo detectó movimiento la lámpara de techo", "PastQuery", "when_last", "motion"},
    {"es", "cuánto tiempo lleva abierta la puerta principal", "PastQuery", "how_long", "open"},
    {"es", "desde cuándo está cerrada la puerta principal", "PastQuery", "how_long", "closed"},
    {"es", "cuánto tiempo lleva encendida la lavadora", "PastQuery", "how_long", "on"},
    {"es", "desde cuándo está apagada la lámpara de techo", "PastQuery", "how_long", "off"},
    {"es", "desde cuándo está la puerta principal cerrada con llave", "PastQuery", "how_long", "locked"},
    {"es", "desde cuándo está desbloqueada la puerta principal", "PastQuery", "how_long", "unlocked"},
    {"es", "cuánto tiempo lleva Anna en casa", "PastQuery", "how_long", "home"},
    {"es", "cuánto tiempo lleva Anna fuera", "PastQuery", "how_long", "away"},
});

class Timed : public OwnSentencesTest {};

TEST_P(Timed, AreRead) {
  const Case& one = GetParam();
  const Sentences* sentences = sentences_of(one.language);
  ASSERT_NE(sentences, nullptr);
  const std::vector<Parse> parses = sentences->commands.parse(one.text, {home_in(one.language).room, 1, {}});
  ASSERT_FALSE(parses.empty());
  const Parse& best = parses.front();
  EXPECT_EQ(best.intent(), one.intent);
  EXPECT_EQ(best.response(), one.response);
  const ParsedSlot* what = best.slot(best.intent() == "PastQuery" ? "state" : "event");
  EXPECT_EQ(what == nullptr ? Json("") : what->value, Json(one.what));
}

INSTANTIATE_TEST_SUITE_P(EveryLanguage, Timed, testing::ValuesIn(kTimed));

using Way = std::tuple<std::string, std::string, std::string>;  // intent, response, event or state

/// What the blocks of a file can say, as its lists and fixed slots give it.
void add_ways(const std::string& path, std::set<Way>& ways) {
  const Result<YamlDocument> file = read_yaml(path);
  ASSERT_TRUE(file.ok()) << to_string(file.error());
  for (const auto& [intent, body] : file->root.at("intents").items()) {
    for (const auto& block : body.at("data")) {
      const std::string response = block.value("response", "default");
      const OrderedJson fixed = block.value("slots", OrderedJson::object());
      bool open = true;
      for (const char* slot : {"event", "state"}) {
        if (!fixed.contains(slot)) continue;
        ways.emplace(intent, response, fixed.at(slot).get<std::string>());
        open = false;
      }
      for (const auto& sentence : block.at("sentences")) {
        for (const auto& [list, values] : file->root.at("lists").items()) {
          const std::string& text = sentence.get_ref<const std::string&>();
          const bool used = text.find("{" + list + "}") != std::string::npos && list == "event";
          if (!used && text.find("{" + list + ":state}") == std::string::npos) continue;
          for (const auto& value : values.at("values")) ways.emplace(intent, response, value.at("out"));
          open = false;
        }
      }
      if (open) ways.emplace(intent, response, "");
    }
  }
}

/// Whatever can be said of alarms, reminders and the past in English can be said in each of the others, and is tried.
TEST(OwnSentencesOfTime, SayInEveryLanguageWhatEnglishSays) {
  std::set<Way> english;
  for (const char* file : {"promises", "past"}) add_ways(std::string("sentences/en/") + file + ".yaml", english);
  EXPECT_GT(english.size(), 40U);
  for (const std::string language : {"de", "fr", "es"}) {
    std::set<Way> own;
    for (const char* file : {"promises", "past"}) add_ways("sentences/" + language + "/" + file + ".yaml", own);
    for (const Way& way : english) {
      const auto& [intent, response, what] = way;
      EXPECT_TRUE(own.contains(way)) << language << " lacks " << intent << " " << response << " " << what;
      if (intent == "SetReminder" && what != "" && what != "done" && what != "arrives") continue;  // as of Conditional
      const bool tried = std::ranges::any_of(kTimed, [&](const Case& one) {
        return one.language == language && Way(one.intent, one.response, one.what) == way;
      });
      EXPECT_TRUE(tried) << language << ": no sentence tries " << intent << " " << response << " " << what;
    }
  }
}

}  // namespace
}  // namespace hearth::understand
