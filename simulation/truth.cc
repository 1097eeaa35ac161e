#include "simulation/truth.h"

#include "base/json.h"

namespace hearth::simulation {

std::string_view to_string(TruthEvent::Kind kind) {
  static constexpr std::string_view kNames[] = {"habit", "done", "omitted", "skipped", "deed", "obeyed",
                                                "move",  "day",  "anomaly", "mended",  "radio"};
  return kNames[kind];
}

std::string to_line(const TruthEvent& event) {
  OrderedJson line{{"id", event.id}, {"at", to_iso8601(event.at)}, {"kind", to_string(event.kind)}};
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) line[name] = text;
  };
  add("who", event.who);
  add("what", event.what);
  add("key", event.key);
  if (event.capability != home::Capability::None) {
    line["capability"] = home::facts(event.capability).name;
    if (const bool* yes = std::get_if<bool>(&event.value)) line["value"] = *yes;
    if (const double* number = std::get_if<double>(&event.value)) line["value"] = *number;
    if (const std::string* word = std::get_if<std::string>(&event.value)) line["value"] = *word;
  }
  add("why", event.why);
  if (event.of != 0) line["of"] = event.of;
  return line.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

uint64_t Truth::tell(TruthEvent event) {
  event.id = ++last_;
  told_.push_back(std::move(event));
  return last_;
}

}  // namespace hearth::simulation
