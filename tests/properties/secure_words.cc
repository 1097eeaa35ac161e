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
  std::vector<std::string_view> any;  ///< parts of words, folded
};

const std::vector<Words>& all_words() {
  static const std::vector<Words> all{
      {"en", Unlock, {"unlock", "open", "unbolt", "unlatch"}},
      {"de", Unlock, {"entriegel", "entsperr", "öffn", "auf", "offen"}},
      {"fr", Unlock, {"déverrouill", "deverrouill", "ouvr", "débloqu"}},
      {"es", Unlock, {"desbloque", "abr", "quit", "destranca", "desactiva"}},
      {"en",
       Open,
       {"open", "raise", "up", "lift", "set", "%", "percent", "turn on", "turn the", "switch on", "toggle"}},
      {"de", Open, {"öffn", "auf", "hoch", "stell", "setz", "fahr", "mach", "prozent", "%", "schalt", "offen"}},
      {"fr", Open, {"ouvr", "lèv", "mont", "règl", "met", "pos", "pour", "%", "allum", "activ", "chang", "ajust"}},
      {"es",
       Open,
       {"abr", "sub", "levant", "aument", "pon", "ajust", "fij", "por ciento", "%", "enciend", "activ", "coloc",
        "cambi"}},
      {"en", Disarm, {"disarm", "alarm"}},
      {"de", Disarm, {"unscharf", "entschärf", "alarm", "deaktivier"}},
      {"fr", Disarm, {"désarm", "désactiv", "alarm"}},
      {"es", Disarm, {"desarm", "desactiv", "alarm"}},
      {"en", Heat, {"degree", "temp", "thermostat", "heat", "warm", "°"}},
      {"de", Heat, {"grad", "temperatur", "thermostat", "heiz", "klima", "warm", "wärm", "°"}},
      {"fr", Heat, {"degré", "température", "thermostat", "chauff", "chaud", "°"}},
      {"es", Heat, {"grado", "temperatura", "termostato", "calefac", "calor", "calient", "°"}},
      {"en", Start, {" on", "start", "activ", "all", "every", "toggle", "power"}},
      {"de", Start, {" an", "ein", "start", "aktiv", "all"}},
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

}  // namespace

bool asks_for(std::string_view said, std::string_view language, const flow::Set& set, const home::Entity& entity) {
  const std::string low = text::fold(said);
  const Deed deed = deed_of(set, entity);
  return std::ranges::any_of(all_words(), [&](const Words& words) {
    return words.deed == deed && (language.empty() || words.language == language) &&
           std::ranges::any_of(words.any, [&](std::string_view word) { return low.find(word) != std::string::npos; });
  });
}

}  // namespace hearth::properties
