#include "apps/hearth/phrases.h"

#include <cstdio>

#include "apps/files.h"
#include "engine/config.h"
#include "engine/phrase_watch.h"
#include "memory/sqlite_journal.h"

namespace hearth::apps {
namespace {

namespace fs = std::filesystem;

/// By this program's sentences, beside a daemon or without one. Nothing is written.
Result<Json> read_here(const std::string& file) {
  const engine::Config config = TRY(engine::read_config(file));
  const fs::path folder = config.file.parent_path();
  const fs::path path = folder / config.journal;
  if (!fs::exists(path)) return not_found("no such file; expected the journal of " + file, path.string());
  const auto journal = TRY(memory::SqliteJournal::open(path, {.read_only = true}));
  engine::ModelFiles files = model_files();
  if (!config.sentences.empty()) files.household = folder / config.sentences;
  const auto models =
      TRY(engine::Models::load(files, engine::spoken_languages(config), engine::Languages::Demand::AtOnce));
  const engine::PhraseRecord record = engine::read_phrase_record(engine::phrase_record_of(path));
  return to_json(
      TRY(engine::read_phrases_again(*journal, journal->last(), *models, config.zone, nullptr, record.let_go)));
}

void print(const Json& report) {
  for (const Json& one : report.at("differences")) {
    const bool lost = one.at("kind") == "lost";
    const std::string room = one.at("room").get<std::string>();
    std::printf("%s \"%s\"%s%s, said %llu time(s), last %s%s\n  was %s\n", lost ? "lost   " : "changed",
                one.at("text").get<std::string>().c_str(), room.empty() ? "" : " in ", room.c_str(),
                static_cast<unsigned long long>(one.at("count").get<uint64_t>()),
                one.at("last").get<std::string>().c_str(), one.at("cause") == "home" ? "; the home has changed" : "",
                one.at("before").get<std::string>().c_str());
    if (!lost) std::printf("  is  %s\n", one.at("now").get<std::string>().c_str());
  }
  std::printf("%llu sentence(s) that were said: %llu lost, %llu changed, %llu let go\n",
              static_cast<unsigned long long>(report.at("checked").get<uint64_t>()),
              static_cast<unsigned long long>(report.at("lost").get<uint64_t>()),
              static_cast<unsigned long long>(report.at("changed").get<uint64_t>()),
              static_cast<unsigned long long>(report.at("let_go").get<uint64_t>()));
  const auto dropped = report.at("dropped").get<uint64_t>();
  if (dropped > 0) std::printf("older ones left out: %llu\n", static_cast<unsigned long long>(dropped));
}

}  // namespace

int check_phrases(const Session& session, const PhrasesWanted& wanted) {
  const bool here = !wanted.config.empty();
  const Result<Json> report = here            ? read_here(wanted.config)
                              : wanted.let_go ? session.ask("POST", "/v1/phrases/let-go", Json::object())
                                              : session.ask("GET", "/v1/phrases");
  if (!report) return here ? fail_here(report.error()) : fail(report.error());
  if (session.json) {
    std::printf("%s\n", dump(*report).c_str());
  } else {
    print(*report);
  }
  return report->at("by_program").get<uint64_t>() > 0 ? Exit::Differs : Exit::Fine;
}

}  // namespace hearth::apps
