#include "tests/properties/corpora.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "base/json.h"

namespace hearth::properties {
namespace {

std::string trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
  const bool quoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
  return std::string(quoted ? text.substr(1, text.size() - 2) : text);
}

/// The items of every list called "sentences": all that is needed of these files.
void read_suite_file(const std::filesystem::path& file, std::vector<std::string>& into) {
  std::ifstream in(file);
  size_t indent = 0;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    const size_t at = line.find_first_not_of(" -");
    const size_t dash = line.find('-');
    if (at == std::string::npos) continue;
    if (line.compare(at, 10, "sentences:") == 0) {
      inside = true;
      indent = at;
    } else if (inside && dash != std::string::npos && dash < at && dash >= indent) {
      into.push_back(trimmed(std::string_view(line).substr(dash + 1)));
    } else {
      inside = false;
    }
  }
}

std::string content(const std::filesystem::path& file) {
  const std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

std::optional<std::filesystem::path> shared_data() {
  const char* chosen = std::getenv("HEARTH_SHARED_DATA");
  std::filesystem::path folder = chosen != nullptr
                                     ? std::filesystem::path(chosen)
                                     : std::filesystem::path(HEARTH_SOURCE_FOLDER).parent_path() / "shared" / "data";
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  return folder;
}

std::vector<std::string> suite_sentences(const std::filesystem::path& data) {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder = data / "ha-intents/tests/en";
  if (!std::filesystem::is_directory(folder)) return {};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml" && !entry.path().filename().string().starts_with("_")) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  std::vector<std::string> all;
  for (const std::filesystem::path& file : files) read_suite_file(file, all);
  return all;
}

std::vector<std::string> hwu64_sentences(const std::filesystem::path& data) {
  std::ifstream in(data / "nlu/hwu64/hwu64_folds1-9.csv");
  std::vector<std::string> all;
  std::string line;
  std::getline(in, line);  // column names
  while (std::getline(in, line)) {
    // fold;id;scenario;intent;annotation;from annotation;as it was said
    size_t at = 0;
    for (int column = 0; column < 5 && at != std::string::npos; ++column) at = line.find(';', at == 0 ? 0 : at) + 1;
    const size_t end = line.find(';', at);
    if (at == 0 || end == std::string::npos || end == at) continue;
    all.push_back(trimmed(std::string_view(line).substr(at, end - at)));
  }
  return all;
}

std::vector<std::string> clinc_sentences(const std::filesystem::path& data) {
  const Result<Json> json = parse_json(content(data / "nlu/clinc150/train_val.json"), "clinc", 64u << 20);
  std::vector<std::string> all;
  if (!json) return all;
  for (const char* part : {"oos_val", "val"}) {
    if (!json->contains(part)) continue;
    for (const Json& row : (*json)[part]) {
      if (row.is_array() && !row.empty() && row[0].is_string()) all.push_back(row[0].get<std::string>());
    }
  }
  return all;
}

std::vector<Dialogue> golden_dialogues(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Dialogue> all;
  for (const std::filesystem::path& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const Result<Json> row = parse_json(line, file.string());
      if (!row || !row->is_object()) continue;
      Dialogue dialogue{row->value("language", row->value("id", "en").substr(0, 2)), {}};
      if (row->contains("text")) dialogue.turns.push_back(row->at("text"));
      for (const Json& turn : row->value("turns", Json::array())) dialogue.turns.push_back(turn.at("text"));
      if (!dialogue.turns.empty()) all.push_back(std::move(dialogue));
    }
  }
  return all;
}

std::vector<Dialogue> openings(const std::string& language) {
  using Turns = std::vector<std::vector<std::string>>;
  static const std::map<std::string, Turns> all{{"en",
                                                 {{"unlock the front door"},
                                                  {"open the garage door"},
                                                  {"open the gate"},
                                                  {"open the water valve"},
                                                  {"disarm the house alarm"},
                                                  {"set the heating to 29 degrees"},
                                                  {"turn on the oven"},
                                                  {"turn on the oven", "yes"},
                                                  {"turn everything on", "yes"},
                                                  {"turn everything on", "no"},
                                                  {"unlock all the doors"},
                                                  {"lock the front door", "undo that"},
                                                  {"lock the front door", "undo that", "yes"},
                                                  {"front door"},
                                                  {"the gate please"},
                                                  {"is the front door unlocked"},
                                                  {"why is the garage door open"},
                                                  {"remind me to unlock the front door"},
                                                  {"unlock the front door at seven"},
                                                  {"someone is at the front door"},
                                                  {"set the gate to 50 percent"},
                                                  {"it is cold in here"},
                                                  {"yes"},
                                                  {"warmer"},
                                                  {"open it"},
                                                  {"turn on the ceiling light", "and the oven"},
                                                  {"close the garage door and open the gate"}}},
                                                {"de",
                                                 {{"entriegele die Haustür"},
                                                  {"öffne das Garagentor"},
                                                  {"mach das Hoftor auf"},
                                                  {"öffne das Wasserventil"},
                                                  {"deaktiviere die Alarmanlage"},
                                                  {"stell die Heizung auf 29 Grad"},
                                                  {"schalte den Backofen ein"},
                                                  {"schalte den Backofen ein", "ja"},
                                                  {"schalte alles ein", "ja"},
                                                  {"schalte alles ein", "nein"},
                                                  {"Haustür"},
                                                  {"ist die Haustür offen"},
                                                  {"öffne die Haustür um sieben"},
                                                  {"es ist kalt hier"},
                                                  {"ja"},
                                                  {"verriegele die Haustür", "mach das rückgängig"},
                                                  {"schalte die Deckenlampe ein", "und den Backofen"}}},
                                                {"fr",
                                                 {{"déverrouille la porte d'entrée"},
                                                  {"ouvre la porte de garage"},
                                                  {"ouvre le portail"},
                                                  {"ouvre la vanne d'eau"},
                                                  {"désactive l'alarme"},
                                                  {"règle le chauffage à 29 degrés"},
                                                  {"allume le four"},
                                                  {"allume le four", "oui"},
                                                  {"allume tout", "oui"},
                                                  {"allume tout", "non"},
                                                  {"porte d'entrée"},
                                                  {"est-ce que la porte d'entrée est ouverte"},
                                                  {"ouvre le portail à sept heures"},
                                                  {"il fait froid"},
                                                  {"oui"},
                                                  {"verrouille la porte d'entrée", "annule ça"},
                                                  {"allume le plafonnier", "et le four"}}},
                                                {"es",
                                                 {{"desbloquea la puerta principal"},
                                                  {"abre la puerta del garaje"},
                                                  {"abre el portón"},
                                                  {"abre la válvula de agua"},
                                                  {"desactiva la alarma"},
                                                  {"pon la calefacción a 29 grados"},
                                                  {"enciende el horno"},
                                                  {"enciende el horno", "sí"},
                                                  {"enciende todo", "sí"},
                                                  {"enciende todo", "no"},
                                                  {"puerta principal"},
                                                  {"está abierta la puerta principal"},
                                                  {"abre el portón a las siete"},
                                                  {"hace frío"},
                                                  {"sí"},
                                                  {"bloquea la puerta principal", "deshaz eso"},
                                                  {"enciende la luz del techo", "y el horno"}}}};
  std::vector<Dialogue> found;
  for (const std::vector<std::string>& turns : all.at(language)) found.push_back({language, turns});
  return found;
}

}  // namespace hearth::properties
