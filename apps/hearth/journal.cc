// journal: the newest entries, or all that belongs to one trace.
#include <cstdio>
#include <set>

#include "apps/hearth/commands.h"

namespace hearth::apps {
namespace {

struct Wanted {
  uint64_t limit = 20, trace = 0;
  bool last_trace = false;
};

const std::set<std::string> kOwnColumns{"seq", "at", "direction", "trace", "origin"};

void print(const Json& entry) {
  for (const auto& [kind, body] : entry.items()) {
    if (kOwnColumns.contains(kind)) continue;
    std::printf("%6llu %s %c %-20s %-12s %s\n", static_cast<unsigned long long>(entry.at("seq").get<uint64_t>()),
                entry.at("at").get<std::string>().c_str(), entry.at("direction") == "input" ? '>' : ' ',
                entry.at("origin").get<std::string>().c_str(), kind.c_str(), dump(body).c_str());
  }
}

int journal(const Session& session, Wanted wanted) {
  if (wanted.last_trace) {
    const Result<Json> newest = session.ask("GET", "/v1/journal?limit=1000");
    if (!newest) return fail(newest.error());
    for (const Json& entry : *newest) {
      if (entry.contains("Plan")) wanted.trace = entry.at("trace").get<uint64_t>();
    }
  }
  std::string target = "/v1/journal?limit=" + std::to_string(wanted.limit);
  if (wanted.trace != 0) target += "&trace=" + std::to_string(wanted.trace);
  const Result<Json> answer = session.ask("GET", target);
  if (!answer) return fail(answer.error());
  if (session.json) {
    std::printf("%s\n", dump(*answer).c_str());
  } else {
    for (const Json& entry : *answer) print(entry);
  }
  return Exit::Fine;
}

}  // namespace

void add_journal(CLI::App& app, const Session& session, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("journal", "Print the newest entries of the journal");
  const auto wanted = std::make_shared<Wanted>();
  command->add_option("-n,--limit", wanted->limit, "How many")->capture_default_str()->check(CLI::Range(1, 1000));
  command->add_option("--trace", wanted->trace, "All that followed from this entry");
  command->add_flag("--last-trace", wanted->last_trace, "All that led to the last plan, and followed from it");
  command->footer("Example: hearth journal -n 50");
  command->callback([&session, &chosen, wanted] { chosen = [&session, wanted] { return journal(session, *wanted); }; });
}

}  // namespace hearth::apps
