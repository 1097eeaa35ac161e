#include "understand/time/time_reader.h"

#include <algorithm>

#include "base/file.h"
#include "calendar/zone_place.h"
#include "understand/time/chart.h"
#include "understand/time/resolve.h"

namespace hearth::understand {
namespace {

using flow::When;

bool is_waking(const RuleGraph& rules, const std::vector<TimeToken>& tokens) {
  return std::ranges::any_of(tokens, [&](const TimeToken& token) { return rules.is_waking(rules.word(token.text)); });
}

/// The readings of a stretch, the likeliest first.
template <class Wanted>
std::vector<const TimePart*> readings(const TimeChart& chart, size_t begin, size_t end, Wanted wanted) {
  std::vector<const TimePart*> found;
  for (const TimePart& part : chart.at(begin)) {
    if (part.end == end && wanted(part.category)) found.push_back(&part);
  }
  std::ranges::stable_sort(found, {}, [](const TimePart* part) { return part->cost; });
  return found;
}

/// `before_a_thing`: a word follows that is none of time's.
std::optional<When> first_that_resolves(const std::vector<const TimePart*>& parts, const TimeContext& context,
                                        bool before_a_thing = false) {
  for (const TimePart* part : parts) {
    if (before_a_thing && part->value.shy) continue;
    std::optional<When> when = resolve(part->value, context);
    if (!when) continue;
    when->dated = part->value.day.has_value();
    return when;
  }
  return std::nullopt;
}

bool says_time(RuleGraph::Category category, bool waking) {
  return category == RuleGraph::kWhen || (waking && category == RuleGraph::kRing);
}

struct Stretch {
  size_t begin = 0, end = 0;
};

/// Every stretch that may say a time, the longest first, then from the left.
template <class Wanted>
std::vector<Stretch> stretches(const TimeChart& chart, const std::vector<TimeToken>& tokens, Wanted wanted) {
  std::vector<Stretch> found;
  for (size_t begin = 0; begin < tokens.size(); ++begin) {
    const size_t first = found.size();
    for (const TimePart& part : chart.at(begin)) {
      if (!wanted(part.category)) continue;
      const bool known = std::any_of(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(),
                                     [&](const Stretch& stretch) { return stretch.end == part.end; });
      if (!known) found.push_back({begin, part.end});
    }
  }
  std::ranges::stable_sort(found, std::greater{}, [&](const Stretch& stretch) {
    return tokens[stretch.end - 1].end - tokens[stretch.begin].begin;
  });
  return found;
}

}  // namespace

Result<TimeReader> TimeReader::open(const std::string& rules, const std::string& language) {
  return compile(TRY(read_file(rules)), rules, language);
}

Result<TimeReader> TimeReader::compile(std::string_view text, const std::string& name, const std::string& language) {
  const RuleFile file = TRY(read_rules(text, name));
  auto rules = std::make_shared<const RuleGraph>(TRY(RuleGraph::compile(file, language)));
  return TimeReader(std::move(rules), std::nullopt);
}

TimeReader TimeReader::with_place(const calendar::Place& place) const { return {rules_, place}; }

TimeContext TimeReader::context(Time now, const calendar::Zone& zone) const {
  TimeContext context(now, zone);
  context.place = place_ ? place_ : calendar::place_of_zone(zone.name());
  return context;
}

std::optional<When> TimeReader::read(std::string_view text, Time now, const calendar::Zone& zone) const {
  return read(text, context(now, zone));
}

std::optional<When> TimeReader::read(std::string_view text, const TimeContext& given) const {
  const std::vector<TimeToken> tokens = time_tokens(text);
  if (tokens.empty()) return std::nullopt;
  const TimeChart chart(*rules_, tokens);
  TimeContext context = given;
  context.waking = context.waking || is_waking(*rules_, tokens);
  size_t begin = 0, end = tokens.size();
  const auto is_mark = [&](size_t i) {
    return std::string_view(".,;:!?").find(tokens[i].text) != std::string_view::npos;
  };
  while (true) {
    for (const bool bare : {false, true}) {
      const auto wanted = [&](RuleGraph::Category category) {
        return bare ? category == RuleGraph::kBare : says_time(category, context.waking);
      };
      if (auto when = first_that_resolves(readings(chart, begin, end, wanted), context)) {
        when->spoken = std::string(text.substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin));
        return when;
      }
    }
    if (end - begin < 2 || !is_mark(end - 1)) return std::nullopt;
    --end;  // what ends a sentence; "3.5." needs its own
  }
}

std::vector<TimeReader::Found> TimeReader::find(std::string_view text, Time now, const calendar::Zone& zone) const {
  const std::vector<TimeToken> tokens = time_tokens(text);
  const TimeChart chart(*rules_, tokens);
  TimeContext here = context(now, zone);
  here.waking = is_waking(*rules_, tokens);
  std::vector<bool> taken(tokens.size(), false);
  std::vector<Found> found;
  const auto wanted = [&](RuleGraph::Category category) { return says_time(category, here.waking); };
  for (const Stretch& stretch : stretches(chart, tokens, wanted)) {
    const auto from = taken.begin() + static_cast<std::ptrdiff_t>(stretch.begin);
    const auto to = taken.begin() + static_cast<std::ptrdiff_t>(stretch.end);
    if (std::find(from, to, true) != to) continue;
    if (rules_->is_guarded(chart.words(), stretch.begin, stretch.end)) {
      std::fill(from, to, true);
      continue;
    }
    const bool before_a_thing = stretch.end < tokens.size() && chart.words()[stretch.end] == 0;
    auto when = first_that_resolves(readings(chart, stretch.begin, stretch.end, wanted), here, before_a_thing);
    if (!when) continue;
    std::fill(from, to, true);
    Found one{tokens[stretch.begin].begin, tokens[stretch.end - 1].end, std::move(*when)};
    one.when.spoken = std::string(text.substr(one.first, one.last - one.first));
    found.push_back(std::move(one));
  }
  return found;
}

std::vector<std::pair<size_t, size_t>> TimeReader::unread(std::string_view text,
                                                          const std::vector<Found>& found) const {
  std::vector<std::pair<size_t, size_t>> out;
  for (const TimeToken& token : time_tokens(text)) {
    if (!rules_->tells_time(rules_->word(token.text))) continue;
    const bool read =
        std::ranges::any_of(found, [&](const Found& one) { return one.first <= token.begin && token.end <= one.last; });
    if (!read) out.emplace_back(token.begin, token.end);
  }
  return out;
}

std::optional<TimeReader::Gathered> TimeReader::gather(std::string_view text, Time now,
                                                       const calendar::Zone& zone) const {
  std::vector<Found> found = find(text, now, zone);
  if (found.empty() || !unread(text, found).empty()) return std::nullopt;
  std::ranges::sort(found, {}, &Found::first);
  Gathered out;
  std::string together;
  for (const Found& one : found) {
    out.spans.emplace_back(one.first, one.last);
    together += (together.empty() ? "" : " ") + one.when.spoken;
  }
  if (found.size() == 1) {
    out.when = std::move(found.front().when);
    return out;
  }
  TimeContext here = context(now, zone);
  here.waking = is_waking(*rules_, time_tokens(text));
  auto when = read(together, here);
  if (!when) return std::nullopt;
  out.when = std::move(*when);
  return out;
}

}  // namespace hearth::understand
