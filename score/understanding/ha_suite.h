// The acceptance sentences of Home Assistant's intents project: https://github.com/OHF-Voice/intents, tests/.
// Every file holds one little home and the sentences that must be understood in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "understand/grammar/grammar.h"

namespace hearth::score {

/// The home of one test file. Names are as written; ids are 1 upwards in the order of the file, a kind apart.
struct SuiteHome {
  struct Entity {
    std::string name, domain, state, area;
    Json attributes;
  };
  struct Area {
    std::string name, floor;
    bool is_here = false;  ///< the speaker is in it
  };
  std::vector<Entity> entities;
  std::vector<Area> areas;
  std::vector<std::string> floors;
  Json timers, media;  ///< as they stand; null if there are none

  /// For Grammar::with_names.
  understand::HomeNames names() const;
  /// Where the speaker is: the area marked so, else a placeholder that no sentence can name (the suite always gives
  /// an area).
  understand::Context context() const;
};

/// Sentences that must mean the same.
struct SuiteTest {
  std::vector<std::string> sentences;
  Json slots;                          ///< name: value, or a list of values any of which is right
  std::vector<std::string> responses;  ///< any of these
  Json media;                          ///< in place of the home's; null where the test has none of its own
};

struct SuiteFile {
  std::string path;         ///< within the language: "HassTurnOn/area_domain.yaml"
  std::string intent;       ///< "HassTurnOn"
  std::string combination;  ///< "area_domain"
  SuiteHome home;
  std::vector<SuiteTest> tests;

  size_t cases() const;
};

/// All files of one language, sorted by path. `suite` is the folder with tests/<language>/.
/// Errors: NotFound; InvalidInput naming file, line and what was expected.
Result<std::vector<SuiteFile>> read_suite(const std::string& suite, const std::string& language);

/// One file. `path` is within `folder`.
Result<SuiteFile> read_suite_file(const std::string& folder, const std::string& path);

enum class Verdict : uint8_t {
  Missed,       ///< no reading at all
  Wrong,        ///< another intent or other slots
  RightButFor,  ///< right, with a `domain` that the template implies and the test does not list
  Exact,
};

/// Compares the best reading (null: none) with what the test expects: the intent, and all slots with their values. An
/// area that only the context gave is not counted. Text is compared without regard to case, numbers by value.
/// The suite and the packaged templates are different editions, which disagree on implied domains; both verdicts
/// above Wrong therefore count as right, and the strict count is reported beside.
Verdict judge(const SuiteFile& file, const SuiteTest& test, const understand::Parse* parse);

/// One line for a person: "HassTurnOn area=Kitchen domain=light".
std::string describe(const understand::Parse* parse);
std::string describe(const SuiteFile& file, const SuiteTest& test);

}  // namespace hearth::score
