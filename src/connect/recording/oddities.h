// What is odd in a recording: counted and named, never a reason to stop.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::connect {

enum class OddityKind : unsigned char {
  Unparsable,      ///< a line that the format does not explain; left out
  TooLong,         ///< a line longer than any recorder writes; left out
  ImpossibleDate,  ///< a date or time of day that no calendar has; the line is left out
  LoneJump,        ///< one line far in the future between neighbours of the present; left out
  Sorted,          ///< a line a little out of order; put in its place
  Late,            ///< a line further out of order; kept at its place in the file, its time moved forward
  Duplicate,       ///< the same line again; left out
  EndsEarly,       ///< an interval that ends before it begins; taken to end where it begins
  MisfitValue,     ///< a value of another kind than the sensor's others; left out
  UnknownNumber,   ///< a sensor or activity that no list names; called by its number
  TooManySensors,  ///< more sensors than a home has; the line is left out
};

std::string_view to_string(OddityKind kind);

struct Oddity {
  OddityKind kind = OddityKind::Unparsable;
  uint64_t count = 0;
  uint64_t first_line = 0;  ///< of the file, from 1
  std::string example;      ///< that line, at most 120 bytes, control characters and bytes outside ASCII as '?'
};

class Oddities {
 public:
  void add(OddityKind kind, uint64_t line, std::string_view text);
  /// In the order in which the kinds first came up.
  const std::vector<Oddity>& list() const { return list_; }

 private:
  std::vector<Oddity> list_;
};

}  // namespace hearth::connect
