#include "score/understanding/suite_replies.h"

#include <algorithm>
#include <cmath>

#include "text/normalise.h"

namespace hearth::score {
namespace {

constexpr act::ReplyMoment kNow{.year = 2013, .month = 9, .day = 17, .hour = 1, .minute = 2};

std::string folded(const Json& value) {
  return text::fold(value.is_string() ? value.get<std::string>() : value.dump());
}

/// Whether the value, or any one of a list of values, is that word.
bool is(const Json& wanted, const std::string& word) {
  if (wanted.is_array()) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const Json& one) { return is(one, word); });
  }
  return folded(wanted) == text::fold(word);
}

/// What a reply tells of a slot: the word that its list gives, a name as the home writes it, a number as it was spoken
/// ("one", "20", "half"), by which the package's replies choose "hour" or "hours".
Json told(const understand::ParsedSlot& slot) {
  if (!slot.value.is_number()) return slot.value;
  if (!slot.text.empty()) return slot.text;
  const auto number = slot.value.get<double>();
  if (std::floor(number) == number) return static_cast<int64_t>(number);
  return number;
}

class Asked {
 public:
  Asked(const SuiteFile& file, const understand::Parse& parse) : file_(file), parse_(parse) {}

  void things(act::ReplyContext& context) const {
    std::vector<const SuiteHome::Entity*> chosen;
    for (const SuiteHome::Entity& entity : file_.home.entities) {
      if (fits("name", entity.name)) chosen.push_back(&entity);
    }
    const bool alone = parse_.slot("name") != nullptr && chosen.size() == 1;
    std::erase_if(chosen, [&](const auto* entity) { return !is_asked(*entity, alone); });
    for (const SuiteHome::Entity* entity : chosen) {
      auto& into = fits("state", entity->state) ? context.matched : context.unmatched;
      into.push_back({entity->name, entity->domain, entity->state,
                      entity->attributes.is_object() ? entity->attributes : Json::object()});
    }
  }

  Json timers() const {
    Json chosen = Json::array();
    const Json all = file_.home.timers.is_array() ? file_.home.timers : Json::array();
    const auto called = [&](const Json& timer) { return fits("name", timer.value("name", std::string())); };
    const bool any_called = std::any_of(all.begin(), all.end(), called);
    for (const Json& timer : all) {
      if ((any_called && !called(timer)) || !fits("area", timer.value("area", std::string()))) continue;
      Json whole = timer;
      for (const char* number : {"start_hours", "start_minutes", "start_seconds", "rounded_hours_left",
                                 "rounded_minutes_left", "rounded_seconds_left", "total_seconds_left"}) {
        if (!whole.contains(number)) whole[number] = 0;
      }
      chosen.push_back(std::move(whole));
    }
    return chosen;
  }

 private:
  /// True as well when the sentence has no such slot, or only its surroundings say it without knowing.
  bool fits(const char* slot, const std::string& word) const {
    const understand::ParsedSlot* asked = parse_.slot(slot);
    if (asked == nullptr) return true;
    const bool nowhere = asked->origin == understand::ParsedSlot::Origin::Context && asked->ids.empty();
    return nowhere || is(asked->value, word);
  }

  std::string floor_of(const SuiteHome::Entity& entity) const {
    const auto area = std::ranges::find(file_.home.areas, entity.area, &SuiteHome::Area::name);
    return area == file_.home.areas.end() ? "" : area->floor;
  }

  bool is_asked(const SuiteHome::Entity& entity, bool alone) const {
    const Json classes = entity.attributes.is_object() ? entity.attributes : Json::object();
    if (!fits("domain", entity.domain)) return false;
    if (!fits("device_class", classes.value("device_class", std::string()))) return false;
    if (!alone && (!fits("area", entity.area) || !fits("floor", floor_of(entity)))) return false;
    if (file_.intent == "HassGetWeather") return entity.domain == "weather";
    return file_.intent != "HassClimateGetTemperature" || entity.domain == "climate" || entity.domain == "sensor";
  }

  const SuiteFile& file_;
  const understand::Parse& parse_;
};

}  // namespace

act::ReplyContext reply_context(const SuiteFile& file, const SuiteTest& test, const understand::Parse& parse) {
  act::ReplyContext context;
  for (const understand::ParsedSlot& slot : parse.slots) context.slots[slot.name] = told(slot);
  const Asked asked(file, parse);
  asked.things(context);
  act::put_moment(kNow, context.slots);
  const Json timers = asked.timers();
  context.slots["timers"] = timers;
  context.slots["canceled"] = timers.size();
  const Json media = test.media.is_null() ? file.home.media : test.media;
  context.slots["media"] = media.is_array() && !media.empty() ? media.front() : Json();
  return context;
}

}  // namespace hearth::score
