// score: measures what the house can do on data that says what would have been right.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "apps/files.h"
#include "apps/hearth/commands.h"
#include "apps/hearth/progress.h"
#include "score/scorers.h"

namespace hearth::apps {
namespace {

namespace fs = std::filesystem;

struct Wanted {
  std::string name, data, output;
  score::ScoreOptions options;
  bool list = false, all = false;
};

using Scorers = std::vector<std::unique_ptr<score::Scorer>>;

/// Where public data lies when nobody says otherwise.
fs::path shared_data() {
  const char* chosen = std::getenv("HEARTH_SHARED_DATA");
  return chosen != nullptr ? fs::path(chosen) : model_files().phrases.parent_path() / ".." / "shared" / "data";
}

int list(const Session& session, const Scorers& scorers) {
  Json json = Json::array();
  for (const auto& scorer : scorers) {
    json.push_back({{"name", scorer->name()}, {"about", scorer->about()}, {"data", scorer->usual_data()}});
    if (!session.json) {
      std::printf("%-28s %s\n%-28s data: %s\n", std::string(scorer->name()).c_str(),
                  std::string(scorer->about()).c_str(), "", std::string(scorer->usual_data()).c_str());
    }
  }
  if (session.json) std::printf("%s\n", dump(json).c_str());
  return Exit::Fine;
}

void print(const score::Score& score) {
  const double share =
      score.all.cases == 0 ? 0 : 100.0 * static_cast<double>(score.all.right) / static_cast<double>(score.all.cases);
  std::printf("%s on %s\n  %.2f %% right: %zu of %zu; wrong %zu, asked %zu, missed %zu; p50 %.0f us, p99 %.0f us\n",
              score.name.c_str(), score.data.c_str(), share, score.all.right, score.all.cases, score.all.wrong,
              score.all.asked, score.all.missed, score.p50_us, score.p99_us);
  for (const auto& [group, keys] : score.by) {
    for (const auto& [key, counts] : keys) {
      std::printf("  %-14s %-30s %5zu of %5zu right", group.c_str(), key.c_str(), counts.right, counts.cases);
      if (counts.right != counts.cases) {
        std::printf("; wrong %zu, asked %zu, missed %zu", counts.wrong, counts.asked, counts.missed);
      }
      std::printf("\n");
    }
  }
}

Result<score::Score> run(const score::Scorer& scorer, const std::string& data, const score::ScoreOptions& options) {
  Progress progress(std::string(scorer.name()));
  score::ScoreOptions shown = options;
  shown.progress = [&](double share, const std::string& detail) { progress.show(share, detail); };
  return scorer.run(data, shown);
}

int one(const Session& session, const Scorers& scorers, const Wanted& wanted) {
  for (const auto& scorer : scorers) {
    if (scorer->name() != wanted.name) continue;
    const std::string data =
        wanted.data.empty() ? (shared_data() / scorer->usual_data()).lexically_normal().string() : wanted.data;
    const Result<score::Score> score = run(*scorer, data, wanted.options);
    if (!score) return fail_here(score.error());
    if (!wanted.output.empty()) {
      if (const Status written = write_json(*score, wanted.output); !written) return fail_here(written.error());
    }
    if (session.json) {
      std::printf("%s\n", to_json(*score).dump().c_str());
    } else {
      print(*score);
    }
    return Exit::Fine;
  }
  std::string known;
  for (const auto& scorer : scorers) known += (known.empty() ? "" : ", ") + std::string(scorer->name());
  return fail_here(invalid(fmt::format("no such score; expected one of: {}", known), wanted.name));
}

/// Every score whose data is there; with --json OUT a list of all.
int all(const Session& session, const Scorers& scorers, const Wanted& wanted) {
  OrderedJson scores = OrderedJson::array();
  bool failed = false;
  for (const auto& scorer : scorers) {
    const std::string data = (shared_data() / scorer->usual_data()).lexically_normal().string();
    if (!fs::exists(data)) {
      std::fprintf(stderr, "skipped %s: no %s (HEARTH_SHARED_DATA names the folder of public data)\n",
                   std::string(scorer->name()).c_str(), data.c_str());
      continue;
    }
    const Result<score::Score> score = run(*scorer, data, wanted.options);
    if (!score) {
      fail_here(score.error());
      failed = true;
      continue;
    }
    scores.push_back(to_json(*score));
    if (!session.json) print(*score);
  }
  if (session.json) std::printf("%s\n", scores.dump().c_str());
  if (!wanted.output.empty()) {
    std::FILE* out = std::fopen(wanted.output.c_str(), "w");
    if (out == nullptr)
      return fail_here(unavailable("cannot be written; expected a folder that takes new files", wanted.output));
    std::fprintf(out, "%s\n", scores.dump(1).c_str());
    std::fclose(out);
  }
  return failed ? Exit::Failed : Exit::Fine;
}

}  // namespace

void add_score(CLI::App& app, const Session& session, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("score", "Measure one faculty, or all, on data that says what is right");
  const auto wanted = std::make_shared<Wanted>();
  command->add_option("name", wanted->name, "Which: see --list");
  command->add_option("--data", wanted->data, "File or folder; else where public data usually lies");
  command->add_option("--languages", wanted->options.languages, "Separated by commas")
      ->delimiter(',')
      ->capture_default_str();
  command->add_option("--limit", wanted->options.limit, "At most so many cases of each language; 0: all");
  command->add_option("--json", wanted->output, "Write the score to this file")->type_name("OUT");
  command->add_flag("--list", wanted->list, "List what can be measured");
  command->add_flag("--all", wanted->all, "Measure all whose data is there");
  command->footer(
      "Example: hearth score understanding/ha-suite --data ../shared/data/ha-intents --languages en "
      "--json out.json");
  command->callback([&session, &chosen, wanted] {
    chosen = [&session, wanted] {
      const int ways = (wanted->name.empty() ? 0 : 1) + (wanted->list ? 1 : 0) + (wanted->all ? 1 : 0);
      if (ways != 1) return fail_here(invalid("expected a name, --list or --all", "hearth score"));
      const Scorers scorers = score::scorers(model_files());
      if (wanted->list) return list(session, scorers);
      return wanted->all ? all(session, scorers, *wanted) : one(session, scorers, *wanted);
    };
  });
}

}  // namespace hearth::apps
