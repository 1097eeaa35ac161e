// How many sentences of the acceptance suite the grammar alone understands, and how fast.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "score/understanding/ha_suite.h"

namespace hearth::score {

struct SuiteFailure {
  std::string input, expected, got, file;
};

struct SuiteReport {
  struct Count {
    size_t cases = 0, right = 0, wrong = 0, missed = 0;
  };
  Count all;
  size_t right_strict = 0;        ///< right, implied domains counted as errors
  double p50_us = 0, p99_us = 0;  ///< text to readings, one thread, each sentence once
  double compile_ms = 0;          ///< templates read and compiled, all languages together
  std::map<std::string, Count> by_language, by_intent;
  std::vector<SuiteFailure> failures;  ///< the first 200
};

struct SuiteOptions {
  std::string suite;      ///< folder with tests/<language>/
  std::string templates;  ///< folder with <language>.json
  std::vector<std::string> languages{"en"};
  size_t limit = 0;  ///< sentences of each language; 0: all
};

/// Errors: those of reading and compiling.
Result<SuiteReport> score_ha_suite(const SuiteOptions& options);

/// {cases, right, wrong, missed, right_strict, p50_us, p99_us, compile_ms, by, failures}.
Json to_json(const SuiteReport& report);

}  // namespace hearth::score
