// The package's reply in the place of a phrase.
#include <algorithm>
#include <array>
#include <cmath>

#include "act/wording/names.h"
#include "act/wording/worder.h"
#include "calendar/civil.h"
#include "text/normalise.h"

namespace hearth::act {
namespace {

constexpr std::string_view kSlot = "reply.";
constexpr size_t kMostCounted = 10'000;

const home::Value* argument(const flow::Phrase& phrase, std::string_view name) {
  const auto found = std::ranges::find(phrase.with, name, &std::pair<std::string, home::Value>::first);
  return found == phrase.with.end() ? nullptr : &found->second;
}

std::string word_in(const flow::Phrase& phrase, std::string_view name) {
  const home::Value* value = argument(phrase, name);
  const auto* word = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return word == nullptr ? std::string() : *word;
}

/// To a tenth, as people say it; whole where it is.
Json number_json(double number) {
  const double tenths = std::round(number * 10) / 10;
  if (std::floor(tenths) == tenths && std::abs(tenths) < 1e15) return static_cast<int64_t>(tenths);
  return tenths;
}

/// State and attributes that all things of the phrase share.
ReplyState state_in(const flow::Phrase& phrase) {
  ReplyState state;
  const home::Value* value = argument(phrase, "value");
  if (value == nullptr) return state;
  const double* number = std::get_if<double>(value);
  state.state = number == nullptr ? home::to_text(*value) : number_json(*number).dump();
  const auto capability = home::find_capability(word_in(phrase, "capability"));
  const std::string_view unit = capability ? home::facts(*capability).unit : std::string_view();
  if (!unit.empty()) state.attributes["unit_of_measurement"] = unit;
  if (number != nullptr && phrase.key == "state.temperature") {
    state.attributes["current_temperature"] = number_json(*number);
  }
  return state;
}

/// `key`: of the reply; "all" tells of those that are not so, every other one of those that are.
ReplyContext context_of(const flow::Phrase& phrase, std::string_view key, std::string_view language,
                        const home::Home& home) {
  ReplyContext context;
  for (const auto& [name, value] : phrase.with) {
    if (name.starts_with(kSlot)) context.slots[name.substr(kSlot.size())] = home::to_text(value);
  }
  auto& things = key == "all" ? context.unmatched : context.matched;
  for (const auto& [name, value] : phrase.with) {
    const double* id = std::get_if<double>(&value);
    if (name != "entity" || id == nullptr) continue;
    const home::EntityId entity{static_cast<uint32_t>(*id)};
    ReplyState thing = state_in(phrase);
    thing.name = name_of(home, entity, language);
    if (const home::Entity* known = home.entity(entity)) thing.domain = known->kind;
    things.push_back(std::move(thing));
  }
  if (things.size() == 1 && context.slots.contains("name")) context.slots["name"] = things.front().name;
  if (const auto at = calendar::parse_civil(word_in(phrase, "clock"))) {
    put_moment({.year = at->year, .month = at->month, .day = at->day, .hour = at->hour, .minute = at->minute},
               context.slots);
  }
  const home::Value* value = argument(phrase, "count");
  const double* count = value == nullptr ? nullptr : std::get_if<double>(value);
  if (count == nullptr || *count < 0 || *count > kMostCounted) return context;
  context.slots["canceled"] = static_cast<int64_t>(*count);
  if (key == "how_many") context.matched.resize(static_cast<size_t>(*count));
  return context;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "20.5", which many languages write otherwise.
bool holds_point(std::string_view text) {
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '.' && is_digit(text[i - 1]) && is_digit(text[i + 1])) return true;
  }
  return false;
}

/// "Turned on None": the template has no word for this kind of thing.
bool holds_nothing(std::string_view text) {
  constexpr std::string_view kNone = "None";
  for (size_t at = text.find(kNone); at != std::string_view::npos; at = text.find(kNone, at + 1)) {
    const size_t end = at + kNone.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return text.empty();
}

/// What was said of a deed is told again: which thing, where, how much. Of a question the things are enough.
bool tells_what_was_said(std::string_view text, const flow::Phrase& phrase, const Json& slots) {
  constexpr std::array kTimes{"hours", "minutes", "seconds"};
  constexpr std::array kOthers{"area",     "floor",      "item",       "temperature", "color",
                               "position", "brightness", "percentage", "volume_level"};
  const std::string folded = text::fold(text);
  const auto told = [&](const char* slot) {
    return !slots.contains(slot) ||
           folded.find(text::fold(slots[slot].get_ref<const std::string&>())) != std::string::npos;
  };
  if (!told("name")) return false;
  if (phrase.key.starts_with("state.")) return true;
  const bool digits = std::ranges::any_of(text, is_digit);  // "half" is said as 30
  return std::ranges::all_of(kOthers, told) &&
         std::ranges::all_of(kTimes, [&](const char* slot) { return digits || told(slot); });
}

}  // namespace

Result<std::string> Worder::reply(const flow::Phrase& phrase, std::string_view language, const home::Home& home) const {
  const bool speaks = book_.speaks(language);
  std::string name = word_in(phrase, "reply");
  if (name.empty() && !speaks) name = word_in(phrase, "reply_abroad");
  const size_t slash = name.find('/');
  if (slash == std::string::npos) return not_found("no reply is named", phrase.key);
  const std::string_view intent = std::string_view(name).substr(0, slash),
                         key = std::string_view(name).substr(slash + 1);
  const ReplyContext context = context_of(phrase, key, language, home);
  std::string text = TRY(replies_.say(intent, key, language, context));
  if (holds_nothing(text)) return not_found("the reply has no word for it", name);
  if (!speaks) return text;
  if (!tells_what_was_said(text, phrase, context.slots)) return not_found("the reply leaves out what was said", name);
  if (holds_point(text) && !holds_point(TRY(say(phrase, language, home)))) {
    return not_found("the reply writes numbers as another language does", name);
  }
  return text;
}

}  // namespace hearth::act
