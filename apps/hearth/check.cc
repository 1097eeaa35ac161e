// check: how the house is doing, what it found and what it could not use.
#include <cstdio>
#include <memory>

#include "apps/hearth/commands.h"
#include "apps/hearth/phrases.h"

namespace hearth::apps {
namespace {

void print(const Json& health) {
  for (const Json& door : health.at("doors")) {
    std::printf("door %-12s %s  %s\n", door.at("name").get<std::string>().c_str(),
                door.at("connected").get<bool>() ? "connected" : "AWAY     ",
                door.at("detail").get<std::string>().c_str());
    for (const Json& reason : door.at("unusable")) std::printf("  cannot use: %s\n", reason.get<std::string>().c_str());
  }
  const Json& journal = health.at("journal");
  const bool disk = journal.at("ok").get<bool>();
  std::printf("journal %s: %llu entries written, %llu lost%s%s\n", journal.at("file").get<std::string>().c_str(),
              static_cast<unsigned long long>(journal.at("written").get<uint64_t>()),
              static_cast<unsigned long long>(journal.at("lost").get<uint64_t>()), disk ? "" : ": ",
              journal.at("reason").get<std::string>().c_str());
  const Json& house = health.at("house");
  std::printf("house: %llu entries, %llu waiting, %llu coalesced, %llu dropped, %llu faults\n",
              static_cast<unsigned long long>(house.at("entries").get<uint64_t>()),
              static_cast<unsigned long long>(house.at("waiting").get<uint64_t>()),
              static_cast<unsigned long long>(house.at("coalesced").get<uint64_t>()),
              static_cast<unsigned long long>(house.at("dropped").get<uint64_t>()),
              static_cast<unsigned long long>(house.at("faults").get<uint64_t>()));
  for (const Json& node : health.at("nodes")) {
    if (node.at("state") == "well") continue;
    std::printf("step %s: %s, %llu errors\n", node.at("name").get<std::string>().c_str(),
                node.at("state").get<std::string>().c_str(),
                static_cast<unsigned long long>(node.at("errors").get<uint64_t>()));
  }
  for (const Json& problem : health.at("problems")) std::printf("problem: %s\n", problem.get<std::string>().c_str());
}

int check(const Session& session) {
  const Result<Json> health = session.ask("GET", "/v1/health");
  if (!health) return fail(health.error());
  const Result<Json> devices = session.ask("GET", "/v1/devices");
  if (!devices) return fail(devices.error());
  const int code = health->at("problems").empty() ? Exit::Fine : Exit::Failed;
  if (session.json) {
    Json all = *health;
    all["entities"] = devices->size();
    std::printf("%s\n", dump(all).c_str());
    return code;
  }
  std::printf("Hearth %s, %zu entities\n", health->at("version").get<std::string>().c_str(), devices->size());
  print(*health);
  return code;
}

}  // namespace

void add_check(CLI::App& app, const Session& session, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("check", "Say how the house is doing, and what it cannot use and why");
  const auto wanted = std::make_shared<PhrasesWanted>();
  auto* phrases =
      command->add_flag("--phrases", wanted->phrases, "Read all that was said again: is it still understood?");
  auto* let_go = command->add_flag("--let-go", wanted->let_go, "Accept what differs; it is not told of again");
  auto* config = command->add_option("--config", wanted->config,
                                     "Ask no daemon: read the journal of this hearth.toml by this program's sentences, "
                                     "to see before an upgrade what it would lose");
  let_go->needs(phrases)->excludes(config);
  config->needs(phrases);
  command->footer(
      "Examples: hearth check    (exit code 1 when something is wrong)\n"
      "          hearth check --phrases    (exit code 4 when program or sentences make something else of what was "
      "said)\n"
      "          new/hearth check --phrases --config hearth.toml    (the same before the new program is started)");
  command->callback([&session, &chosen, wanted] {
    chosen = [&session, wanted] { return wanted->phrases ? check_phrases(session, *wanted) : check(session); };
  });
}

}  // namespace hearth::apps
