// check: how the house is doing, what it found and what it could not use.
#include <cstdio>

#include "apps/hearth/commands.h"

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
  command->footer("Example: hearth check    (exit code 1 when something is wrong)");
  command->callback([&session, &chosen] { chosen = [&session] { return check(session); }; });
}

}  // namespace hearth::apps
