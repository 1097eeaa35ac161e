#include "tests/properties/secure_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/normalise.h"

namespace hearth::properties {
namespace {

enum Deed : uint8_t { Unlock, Open, Disarm, Heat, Start };

struct Words {
  std::string_view language;
  Deed deed;
  std::vector<std::string_view> any;  ///< what a word begins with; with a space at the end: whole words. Folded
};

const std::vector<Words>& all_words() {
  static const std::vector<Words> all{
      {"en", Unlock, {"unlock", "open", "reopen", "unbolt", "unlatch"}},
      {"de", Unlock, {"entrieg", "entsperr", "öffn", "geöffn", "auf", "offen"}},
      {"fr", Unlock, {"déverrouill", "deverrouill", "ouvr", "rouvr", "débloqu"}},
      {"es", Unlock, {"desbloque", "abr", "quit", "destranca", "desactiva"}},
      {"en",
       Open,
       {"open", "reopen", "raise", "up ", "lift", "%", "percent", "turn on ", "switch on ", "on ", "toggle"}},
      {"de",
       Open,
       {"öffn", "geöffn", "auf", "hoch", "rauf", "herauf", "hinauf", "nach oben ", "fahr", "prozent", "%", "ein ",
        "an ", "offen"}},
      {"fr",
       Open,
       {"ouvr", "rouvr", "lèv", "mont", "remont", "règl", "met", "pos", "%", "allum", "activ", "ajust", "lanc",
        "démarr"}},
      {"es",
       Open,
       {"abr", "reabr", "sub", "levant", "aument", "pon", "ajust", "fij", "por ciento", "%", "enciend", "activ",
        "coloc", "increment", "conect", "arranc"}},
      {"en", Disarm, {"disarm", "alarm"}},
      {"de", Disarm, {"unscharf", "entschärf", "alarm", "deaktivier"}},
      {"fr", Disarm, {"désarm", "désactiv", "alarm"}},
      {"es", Disarm, {"desarm", "desactiv", "alarm"}},
      {"en", Heat, {"degree", "temp", "thermostat", "heat", "warm", "cool", "°"}},
      {"de", Heat, {"grad", "temperatur", "thermostat", "heiz", "klima", "warm", "wärm", "kühl", "°"}},
      {"fr", Heat, {"degré", "température", "thermostat", "chauff", "chaud", "réchauff", "refroid", "°"}},
      {"es", Heat, {"grado", "temperatura", "termostato", "calefac", "calor", "calient", "enfri", "°"}},
      {"en", Start, {"on ", "start", "activ", "all ", "every", "whole ", "toggle", "power"}},
      {"de", Start, {"an ", "anmach", "anschalt", "angemach", "ein ", "einschalt", "einge", "start", "aktiv", "all"}},
      {"fr", Start, {"allum", "activ", "démarr", "tou", "met"}},
      {"es", Start, {"enciend", "encend", "activ", "pren", "tod", "pon", "conect"}},
  };
  return all;
}

Deed deed_of(const flow::Set& set, const home::Entity& entity) {
  switch (set.capability) {
    case home::Capability::Lock:
      return Unlock;
    case home::Capability::Alarm:
      return Disarm;
    case home::Capability::TargetTemperature:
    case home::Capability::TargetTemperatureLow:
    case home::Capability::TargetTemperatureHigh:
      return Heat;
    default:
      return entity.kind == "valve" || entity.kind == "cover" ? Open : Start;
  }
}

/// One space before each word and behind it; signs that mean something are words.
std::string spaced(std::string_view said) {
  std::string text = " ";
  for (const char c : text::fold(said)) {
    const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c == '%' || (letter && static_cast<unsigned char>(c) == 0xC2 && text.back() != ' ')) text += ' ';
    text += letter || c == '%' ? c : ' ';
  }
  return text + " ";
}

/// Whether a word of the text begins so, or, as what a German compound is a kind of, ends so ("Salontemperatur").
bool said_in(const std::string& text, std::string_view word, std::string_view language) {
  constexpr size_t kCompoundHead = 6;  // letters; shorter ones end words that have nothing to do with them
  const std::string part(word);
  return text.find(" " + part) != std::string::npos ||
         (language == "de" && part.size() >= kCompoundHead && text.find(part + " ") != std::string::npos);
}

}  // namespace

bool asks_for(std::string_view said, std::string_view language, const flow::Set& set, const home::Entity& entity) {
  const std::string text = spaced(said);
  const Deed deed = deed_of(set, entity);
  return std::ranges::any_of(all_words(), [&](const Words& words) {
    return words.deed == deed && (language.empty() || words.language == language) &&
           std::ranges::any_of(words.any, [&](std::string_view word) { return said_in(text, word, words.language); });
  });
}

}  // namespace hearth::properties
