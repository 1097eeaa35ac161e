#include "understand/compound/ways.h"

#include <algorithm>

#include "flow/talk.h"
#include "understand/compound/borrowing.h"
#include "understand/scheduling/put_off.h"

namespace hearth::understand {
namespace {

constexpr int kMostAsides = 3;
constexpr size_t kMostParts = 5, kMostWaiting = 3, kMostWays = 400;
constexpr size_t kLongestApart = 10;  // words of a part beside a gap
constexpr size_t kBorrowedCost = 6, kBentCost = 8, kApartCost = 2, kAsideCost = 1;

/// "In ten minutes turn off the lights and close the blinds": what follows such a part is put off with it, but a
/// question and a greeting are not. False where it cannot be.
bool put_off_like(const flow::When& when, std::vector<flow::Request>& requests) {
  for (flow::Request& request : requests) {
    if (request.when || request.question || flow::only_talks(request)) continue;
    if (!takes_time(request.intent)) return false;
    request.when = when;
  }
  return true;
}

/// A time belongs to the part that says it: "radio off in ten minutes and the lamp now".
std::string without_time(const Part& part) {
  std::string text = part.text;
  if (part.requests.empty() || !part.requests.front().when) return text;
  const std::string& time = part.requests.front().when->spoken;
  const size_t at = time.empty() ? std::string::npos : text.find(time);
  return at == std::string::npos ? text : text.erase(at, time.size());
}

/// Words of a question make no command, and those of a command no question.
bool alike(const Part& a, const Part& b) {
  return a.requests.front().question.has_value() == b.requests.front().question.has_value();
}

}  // namespace

std::tuple<size_t, int, size_t, size_t, size_t> Compound::cost() const {
  const size_t open = wild_letters + kBorrowedCost * static_cast<size_t>(borrowed) +
                      kBentCost * static_cast<size_t>(bent) + kApartCost * static_cast<size_t>(apart) +
                      kAsideCost * static_cast<size_t>(asides);
  return {open, borrowed + bent, parts.size(), wildcards, spoken};
}

std::tuple<size_t, int, size_t, size_t, size_t> Ways::key(const Way& way) {
  auto cost = way.done.cost();
  if (way.stage == Way::Borrowing) std::get<0>(cost) += kBorrowedCost;
  if (way.stage == Way::Following) std::get<0>(cost) += kBentCost;
  return cost;
}

bool Ways::Later::operator()(const Way& a, const Way& b) const {
  return std::tuple(key(a), a.number) > std::tuple(key(b), b.number);
}

void Ways::push(Way way) {
  if (pushed_ >= kMostWays) return;
  way.number = pushed_++;
  open_.push(std::move(way));
}

Words Ways::piece(size_t first, size_t last) const {
  return {words_.begin() + static_cast<std::ptrdiff_t>(first), words_.begin() + static_cast<std::ptrdiff_t>(last)};
}

bool Ways::is_joint(size_t end) const {
  return end == words_.size() || std::ranges::any_of(joints_, [&](const Joint& one) { return one.first == end; });
}

size_t Ways::behind(size_t end) const {
  const auto joint = std::ranges::find(joints_, end, &Joint::first);
  return joint == joints_.end() ? end : joint->last;
}

/// Where a part that begins there may end: at no more than `most` connectors, the end of the sentence among them.
std::vector<size_t> Ways::ends(const Way& way, size_t most) const {
  std::vector<size_t> found;
  for (const Joint& joint : joints_) {
    if (joint.first > way.at && found.size() < most) found.push_back(joint.first);
  }
  if (found.size() < most && way.at < words_.size()) found.push_back(words_.size());
  return found;
}

bool Ways::complete(const Way& way) const {
  const size_t fewest = parting_.room || way.done.asides > 0 ? 1 : 2;
  return way.at == words_.size() && way.waiting.empty() && way.done.parts.size() >= fewest;
}

/// One part more, after all others.
bool Ways::take(Way& way, Part part) const {
  if (way.done.parts.size() == kMostParts) return false;
  if (parting_.all_contained && !part.contained) return false;
  if (way.put_off && !part.now && !put_off_like(*way.put_off, part.requests)) return false;
  if (!way.any && part.time_first) way.put_off = part.requests.front().when;
  way.recent = after(way.recent, part.requests);
  Compound& done = way.done;
  done.requests.insert(done.requests.end(), part.requests.begin(), part.requests.end());
  done.parts.push_back(part.text);
  done.wild_letters += part.wild_letters;
  done.wildcards += part.wildcards;
  done.spoken += part.spoken;
  if (part.area) way.said = part.area;
  way.last = std::move(part);
  way.any = true;
  return true;
}

/// "Close the blinds in the study and the bedroom at nine": the time at the end is that of all that share the verb,
/// where nothing closes the first of them ("turn the radio off and the lamp at nine").
void Ways::share_time(Way& way, const Part& part) {
  const std::optional<flow::When> when = part.requests.front().when;
  if (!when || when->spoken.empty() || !part.text.ends_with(when->spoken) || way.last.now) return;
  const auto first = way.done.requests.begin() + static_cast<std::ptrdiff_t>(way.verb);
  const bool all = std::all_of(first, way.done.requests.end(), [&](const flow::Request& request) {
    return !request.when && request.intent == part.requests.front().intent;
  });
  if (all) std::for_each(first, way.done.requests.end(), [&](flow::Request& request) { request.when = when; });
}

/// What waits takes its verb from the part that comes behind.
bool Ways::fill(Way& way, const Part& behind) {
  const auto waiting = std::exchange(way.waiting, {});
  for (const auto& [first, last] : waiting) {
    std::optional<Part> found;
    for (const Words& words : with_words_behind(piece(first, last), behind)) {
      std::optional<Part> part = parts_.whole(words, parting_.room);
      if (!part || part->wild_letters > 0 || (found && part->vague) || !alike(*part, behind)) continue;
      found = std::move(part);
      if (!found->vague) break;
    }
    if (!found || !take(way, std::move(*found))) return false;
  }
  return true;
}

void Ways::go_on(const Way& way, Part part, size_t joint, int borrowed, int bent) {
  Way next = way;
  next.stage = Way::Alone;
  if (part.open && way.said) {
    // "Blinds up in the kids room and the night light off": of several night lights the one there.
    const Words said = split_words(part.text);
    if (std::optional<Part> there = parts_.whole(said, way.said); there && !there->open) part = std::move(*there);
  }
  next.done.borrowed += borrowed;
  next.done.bent += bent;
  if (borrowed > 0 && way.any && way.waiting.empty()) {
    // "Turn on the porch and driveway lights": it is the lights of both.
    if (way.last.vague && !part.vague) ++next.done.bent;
    // "The light and the radio in the kitchen" are both there: a place that only one of them has is no good sign.
    if (!way.last.contained && part.placed) next.done.bent += 2;
  }
  if (borrowed > 0 && way.any && way.waiting.empty()) share_time(next, part);
  if (borrowed == 0) next.verb = next.done.requests.size();
  if (!fill(next, part) || !take(next, std::move(part))) return;
  next.at = behind(joint);
  next.behind_gap = !is_joint(joint);
  if (next.behind_gap) ++next.done.apart;
  push(std::move(next));
}

/// What the speaker says beside the commands.
void Ways::leave_out(const Way& way) {
  if (way.behind_gap || !way.waiting.empty() || way.done.asides == kMostAsides) return;
  const std::vector<size_t> next = ends(way, 1);
  if (next.empty() || !parts_.is_aside(piece(way.at, next.front()))) return;
  Way without = way;
  without.at = behind(next.front());
  ++without.done.asides;
  push(std::move(without));
}

void Ways::alone(const Way& way) {
  const auto at_joint = ends(way, joints_.size() + 1);
  const bool all = way.at == 0 && !parting_.room;  // that is the whole sentence, which is no compound
  for (const size_t end : at_joint) {
    if (all && end == words_.size()) continue;
    const Words said = piece(way.at, end);
    std::optional<Part> part = parts_.whole(said, parting_.room);
    if (!part || (way.behind_gap && part->wild_letters > 0)) continue;
    if (!part->contained && way.any && !way.behind_gap) {
      if (std::optional<Part> meant = parts_.refers(said, way.recent)) {
        go_on(way, std::move(*meant), end, 0, 1);
        continue;
      }
    }
    go_on(way, std::move(*part), end, 0, 0);
  }
  if (!parting_.apart) return;
  const size_t last = std::min(words_.size(), way.at + kLongestApart);
  for (size_t end = way.at + 2; end < last; ++end) {
    if (is_joint(end)) break;
    std::optional<Part> part = parts_.whole(piece(way.at, end), parting_.room);
    if (part && part->wild_letters == 0) go_on(way, std::move(*part), end, 0, 0);
  }
}

/// What the piece comes to with words of the part before, or of the piece before that waits itself.
std::optional<Part> Ways::lent(const Way& way, const Words& said) {
  Part before = way.last;
  if (!way.waiting.empty()) {
    const Words words = piece(way.waiting.back().first, way.waiting.back().second);
    before = Part();
    before.text = join_words(words, 0, words.size());
  } else if (!way.any) {
    return std::nullopt;
  }
  before.text = without_time(before);
  const Words plain = without_fillers(said, parts_.words());
  for (const Words& words : with_words_before(plain, before, parts_.words(), !way.waiting.empty())) {
    std::optional<Part> part = parts_.whole(words, parting_.room);
    if (!part || part->wild_letters > before.wild_letters) continue;
    if (!before.requests.empty() && !alike(*part, before)) continue;
    return part;
  }
  return std::nullopt;
}

void Ways::borrowing(const Way& way) {
  for (const size_t end : ends(way, 2)) {
    const Words said = piece(way.at, end);
    if (way.behind_gap && (way.last.name.empty() || !parts_.is_name(said))) continue;
    if (std::optional<Part> part = lent(way, said)) go_on(way, std::move(*part), end, 1, 0);
    if (end == words_.size() || way.waiting.size() == kMostWaiting || parts_.stands_alone(said)) continue;
    Way next = way;
    next.stage = Way::Alone;
    next.waiting.emplace_back(way.at, end);
    ++next.done.borrowed;
    next.at = behind(end);
    push(std::move(next));
  }
}

void Ways::following(const Way& way) {
  if (!way.waiting.empty()) return;
  for (const size_t end : ends(way, 2)) {
    std::optional<Part> part = parts_.follows(piece(way.at, end), way.recent, !way.any);
    if (part) go_on(way, std::move(*part), end, 0, 1);
  }
}

void Ways::expand(const Way& way) {
  if (way.stage == Way::Alone) leave_out(way);
  if (way.stage == Way::Alone) alone(way);
  if (way.stage == Way::Borrowing) borrowing(way);
  if (way.stage == Way::Following) return following(way);
  if (way.behind_gap && way.stage == Way::Borrowing) return;
  Way next = way;
  next.stage = way.stage == Way::Alone ? Way::Borrowing : Way::Following;
  push(std::move(next));
}

std::optional<Compound> Ways::best(size_t at, const Recent& recent) {
  Way first;
  first.at = at;
  first.recent = recent;
  push(std::move(first));
  std::optional<Compound> found;
  while (!open_.empty() && !parts_.spent()) {
    const Way way = open_.top();
    open_.pop();
    if (found && std::get<0>(key(way)) > std::get<0>(found->cost())) break;
    if (!complete(way)) {
      if (way.at < words_.size()) expand(way);
      continue;
    }
    if (found && found->requests != way.done.requests) return std::nullopt;  // as well this as that
    found = way.done;
    if (found->apart == 0) break;
  }
  return found;
}

}  // namespace hearth::understand
