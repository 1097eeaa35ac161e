// When something is meant to happen, read from what was said.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/sun.h"
#include "calendar/zone.h"
#include "flow/when.h"

namespace hearth::understand {

class RuleGraph;
struct TimeContext;

/// One language. Immutable and thread-safe; copies share the rules. Any bytes may be read, in bounded time: beyond some
/// thousand words of times nothing more is found.
class TimeReader {
 public:
  /// `rules`: the file `times.rules` of a language. Errors: NotFound naming the file; those of compile.
  static Result<TimeReader> open(const std::string& rules, const std::string& language);
  /// `text`: as rule_file.h describes it; `name` is for errors; `language` (BCP 47) is that of the number words.
  /// Errors: InvalidInput with name, line and what was expected.
  static Result<TimeReader> compile(std::string_view text, const std::string& name, const std::string& language);

  /// The same reader for a home at that place; without it, sunset is that of the zone's chief town.
  TimeReader with_place(const calendar::Place& place) const;

  /// What the whole text says; nothing when it says anything else as well. "At" and its like may be missing.
  std::optional<flow::When> read(std::string_view text, Time now, const calendar::Zone& zone) const;

  /// A time expression inside a sentence: bytes [first, last), its preposition with it.
  struct Found {
    size_t first = 0, last = 0;
    flow::When when;
  };
  /// All that do not overlap, the longest first. What its neighbours make into something else ("before seven", "ten
  /// minutes after the news") is left out.
  std::vector<Found> find(std::string_view text, Time now, const calendar::Zone& zone) const;

  /// Words that speak of time and lie in none of these ("monday", "hours", "until"): with one of them a sentence was
  /// not understood. Bytes [first, last), in order.
  std::vector<std::pair<size_t, size_t>> unread(std::string_view text, const std::vector<Found>& found) const;

  /// A time that a sentence says in one or several places: "tomorrow wake me at seven".
  struct Gathered {
    std::vector<std::pair<size_t, size_t>> spans;  ///< bytes [first, last), in order
    flow::When when;
  };
  /// The one time of a sentence; nothing when it says none, or several that do not go together, or leaves one unread.
  std::optional<Gathered> gather(std::string_view text, Time now, const calendar::Zone& zone) const;

 private:
  TimeReader(std::shared_ptr<const RuleGraph> rules, std::optional<calendar::Place> place)
      : rules_(std::move(rules)), place_(place) {}
  TimeContext context(Time now, const calendar::Zone& zone) const;
  std::optional<flow::When> read(std::string_view text, const TimeContext& context) const;

  std::shared_ptr<const RuleGraph> rules_;
  std::optional<calendar::Place> place_;
};

}  // namespace hearth::understand
