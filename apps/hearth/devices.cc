// devices: what the house knows, with its states.
#include <fmt/format.h>

#include <cstdio>

#include "apps/hearth/commands.h"

namespace hearth::apps {
namespace {

std::string value_text(const Json& state) {
  const Json& value = state.at("value");
  if (value.is_null()) return "unknown";
  std::string text = value.is_boolean()  ? (value.get<bool>() ? "yes" : "no")
                     : value.is_number() ? fmt::format("{:.4g}", value.get<double>())  // --json has every digit
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
  for (const Json& row : list) {
    const std::string where = row.at("area").is_string() ? row.at("area").get<std::string>() : "-";
    std::printf("%-4d %-28s %-16s %-14s%s", row.at("entity").get<int>(), row.at("name").get<std::string>().c_str(),
                where.c_str(), row.at("kind").get<std::string>().c_str(),
                row.at("available").get<bool>() ? "" : " (away)");
    for (const auto& [name, state] : row.at("states").items()) {
      if (name != "available") std::printf(" %s=%s", name.c_str(), value_text(state).c_str());
    }
    std::printf("\n");
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
