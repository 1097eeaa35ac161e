#include "understand/dialogue/follow_up.h"

#include <algorithm>

#include "flow/talk.h"
#include "understand/compound/words.h"
#include "understand/dialogue/timer_talk.h"
#include "understand/intents/intent_names.h"
#include "understand/linking/abilities.h"
#include "understand/scheduling/put_off.h"
#include "understand/scheduling/when_reply.h"

namespace hearth::understand {
namespace {

using flow::Intent;

constexpr int kDeepest = 4;  // "no, sorry, and the bedroom too": as many wrappings as people use
constexpr size_t kMostParses = 64;
constexpr size_t kMostNamed = 4;     // things in one breath
constexpr size_t kMostWrappers = 8;  // ways to part "no, not the lamp, the other one"

bool adds_item(Intent intent) { return intent == Intent::ListAddItem || intent == Intent::ShoppingListAddItem; }

/// The levels and colours of two requests are the same; names and places are no values.
bool same_values(const flow::Request& a, const flow::Request& b) {
  const auto holds = [](const flow::Request& some, const flow::Slot& slot) {
    const flow::Slot* other = flow::find_slot(some, slot.name);
    return slot.name == "name" || slot.name == "area" || slot.name == "floor" || slot.name == "domain" ||
           slot.name == "device_class" || (other != nullptr && other->value == slot.value);
  };
  return std::ranges::all_of(a.slots, [&](const flow::Slot& slot) { return holds(b, slot); }) &&
         std::ranges::all_of(b.slots, [&](const flow::Slot& slot) { return holds(a, slot); });
}

/// A timer, an alarm, a reminder, an item of a list, or a command for later.
bool promised(const Recent& recent) {
  if (recent.acts.empty()) return false;
  const flow::Request& act = recent.acts.back();
  return spoke_of_timer(recent) || act.intent == Intent::SetAlarm || act.intent == Intent::SetReminder || act.when ||
         adds_item(act.intent);
}

bool names_a_place(const Parse& parse) { return parse.response() == "place" && parse.slot("name") != nullptr; }

size_t length_of(const ParsedSlot* slot) { return slot == nullptr ? 0 : slot->end - slot->begin; }

/// "Not the porch the lamp of the hall": where open text falls into two, what is rejected is the shorter the likelier.
void least_rejected_first(std::vector<Parse>& parses) {
  std::vector<size_t> places;
  std::vector<Parse> some;
  for (size_t i = 0; i < parses.size(); ++i) {
    if (parses[i].slot("rejected") == nullptr) continue;
    places.push_back(i);
    some.push_back(std::move(parses[i]));
  }
  std::ranges::stable_sort(some, std::ranges::greater{},
                           [](const Parse& parse) { return length_of(parse.slot("rest")); });
  for (size_t i = 0; i < places.size(); ++i) parses[places[i]] = std::move(some[i]);
}

/// Louder, dimmer, two degrees less: what goes on when it is done again.
bool is_a_step(const flow::Request& act) {
  if (act.intent == Intent::LightBrighter || act.intent == Intent::LightDimmer) return true;
  return std::ranges::any_of(act.slots, [](const flow::Slot& slot) { return slot.name.ends_with("_step"); });
}

/// "The other one": a number that is no level.
bool is_a_pronoun(const Wanted& fragment, const Patch& patch) {
  const flow::Slot* number = flow::find_slot(fragment.request, "number");
  if (number == nullptr || patch.number != 1.0 || !patch.unit.empty() || !patch.quality.empty()) return false;
  const bool digits = std::ranges::any_of(number->spoken, [](char c) { return c >= '0' && c <= '9'; });
  return !digits && (patch.placed || patch.which != Patch::It);
}

bool can_be(const home::Entity& entity, std::string_view state) {
  if (state == "on" || state == "off") return is_switched(entity);
  if (state == "open" || state == "closed") return knows_opening(entity);
  return entity.kind == "lock";
}

/// What corrects nothing: the very thing that was done.
bool same_as_done(const std::vector<flow::Request>& found, const Recent& recent) {
  return !found.empty() && found.size() == recent.acts.size() &&
         std::ranges::equal(found, recent.acts, [](const flow::Request& a, const flow::Request& b) {
           return a.intent == b.intent && a.targets == b.targets && a.when == b.when && same_values(a, b);
         });
}

bool takes_back(const std::vector<flow::Request>& requests) {
  return !requests.empty() && requests.front().intent == Intent::Undo;
}

}  // namespace

std::optional<FollowUp> FollowUpReader::follow_up(Requests requests, const Recent& recent) const {
  if (requests.empty()) return std::nullopt;
  FollowUp found{std::move(requests), {flow::Faculty::Coreference, {"understood.follow_up", {}}, {}, 0.9F}};
  for (flow::Request& request : found.requests) {
    forget_reply(request);
    for (const home::EntityId id : request.targets) {
      found.because.what.with.emplace_back("entity", static_cast<double>(id.value));
    }
  }
  if (recent.plan) found.because.evidence.push_back({flow::Evidence::Message, recent.plan.value, {}, 1});
  return found;
}

std::optional<FollowUp> FollowUpReader::read(std::string_view text, const Recent& recent) const {
  return follow_up(now_or_later(text, recent, Inside::Nothing, 0), recent);
}

std::optional<FollowUp> FollowUpReader::read_part(std::string_view text, const Recent& recent) const {
  Requests found = now_or_later(text, recent, Inside::Addition, 1);
  if (takes_back(found)) return std::nullopt;
  return follow_up(std::move(found), recent);
}

std::optional<FollowUp> FollowUpReader::read_pronouns(std::string_view text, const Recent& recent) const {
  return follow_up(with_pronouns(text, recent), recent);
}

/// "And turn it off at eight": what few words ask for beside a time is put off, all of it or nothing.
FollowUpReader::Requests FollowUpReader::now_or_later(std::string_view text, const Recent& recent, Inside inside,
                                                      int depth) const {
  if (Requests found = read_inside(text, recent, inside, depth); !found.empty() || recent.empty()) return found;
  const Clock& clock = sentences_.clock();
  for (const Cut& cut : cuts(text, clock.language, clock.now, clock.words)) {
    Requests found = read_inside(cut.rest, recent, inside, depth);
    const bool all = std::ranges::all_of(found, [](const flow::Request& request) {
      return request.intent == Intent::Undo || (takes_time(request.intent) && !request.when && !request.question);
    });
    if (found.empty() || !all || found.back().intent == Intent::Undo) continue;
    for (flow::Request& request : found) {
      if (request.intent != Intent::Undo && !only_briefly(cut.when, request.intent)) request.when = cut.when;
    }
    return found;
  }
  return {};
}

FollowUpReader::Requests FollowUpReader::read_inside(std::string_view text, const Recent& recent, Inside inside,
                                                     int depth) const {
  if (depth > kDeepest || text.empty()) return {};
  std::vector<std::pair<std::string, std::string_view>> tried;  // wrappers, by kind and what they are around
  std::vector<Parse> parses = fragments_.parse(text, {}, kMostParses);
  if (std::ranges::any_of(parses, [](const Parse& parse) { return parse.response() == "forbid"; })) return {};
  least_rejected_first(parses);
  if (!recent.acts.empty() && is_a_step(recent.acts.back())) {  // "one more" goes on as it went
    std::ranges::stable_partition(parses, [](const Parse& parse) { return parse.response() == "again"; });
  }
  const bool names = std::ranges::any_of(parses, names_a_place);
  for (const Parse& parse : parses) {
    if (names && parse.response() == "place" && !names_a_place(parse)) continue;  // a name beats "lamp of the hall"
    const Wanted fragment = read_request(parse, text);
    const ParsedSlot* rest = parse.slot("rest");
    const std::string_view words =
        rest == nullptr ? std::string_view() : text.substr(rest->begin, rest->end - rest->begin);
    const ParsedSlot* rejected = parse.slot("rejected");  // "not the kitchen" names nothing instead
    const bool nothing = rejected != nullptr && only_articles_outside(rejected->text, rejected->text.size(),
                                                                      rejected->text.size(), words_.articles);
    if (nothing) continue;
    if (rest != nullptr) {
      std::pair<std::string, std::string_view> wrapper(parse.response(), words);
      if (tried.size() >= std::max<size_t>(kMostWrappers >> depth, 1) ||
          std::ranges::find(tried, wrapper) != tried.end())
        continue;
      tried.push_back(std::move(wrapper));
    }
    Requests found = read_fragment(fragment, words, recent, inside, depth);
    if (!found.empty()) return found;
  }
  if (Requests found = with_pronouns(text, recent); !found.empty()) return found;
  if (inside == Inside::Part) return {};
  if (Requests found = each(text, recent, inside, depth); !found.empty()) return found;
  return inside == Inside::Lead || inside == Inside::Addition ? whole(text) : Requests();
}

/// "The toaster and the oven", "off and on again": one after the other; all of them follow, or none does.
FollowUpReader::Requests FollowUpReader::each(std::string_view text, const Recent& recent, Inside inside,
                                              int depth) const {
  const std::vector<std::string> words = split_words(text);
  const std::vector<Joint> between = joints(words, words_.between);
  if (recent.empty() || between.empty() || between.size() >= kMostNamed) return {};
  const bool alone = inside == Inside::Nothing || inside == Inside::Lead;
  Requests all;
  size_t first = 0;
  for (size_t i = 0; i <= between.size(); ++i) {
    const size_t last = i < between.size() ? between[i].first : words.size();
    Requests part = read_inside(join_words(words, first, last), recent, alone ? Inside::Part : inside, depth + 1);
    if (part.empty() || takes_back(part) || flow::only_talks(part.front())) return {};
    std::ranges::move(part, std::back_inserter(all));
    if (i < between.size()) first = between[i].last;
  }
  return all;
}

FollowUpReader::Requests FollowUpReader::whole(std::string_view text) const {
  std::vector<Hypothesis> found = sentences_.read(text);
  if (found.empty() || !found.front().linked || !found.front().contained()) return {};
  return {std::move(found.front().wanted.request)};
}

FollowUpReader::Requests FollowUpReader::read_fragment(const Wanted& fragment, std::string_view rest,
                                                       const Recent& recent, Inside inside, int depth) const {
  const std::string& kind = fragment.request.response;
  const Intent intent = fragment.request.intent;
  if (intent == Intent::Respond) return {fragment.request};  // "what did you say?"
  if (recent.empty()) return {};
  if (intent == Intent::Undo) return promised_back(fragment, recent);
  if (intent == Intent::GetState) return question(fragment, recent);
  if (kind == "correct") {
    if (inside == Inside::Correction) return read_inside(rest, recent, inside, depth + 1);  // "sorry, off, not on"
    const bool free = inside == Inside::Nothing || inside == Inside::Lead;
    return free ? correct(rest, recent, depth) : Requests();
  }
  if (kind == "also" || kind == "lead") {
    const bool free = inside == Inside::Nothing || inside == Inside::Lead;
    const Inside within = !free ? inside : kind == "also" ? Inside::Addition : Inside::Lead;
    Requests found = read_inside(rest, recent, within, depth + 1);
    if (found.empty() && kind == "also") found = retimed(rest, recent);
    return found.empty() && kind == "also" ? one_more(rest, recent) : found;
  }
  if (kind == "about") return about(fragment, rest, recent, depth);
  if (kind == "only") return only(rest, recent, inside, depth);
  if (kind == "here") {
    const Recent near = patching_.here(recent);
    return near.targets.empty() ? Requests() : read_inside(rest, near, inside, depth + 1);
  }
  const Patch patch = read_patch(fragment);
  if (kind == "length" || (spoke_of_timer(recent) && kind != "again")) {
    return spoke_of_timer(recent) ? change_timer(patch, recent, inside == Inside::Addition) : Requests();
  }
  if (kind == "except") return patching_.except(patch, recent);
  if (!patch.placed && patch.which == Patch::It && !patch.values() && kind != "again") return {};
  if (is_a_pronoun(fragment, patch)) return {};
  return patching_.apply(patch, recent);
}

/// "Cancel it" takes back what was promised; of all else it ends the talk.
FollowUpReader::Requests FollowUpReader::promised_back(const Wanted& fragment, const Recent& recent) const {
  const bool promise = fragment.request.response == "promise";
  if (promise && !promised(recent)) return {};
  if (promise && spoke_of_timer(recent)) return {cancel_timer(recent)};
  flow::Request request = fragment.request;
  request.response = "default";
  return {std::move(request)};
}

/// "Is it closed now?": of what was spoken of, where it can be so at all.
FollowUpReader::Requests FollowUpReader::question(const Wanted& fragment, const Recent& recent) const {
  flow::Request request = fragment.request;
  request.targets = patching_.spoken_of(read_patch(fragment), recent);
  std::erase_if(request.slots, [](const flow::Slot& slot) { return slot.name == "which"; });
  const std::string& state = fragment.mention.state;
  std::erase_if(request.targets, [&](home::EntityId id) {
    const home::Entity* entity = sentences_.home().entity(id);
    return entity == nullptr || !can_be(*entity, state);
  });
  if (request.targets.empty()) return {};
  return {std::move(request)};
}

/// "No, I meant …": what was done is taken back, unless the words turn out to ask for something else altogether.
FollowUpReader::Requests FollowUpReader::correct(std::string_view rest, const Recent& recent, int depth) const {
  Requests found = read_inside(rest, recent, Inside::Correction, depth + 1);
  if (takes_back(found)) return found;
  bool instead = true;
  if (found.empty()) found = retimed(rest, recent);
  if (found.empty()) found = one_more(rest, recent);
  if (found.empty()) {
    found = whole(rest);
    instead = !found.empty() && !recent.acts.empty() && found.front().intent == recent.acts.back().intent;
  }
  // "Not the hall light, the other one" are not two things that are meant instead of the first of them.
  const bool repeats = found.size() > 1 && std::ranges::any_of(found, [&](const flow::Request& request) {
                         return !recent.acts.empty() && same_as_done({request}, {.acts = {recent.acts.back()}});
                       });
  if (instead && repeats) return {};
  if (instead && same_as_done(found, recent)) return {};  // "the porch not the hall" was read the wrong way round
  if (instead && !found.empty()) found.insert(found.begin(), take_back(recent));
  return found;
}

/// "The hall one a bit less", "and the bathroom, but half": a thing, and what is said of it.
FollowUpReader::Requests FollowUpReader::about(const Wanted& fragment, std::string_view rest, const Recent& recent,
                                               int depth) const {
  const Recent near = patching_.about(read_patch(fragment), recent);
  // "The radio in the kitchen" says nothing of the radio.
  const bool place = std::ranges::any_of(fragments_.parse(rest, {}, kMostParses), [](const Parse& parse) {
    return parse.response() == "place" && (parse.slot("name") != nullptr || parse.slot("area") != nullptr);
  });
  if (near.empty() || place) return {};
  Requests found = read_inside(rest, near, Inside::Part, depth + 1);
  const auto of_it = [&](const flow::Request& request) {
    return !request.targets.empty() && std::ranges::all_of(request.targets, [&](home::EntityId id) {
      return std::ranges::find(near.targets, id) != near.targets.end();
    });
  };
  if (takes_back(found) || !std::ranges::all_of(found, of_it)) return {};
  return found;
}

/// "Only the desk lamp" instead of what was done; "only the desk lamp off" and "the kitchen only half" correct nothing.
FollowUpReader::Requests FollowUpReader::only(std::string_view rest, const Recent& recent, Inside inside,
                                              int depth) const {
  const bool free = inside == Inside::Nothing || inside == Inside::Lead;
  if (!free) return read_inside(rest, recent, inside, depth + 1);
  Requests found = read_inside(rest, recent, Inside::Part, depth + 1);
  if (takes_back(found)) return {};
  const bool same = !found.empty() && !recent.acts.empty() && found.front().intent == recent.acts.back().intent;
  return found.empty() || same ? correct(rest, recent, depth) : found;
}

/// "No, quarter past six", "and at seven": what was promised, at another time.
FollowUpReader::Requests FollowUpReader::retimed(std::string_view text, const Recent& recent) const {
  if (recent.acts.size() != 1 || !recent.acts.front().when) return {};
  const Clock& clock = sentences_.clock();
  for (const SpokenTime& one : clock.words.in(text, clock.language, clock.now)) {
    if (!split_words(text.substr(0, one.first)).empty() || !split_words(text.substr(one.last)).empty()) continue;
    flow::Request request = recent.acts.front();
    request.when = on_the_same_day(*request.when, one.when, clock.words.zone);
    return {std::move(request)};
  }
  return {};
}

/// "And eggs": one more item of the list that was spoken of.
FollowUpReader::Requests FollowUpReader::one_more(std::string_view rest, const Recent& recent) const {
  if (recent.acts.empty() || !adds_item(recent.acts.back().intent) || rest.empty()) return {};
  if (!sentences_.read(rest).empty()) return {};  // that is a wish of its own
  flow::Request request = recent.acts.back();
  const auto item = std::ranges::find(request.slots, std::string_view("item"), &flow::Slot::name);
  if (item == request.slots.end()) return {};
  item->spoken = std::string(rest);
  item->value = std::string(rest);
  return {std::move(request)};
}

/// Whom the pronouns of the text stand for; nothing where it has none, or they stand for nothing.
std::optional<Pronouns> FollowUpReader::pronouns_in(std::string_view text, const Recent& recent) const {
  if (recent.targets.empty()) return std::nullopt;
  Pronouns meant;
  if (holds_word(text, words_.it)) meant.it = recent.targets;
  if (holds_word(text, words_.both)) meant.both = patching_.both(recent);
  if (holds_word(text, words_.others)) meant.others = patching_.others(recent);
  if (holds_word(text, words_.there)) meant.there = patching_.there(recent);
  if (holds_word(text, words_.other)) {
    const Link other = patching_.other(recent);
    meant.other = other.targets;
    for (const auto& [id, score] : other.candidates) meant.other.push_back(id);
  }
  const bool any = !meant.it.empty() || !meant.both.empty() || !meant.other.empty() || !meant.others.empty();
  if (!any && !meant.there) return std::nullopt;
  return meant;
}

FollowUpReader::Requests FollowUpReader::with_pronouns(std::string_view text, const Recent& recent) const {
  const std::optional<Pronouns> meant = pronouns_in(text, recent);
  if (!meant) return {};
  for (Hypothesis& one : sentences_.read(text, names_, *meant)) {
    // A bare name is a command, a bare "that" is none.
    const Mention& mention = one.wanted.mention;
    const size_t at = text.find(mention.spoken);
    if (mention.named && at == std::string_view::npos) continue;
    if (mention.named && only_articles_outside(text, at, at + mention.spoken.size(), words_.articles)) continue;
    return {std::move(one.wanted.request)};
  }
  return {};
}

}  // namespace hearth::understand
