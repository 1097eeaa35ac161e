#include "understand/reading/sentence_reader.h"

#include <algorithm>

#include "understand/compound/words.h"
#include "understand/intents/intent_names.h"
#include "understand/linking/spoken_names.h"
#include "understand/scheduling/put_off.h"

namespace hearth::understand {
namespace {

using flow::Intent;

constexpr size_t kMostParses = 64, kMostInner = 8;
/// A place that nobody can name: sentences about "here" are understood also where nobody knows what "here" is.
constexpr const char* kSomewhere = "\x01somewhere";

/// "Who is the song writer" fits a template that asks who is in some place; a place that does not exist is no question.
bool makes_sense(const Wanted& wanted, const home::Home& home) {
  if (wanted.request.intent != Intent::GetState || !wanted.wild) return true;
  const flow::Slot* state = flow::find_slot(wanted.request, "state");
  if (state == nullptr) return true;
  const std::string place = home::identity_of(state->spoken);
  return home.find_area(place) || place == "home" || place == "away" || place == "work" || place == "school";
}

std::string template_name(const Parse& parse) {
  const Json& metadata = parse.block->metadata;
  return metadata.is_object() ? metadata.value("slot_combination", parse.response()) : parse.response();
}

/// A timer of so long; one without a length may still find it in a time: "a timer for the pasta until seven".
bool has_length(const flow::Request& request) {
  if (request.intent != Intent::StartTimer) return false;
  return std::ranges::any_of(request.slots, [](const flow::Slot& slot) {
    return slot.name == "hours" || slot.name == "minutes" || slot.name == "seconds";
  });
}

void count_letters(const Parse& parse, Hypothesis& one) {
  for (const ParsedSlot& slot : parse.slots) {
    const size_t letters = slot.end - slot.begin;
    one.spoken_letters += letters;
    if (!slot.is_wildcard) continue;
    ++one.wildcards;
    one.wild_letters += letters;
  }
}

bool switches(const Hypothesis& one) {
  const Intent intent = one.wanted.request.intent;
  return intent == Intent::TurnOn || intent == Intent::TurnOff;
}

bool sets_a_level(const Hypothesis& one) {
  switch (one.wanted.request.intent) {
    case Intent::FanSetSpeed:
    case Intent::LightSet:
    case Intent::SetPosition:
    case Intent::SetVolume:
    case Intent::ClimateSetTemperature:
      return true;
    default:
      return false;
  }
}

/// German "Ventilator ein": the word that switches is the number one as well. Of what explains the words equally well
/// switching is meant, for who sets a level says more than one small word.
void switching_first(std::vector<Hypothesis>& found) {
  if (found.empty() || !sets_a_level(found.front())) return;
  const auto ties =
      std::ranges::find_if(found, [&](const Hypothesis& one) { return one.score != found.front().score; });
  std::stable_partition(found.begin(), ties, switches);
}

/// What was said of no place, or of the whole home, is said of this one; what was said of here, of the whole home.
void be_at(const PlaceCut& place, Wanted& wanted) {
  Mention& mention = wanted.mention;
  mention.area = place.area;
  mention.area_spoken = static_cast<bool>(place.area);
  mention.floor = place.floor;
  mention.everywhere = place.everywhere;
  std::erase_if(wanted.request.slots, [](const flow::Slot& slot) { return slot.name == "area"; });
  if (place.everywhere) {
    mention.one = false;
    return;
  }
  wanted.request.slots.push_back({place.area ? "area" : "floor", place.spoken, place.spoken, {}});
}

void add(Hypothesis one, std::vector<Hypothesis>& found) {
  const auto same = [&](const Hypothesis& other) { return other.wanted.request == one.wanted.request; };
  if (std::ranges::none_of(found, same)) found.push_back(std::move(one));
}

}  // namespace

bool Hypothesis::contained() const {
  const Mention& mention = wanted.mention;
  if (!concerns_things(mention.intent, mention.asks)) return true;
  return mention.named || mention.area_spoken || mention.floor || mention.everywhere;
}

Context surroundings(home::AreaId room, const home::Home& home) {
  Context context;
  context.area = room ? std::string(home.display_name(room)) : kSomewhere;
  context.area_id = room.value;
  return context;
}

void attach(const Link& link, Wanted& wanted) {
  flow::Request& request = wanted.request;
  request.targets = link.targets;
  if (link.candidates.empty()) return;
  const auto slot = std::ranges::find(request.slots, std::string_view("name"), &flow::Slot::name);
  if (slot != request.slots.end()) {
    slot->candidates = link.candidates;
  } else {
    request.slots.push_back({"name", wanted.mention.spoken, wanted.mention.spoken, link.candidates});
  }
}

std::vector<Hypothesis> SentenceReader::read(std::string_view text) const {
  return read_with({.grammar = grammar_, .names = nullptr, .pronouns = nullptr}, text);
}

std::vector<Hypothesis> SentenceReader::read(std::string_view text, const PronounNames& names,
                                             const Pronouns& pronouns) const {
  std::vector<Hypothesis> found = read_with({names.grammar(), &names, &pronouns}, text);
  std::erase_if(found, [](const Hypothesis& one) { return !one.linked || !one.contained(); });
  for (Hypothesis& one : found) {
    // Whom "it" means is found, not said: what is Secure is done to one thing that was spoken of, and to no more.
    if (one.link.targets.size() != 1) one.wanted.request.explicit_words = false;
  }
  return found;
}

bool SentenceReader::says_time(std::string_view text) const {
  return std::ranges::any_of(clock_.words.in(text, clock_.language, clock_.now),
                             [&](const SpokenTime& time) { return !is_now(time.when, clock_.now); });
}

/// True where the home's own names were said, or pronouns that stand for something.
bool SentenceReader::resolve(const Names& by, Wanted& wanted) const {
  if (by.names == nullptr) return true;
  if (!by.names->resolve(*by.pronouns, home_, wanted.mention)) return false;
  for (flow::Slot& slot : wanted.request.slots) {
    if (slot.name == "area" && wanted.mention.area) slot.value = std::string(home_.display_name(wanted.mention.area));
  }
  return true;
}

std::vector<Hypothesis> SentenceReader::read_with(const Names& by, std::string_view text) const {
  std::vector<Hypothesis> whole = read_whole(by, text);
  const bool sure = !whole.empty() && whole.front().linked;
  if (sure && (!whole.front().wanted.wild || keeps_its_words(whole.front().wanted.request.intent))) return whole;
  if (sure && has_length(whole.front().wanted.request)) return whole;
  std::vector<Hypothesis> open;  // where open text decides what is meant
  for (const Cut& cut : cuts(text, clock_.language, clock_.now, clock_.words)) {
    std::vector<Hypothesis> found = read_whole(by, cut.rest);
    const bool now = is_now(cut.when, clock_.now);
    std::erase_if(found, [&](const Hypothesis& one) {
      return !one.linked || (!now && !takes_time(one.wanted.request.intent)) || one.wanted.request.when;
    });
    for (Hypothesis& one : found) {
      const bool timed = !now && !only_briefly(cut.when, one.wanted.request.intent);
      if (timed) one.wanted.request.when = cut.when;
      one.time_first = cut.leading && timed;
      one.now = now;
      one.timeless = cut.rest;
    }
    if (!found.empty() && !found.front().wanted.wild) return found;
    if (open.empty()) open = std::move(found);
  }
  return open.empty() ? whole : open;
}

std::vector<Hypothesis> SentenceReader::read_whole(const Names& by, std::string_view text) const {
  std::vector<Hypothesis> found;
  for (const Parse& parse : by.grammar.parse(text, surroundings(room_, home_), kMostParses)) {
    Hypothesis one{read_request(parse, text), {}, parse.score, true, template_name(parse)};
    count_letters(parse, one);
    if (one.wanted.request.intent == Intent::None || !makes_sense(one.wanted, home_)) continue;
    if (inner_command(one.wanted.request) != nullptr) {
      add_put_off(by, text, std::move(one), found);
      continue;
    }
    name_event(home_, one.wanted);
    if (!resolve(by, one.wanted)) continue;
    const bool hinted = by.names == nullptr && !linker_.by_own_name(one.wanted.mention);
    if (hinted && bare_name(one, text)) continue;
    link(one, room_);
    add(std::move(one), found);
  }
  switching_first(found);
  std::ranges::stable_partition(found, [](const Hypothesis& one) { return one.linked; });
  const bool guessed = !found.empty() && found.front().wanted.request.intent == Intent::MediaSearchAndPlay;
  if (by.names != nullptr || (!found.empty() && found.front().linked && !guessed)) return found;
  std::vector<Hypothesis> placed = read_placed(text);
  return placed.empty() ? found : placed;
}

/// A word that a name only implies is no command by itself, and neither is a name with a place: "the radio" and "the
/// lamp in the kitchen" turn nothing on.
bool SentenceReader::bare_name(const Hypothesis& one, std::string_view text) const {
  const Mention& mention = one.wanted.mention;
  if (!mention.named || one.wanted.request.explicit_words) return false;
  const size_t at = text.find(mention.spoken);
  return at != std::string_view::npos &&
         only_articles_outside(text, at, at + mention.spoken.size(), naming_.words.articles);
}

std::vector<Hypothesis> SentenceReader::read_placed(std::string_view text) const {
  for (const PlaceCut& cut : naming_.places.cuts(text, room_)) {
    std::vector<Hypothesis> found;
    const home::AreaId place = cut.area ? cut.area : room_;
    for (const Parse& parse : grammar_.parse(cut.rest, surroundings(place, home_), kMostParses)) {
      Hypothesis one{read_request(parse, cut.rest), {}, parse.score, true, template_name(parse)};
      Mention& mention = one.wanted.mention;
      const bool told = mention.area_spoken || mention.floor || one.wanted.wild || mention.asks;
      if (told || !concerns_things(mention.intent, false) || bare_name(one, cut.rest)) continue;
      count_letters(parse, one);
      be_at(cut, one.wanted);
      link(one, place);
      if (one.linked) add(std::move(one), found);
    }
    switching_first(found);
    if (!found.empty()) return found;
  }
  return {};
}

/// "In five minutes turn on the light": the light, and when. What is put off must itself be a command.
void SentenceReader::add_put_off(const Names& by, std::string_view text, Hypothesis around,
                                 std::vector<Hypothesis>& found) const {
  name_event(home_, around.wanted);
  const std::string command = inner_command(around.wanted.request)->spoken;
  for (const Parse& parse : by.grammar.parse(command, surroundings(room_, home_), kMostInner)) {
    Hypothesis one{read_request(parse, command), {}, around.score, true, around.template_name};
    count_letters(parse, one);
    if (one.wanted.mention.asks || !concerns_things(one.wanted.request.intent, false)) continue;
    if (!resolve(by, one.wanted)) continue;
    link(one, room_);
    if (!put_off(around.wanted, one.wanted.request)) continue;
    one.time_first = text.ends_with(command);
    one.timeless = command;
    add(std::move(one), found);
  }
}

void SentenceReader::link(Hypothesis& one, home::AreaId here) const {
  const Mention& mention = one.wanted.mention;
  if (mention.intent == Intent::GetWeather) {  // a question also where nothing measures it
    one.link = linker_.weather(mention);
    attach(one.link, one.wanted);
    return;
  }
  const bool about_things =
      mention.intent == Intent::Why ? mention.named : concerns_things(mention.intent, mention.asks);
  if (!about_things) return;
  one.link = linker_.link(mention, here);
  attach(one.link, one.wanted);
  one.linked = !one.link.targets.empty() || !one.link.candidates.empty();
}

}  // namespace hearth::understand
