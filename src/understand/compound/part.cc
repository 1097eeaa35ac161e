#include "understand/compound/part.h"

#include <algorithm>

#include "flow/talk.h"
#include "text/normalise.h"
#include "understand/dialogue/remarks.h"
#include "understand/intents/intent_names.h"
#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

using flow::Intent;

constexpr size_t kGuess = 20;  // letters more that open text may have and be likelier than something to play

/// A scene's name is all that there is to say of it.
bool runs_by_name(const Mention& mention, const home::Home& home) {
  return !mention.called.empty() && std::ranges::all_of(mention.called, [&](home::EntityId id) {
    const home::Entity* entity = home.entity(id);
    return entity != nullptr && (entity->kind == "scene" || entity->kind == "script");
  });
}

bool opposite(const flow::Request& a, const flow::Request& b) {
  const auto is = [&](Intent one, Intent other) {
    return (a.intent == one && b.intent == other) || (a.intent == other && b.intent == one);
  };
  return is(Intent::TurnOn, Intent::TurnOff) || is(Intent::Open, Intent::Close) || is(Intent::Lock, Intent::Unlock);
}

/// "Off and then back on again": the same things are to be the other way round.
bool turns_back(const std::vector<flow::Request>& requests, const Recent& recent) {
  return std::ranges::any_of(requests, [&](const flow::Request& request) {
    return std::ranges::any_of(recent.acts, [&](const flow::Request& act) {
      const bool same = std::ranges::any_of(
          request.targets, [&](home::EntityId id) { return std::ranges::find(act.targets, id) != act.targets.end(); });
      return same && opposite(act, request);
    });
  });
}

}  // namespace

bool may_be_part(const flow::Request& request) {
  const bool beside = request.intent == Intent::Respond || request.intent == Intent::Nevermind;
  return (beside || !flow::only_talks(request)) && request.intent != Intent::Why;
}

/// "Some light" is not to be played: a part of which only that can be made was not understood.
bool PartReader::searches_for_things(const flow::Request& request) const {
  if (request.intent != Intent::MediaSearchAndPlay) return false;
  return std::ranges::any_of(request.slots,
                             [&](const flow::Slot& slot) { return holds_word(slot.spoken, words_.names.kinds); });
}

bool PartReader::spent() const { return read_ > until_; }

bool PartReader::is_bare(const Hypothesis& one, std::string_view text) const {
  const Mention& mention = one.wanted.mention;
  if (!mention.named || one.wanted.request.explicit_words || runs_by_name(mention, home())) return false;
  const size_t at = text.find(mention.spoken);
  return at != std::string_view::npos && only_articles_outside(text, at, at + mention.spoken.size(), words_.articles);
}

/// What names no thing is about the room that was said before, or about nothing there.
bool PartReader::stays_in(const Hypothesis& one, home::AreaId room) const {
  const Mention& mention = one.wanted.mention;
  if (!room || mention.named || mention.area_spoken || mention.floor || mention.everywhere) return true;
  const auto there = [&](home::EntityId id) { return home().area_of(*home().entity(id)) == room; };
  return std::ranges::all_of(one.link.targets, there) &&
         std::ranges::all_of(one.link.candidates, [&](const auto& candidate) { return there(candidate.first); });
}

