// devices: what the house knows, with its states.
#include <fmt/format.h>

#include <cmath>
#include <cstdio>

#include "apps/hearth/commands.h"

namespace hearth::apps {
namespace {

/// Four digits, or all before the point where there are more; --json has every one.
std::string number_text(double number) {
  return std::abs(number) < 1e4 ? fmt::format("{:.4g}", number) : fmt::format("{:.0f}", number);
}

std::string value_text(const Json& state) {
  const Json& value = state.at("value");
  if (value.is_null()) return "unknown";
  std::string text = value.is_boolean()  ? (value.get<bool>() ? "yes" : "no")
                     : value.is_number() ? number_text(value.get<double>())
                     : value.is_string() ? value.get<std::string>()
                                         : dump(value);
  if (state.contains("unit")) text += " " + state.at("unit").get<std::string>();
  return text;
}

int devices(const Session& session, const std::string& area) {
  const Result<Json> answer = session.ask("GET", "/v1/devices");
  if (!answer) return fail(answer.error());
  Json list = Json::array();
  for (const Json& row : *answer) {
    if (area.empty() || row.value("area", Json()) == Json(area)) list.push_back(row);
  }
  if (session.json) {
    std::printf("%s\n", dump(list).c_str());
    return Exit::Fine;
  }
  // fmt counts columns as a terminal shows them; bytes would set "Küche" off.
  for (const Json& row : list) {
    const std::string where = row.at("area").is_string() ? row.at("area").get<std::string>() : "-";
    fmt::print("{:<4} {:<30} {:<16} {:<14}{}", row.at("entity").get<int>(), row.at("name").get<std::string>(), where,
               row.at("kind").get<std::string>(), row.at("available").get<bool>() ? "" : " (away)");
    for (const auto& [name, state] : row.at("states").items()) {
      if (name != "available") fmt::print(" {}={}", name, value_text(state));
    }
    fmt::print("\n");
  }
  return Exit::Fine;
}

}  // namespace

void add_devices(CLI::App& app, const Session& session, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("devices", "List every device with its states");
  const auto area = std::make_shared<std::string>();
  command->add_option("--area", *area, "Only those of this room");
  command->footer("Example: hearth devices --area Kitchen");
  command->callback([&session, &chosen, area] { chosen = [&session, area] { return devices(session, *area); }; });
}

}  // namespace hearth::apps
