// What measuring one faculty gives, and the JSON in which every later measurement reads it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/json.h"

namespace hearth::score {

/// What became of one case. Right: did or said what was expected. Wrong: did or said something else. Asked: asked back
/// or wanted a yes first. Missed: did nothing, or not all of it.
enum class Outcome : uint8_t { Right, Wrong, Asked, Missed };

struct Counts {
  size_t cases = 0, right = 0, wrong = 0, asked = 0, missed = 0;
  void add(Outcome outcome);
  bool operator==(const Counts&) const = default;
};

/// One line each, for a person.
struct Failure {
  std::string input, expected, got;
  bool operator==(const Failure&) const = default;
};

struct Score {
  std::string name;  ///< of the scorer: "understanding/ha-suite"
  std::string data;  ///< the path that was read
  Counts all;
  double p50_us = 0, p99_us = 0;                            ///< of one case, on one thread
  std::map<std::string, std::map<std::string, Counts>> by;  ///< by["intent"]["HassTurnOn"]
  std::vector<Failure> failures;                            ///< the first kMaxFailures
};

inline constexpr size_t kMaxFailures = 200;

/// {name, data, cases, right, wrong, asked, missed, p50_us, p99_us, by: {group: {key: {cases, right, wrong, asked,
/// missed}}}, failures: [{input, expected, got}]}, in this order.
OrderedJson to_json(const Score& score);

/// Writes it to a file, replacing one that is there only when all was written. Errors: Unavailable naming the file.
Status write_json(const Score& score, const std::string& path);

}  // namespace hearth::score
