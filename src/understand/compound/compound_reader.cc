#include "understand/compound/compound_reader.h"

#include <algorithm>

#include "flow/talk.h"
#include "understand/intents/intent_names.h"
#include "understand/scheduling/put_off.h"

namespace hearth::understand {
namespace {

using flow::Intent;

constexpr size_t kMostParts = 5;
constexpr size_t kMostBorrowed = 5;  // words
constexpr size_t kMostRead = 6000;   // bytes of all parts tried: a sentence of nothing but "and" ends here
constexpr size_t kBorrowedCost = 6, kBentCost = 8;

/// "Hello" and "forget it" may stand beside a command; what replies to a question stands alone, and so does "why?".
bool may_be_part(const flow::Request& request) {
  const bool beside = request.intent == Intent::Respond || request.intent == Intent::Nevermind;
  return (beside || !flow::only_talks(request)) && request.intent != Intent::Why;
}

/// "In ten minutes turn off the lights and close the blinds": what follows such a part is put off with it, but a
/// question and a greeting are not. False where it cannot be.
bool put_off_like(const flow::Request& first, std::vector<flow::Request>& others) {
  for (flow::Request& other : others) {
    if (other.when || other.question || flow::only_talks(other)) continue;
    if (!takes_time(other.intent)) return false;
    other.when = first.when;
  }
  return true;
}

/// Nothing was borrowed or guessed, and no text is open: no other way to part the sentence there is likelier.
bool plain(const Compound& compound) { return std::get<0>(compound.cost()) == 0; }

}  // namespace

std::tuple<size_t, int, size_t, size_t, size_t> Compound::cost() const {
  const size_t open =
      wild_letters + kBorrowedCost * static_cast<size_t>(borrowed) + kBentCost * static_cast<size_t>(bent);
  return {open, borrowed + bent, parts.size(), wildcards, spoken};
}

/// A bare name is a sentence of its own, but among others it is rather what their verb is about.
bool CompoundReader::is_bare(const Hypothesis& one, std::string_view text) const {
  const Mention& mention = one.wanted.mention;
  if (!mention.named || one.wanted.request.explicit_words) return false;
  const size_t at = text.find(mention.spoken);
  return at != std::string_view::npos && only_articles_outside(text, at, at + mention.spoken.size(), words_.articles);
}

std::optional<Compound> CompoundReader::whole(const std::string& text) {
  if (const auto found = known_.find(text); found != known_.end()) return found->second;
  std::optional<Compound>& slot = known_[text];
  read_ += text.size();
  if (read_ > kMostRead) return slot;
  for (Hypothesis& one : sentences_.read(text)) {
    if (!one.linked || !may_be_part(one.wanted.request)) continue;
    const Mention& mention = one.wanted.mention;
    Compound alone;
    alone.bare = is_bare(one, text);
    alone.bent = alone.bare ? 1 : 0;
    alone.contained = one.contained();
    alone.placed = mention.area_spoken || mention.floor;
    alone.requests = {std::move(one.wanted.request)};
    alone.parts = {text};
    alone.wild_letters = one.wild_letters;
    alone.wildcards = one.wildcards;
    alone.spoken = one.spoken_letters;
    alone.time_first = one.time_first;
    slot = std::move(alone);
    break;
  }
  return slot;
}

std::optional<Compound> CompoundReader::part(const std::string& text, const Recent& recent, bool first) {
  std::optional<Compound> found = whole(text);
  if (found && found->contained) return found;
  if (recent.empty()) return found;
  std::optional<FollowUp> follows =
      first ? follow_ups_.read_pronouns(text, recent) : follow_ups_.read_part(text, recent);
  if (!follows || !std::ranges::all_of(follows->requests, may_be_part)) return found;
  if (found && found->wild_letters == 0 && !first) {
    // "Lights off" in the room beats "lights" taken for what was spoken of.
    const bool pronoun = follow_ups_.read_pronouns(text, recent).has_value();
    if (!pronoun) return found;
  }
  Compound following;
  following.requests = std::move(follows->requests);
  following.parts = {text};
  following.bent = 1;
  return following;
}

std::optional<Compound> CompoundReader::join(const Compound& left, const Compound& right, bool verb, bool tail) const {
  if (left.bare && right.bare) return std::nullopt;  // two names are no command
  Compound both = left;
  both.bare = false;
  std::vector<flow::Request> others = right.requests;
  if (left.time_first && !put_off_like(left.requests.front(), others)) return std::nullopt;
  std::ranges::move(others, std::back_inserter(both.requests));
  both.parts.insert(both.parts.end(), right.parts.begin(), right.parts.end());
  if (both.parts.size() > kMostParts) return std::nullopt;
  both.wild_letters += right.wild_letters;
  both.wildcards += right.wildcards;
  both.spoken += right.spoken;
  both.borrowed += right.borrowed + (verb || tail ? 1 : 0);
  both.bent += right.bent;
  both.placed = right.placed;
  // "The light and the radio in the kitchen" are both there: a place that only one of the two has is no good sign.
  if (verb && !tail && !left.contained && right.placed) both.bent += 2;
  return both;
}

void CompoundReader::split(const Words& words, const Joint& joint, const Recent& recent, bool first, size_t depth,
                           std::optional<Compound>& best) {
  const auto consider = [&](std::optional<Compound> candidate) {
    if (candidate && (!best || candidate->cost() < best->cost())) best = std::move(candidate);
  };
  const size_t most_tail = std::min(kMostBorrowed, words.size() - joint.last - 1);
  for (size_t tail = 0; tail <= most_tail; ++tail) {
    Words head(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(joint.first));
    head.insert(head.end(), words.end() - static_cast<std::ptrdiff_t>(tail), words.end());
    const std::optional<Compound> left = part(join_words(head, 0, head.size()), recent, first);
    if (!left) continue;
    const Recent behind = after(recent, left->requests);
    for (size_t verb = 0; verb <= std::min(kMostBorrowed, joint.first - 1); ++verb) {
      if (tail + verb > 0 && best && plain(*best)) return;
      Words rest(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(verb));
      rest.insert(rest.end(), words.begin() + static_cast<std::ptrdiff_t>(joint.last), words.end());
      const std::optional<Compound> right = all(rest, behind, false, depth + 1);
      if (right) consider(join(*left, *right, verb > 0, tail > 0));
    }
  }
}

std::optional<Compound> CompoundReader::all(const Words& words, const Recent& recent, bool first, size_t depth) {
  std::optional<Compound> best;
  if (depth > 0) best = part(join_words(words, 0, words.size()), recent, first);
  if (best && best->cost() < std::tuple<size_t, int, size_t, size_t, size_t>{1, 0, 2, 0, 0}) return best;
  if (depth + 1 >= kMostParts || read_ > kMostRead) return best;
  for (const Joint& joint : joints(words, words_.between)) split(words, joint, recent, first, depth, best);
  return best;
}

std::optional<Compound> CompoundReader::read(std::string_view text, const Recent& recent) {
  Words words = split_words(text);
  if (std::optional<Compound> found = all(words, recent, true, 0)) return found;
  // "First" may as well be the first floor, so it is left out only where nothing is understood with it.
  const size_t spoken = words.size();
  std::erase_if(
      words, [this](const std::string& word) { return std::ranges::find(words_.opener, word) != words_.opener.end(); });
  if (words.size() == spoken || words.empty()) return std::nullopt;
  return all(words, recent, true, 0);
}

}  // namespace hearth::understand