std::optional<Part> PartReader::sentence(const std::string& text, home::AreaId room) {
  const auto key = std::pair(room.value, text);
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  if (spent() || text.empty()) return std::nullopt;
  std::optional<Part>& slot = known_[key];
  read_ += text.size();
  for (Hypothesis& one : room ? sentences_.within(room).read(text) : sentences_.read(text)) {
    if (!one.linked || !may_be_part(one.wanted.request) || searches_for_things(one.wanted.request)) continue;
    // "The hot tub, please", "the lamp too": no more than the name, whatever stands around it.
    const Words said = without_fillers(split_words(one.timeless.empty() ? text : one.timeless), words_);
    if (is_bare(one, join_words(said, 0, said.size()))) {
      bare_.insert(text);
      return slot;
    }
    if (!stays_in(one, room)) return slot;
    const Mention& mention = one.wanted.mention;
    Part part;
    if (mention.named) part.name = mention.spoken;
    part.contained = one.contained() || room;
    part.placed = mention.area_spoken || mention.floor;
    part.vague = mention.area_spoken && !mention.named && mention.kinds.empty() && mention.device_class.empty();
    part.open = one.link.candidates.size() > 1;
    if (mention.area_spoken) part.area = mention.area;
    part.requests = {std::move(one.wanted.request)};
    part.text = text;
    const bool guessed = one.wanted.mention.intent == Intent::MediaSearchAndPlay;
    part.wild_letters = one.wild_letters + (guessed ? kGuess : 0);
    part.wildcards = one.wildcards;
    part.spoken = one.spoken_letters;
    part.time_first = one.time_first;
    part.now = one.now;
    slot = std::move(part);
    break;
  }
  return slot;
}

std::optional<Part> PartReader::whole(const Words& words, home::AreaId room) {
  const std::string text = join_words(words, 0, words.size());
  std::optional<Part> found = sentence(text, room);
  if (found && found->wild_letters == 0) return found;
  const Words plain = without_fillers(words, words_);
  if (plain.size() == words.size() || plain.empty()) return found;
  std::optional<Part> other = sentence(join_words(plain, 0, plain.size()), room);
  return other && (!found || other->wild_letters == 0) ? other : found;
}

std::optional<Part> PartReader::refers(const Words& words, const Recent& recent) {
  if (recent.empty() || spent()) return std::nullopt;
  const std::string text = join_words(words, 0, words.size());
  read_ += text.size();
  std::optional<FollowUp> found = follow_ups_.read_pronouns(text, recent);
  if (!found || !std::ranges::all_of(found->requests, may_be_part)) return std::nullopt;
  Part part;
  part.requests = std::move(found->requests);
  part.text = text;
  return part;
}

std::optional<Part> PartReader::follows(const Words& words, const Recent& recent, bool first) {
  if (recent.empty() || spent()) return std::nullopt;
  for (const Words& said : {words, without_fillers(words, words_)}) {
    std::optional<Part> part = refers(said, recent);
    if (part || first) return part;
    const std::string text = join_words(said, 0, said.size());
    std::optional<FollowUp> found = follow_ups_.read_part(text, recent);
    if (!found || !std::ranges::all_of(found->requests, may_be_part)) continue;
    const auto as_before = [&](const flow::Request& request) {
      return !recent.acts.empty() && request.intent == recent.acts.back().intent;
    };
    if (bare_.contains(text) && !std::ranges::all_of(found->requests, as_before)) continue;
    // Who names a thing or a place does not mean the very opposite of what was said a word before.
    if (turns_back(found->requests, recent) && names_.any_in(text)) return std::nullopt;
    part.emplace();
    part->requests = std::move(found->requests);
    part->text = text;
    return part;
  }
  return std::nullopt;
}

bool PartReader::is_aside(const Words& words) {
  const Words plain = without_fillers(words, words_);
  if (plain.empty()) return true;
  if (longest_phrase(words, 0, words_.asides) + longest_phrase(plain, 0, words_.asides) == 0) return false;
  const std::string text = join_words(words, 0, words.size());
  if (holds_word(text, words_.names.here) || tells_more(text, sentences_, words_, names_)) return false;
  return !whole(words, {});
}

bool PartReader::stands_alone(const Words& words) {
  const std::optional<Part> part = whole(words, {});
  return part && part->contained && part->wild_letters == 0;
}

bool PartReader::is_name(const Words& words) {
  if (own_.empty()) {
    for (const HomeNames::Entity& one : spoken_names(home()).entities) {
      for (const std::string& name : one.names) own_.insert(text::normalise(name));
    }
  }
  const bool article = words.size() > 1 && longest_phrase(words, 0, words_.articles) == 1;
  const Words name(words.begin() + (article ? 1 : 0), words.end());
  return own_.contains(text::normalise(join_words(name, 0, name.size()))) ||
         own_.contains(text::normalise(join_words(words, 0, words.size())));
}

}  // namespace hearth::understand
