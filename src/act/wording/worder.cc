#include "act/wording/worder.h"

#include <algorithm>
#include <cmath>

#include "act/wording/names.h"
#include "calendar/recurrence.h"
#include "text/normalise.h"

namespace hearth::act {
namespace {

constexpr size_t kNamed = 3;    // more than that are counted in passing
constexpr size_t kListed = 20;  // the same where the names themselves were asked for

Json to_json(const home::Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) return *yes;
  if (const double* number = std::get_if<double>(&value)) {
    const bool whole = std::abs(*number) < 1e15 && std::floor(*number) == *number;
    return whole ? Json(static_cast<int64_t>(*number)) : Json(*number);
  }
  if (const std::string* word = std::get_if<std::string>(&value)) return *word;
  return nullptr;
}

Result<Json> begin(const std::vector<Json>& arguments) {
  if (arguments.size() == 1 && arguments[0].is_null()) return Json("");
  if (arguments.size() != 1 || !arguments[0].is_string()) return invalid("begin() expects text");
  const auto& text = arguments[0].get_ref<const std::string&>();
  size_t first = std::min<size_t>(1, text.size());
  while (first < text.size() && (static_cast<unsigned char>(text[first]) & 0xC0) == 0x80) ++first;
  return Json(text::upper(text.substr(0, first)) + text.substr(first));
}

uint32_t number_of(const Json& id) { return id.is_number_integer() && id > 0 ? id.get<uint32_t>() : 0; }

Json arguments_of(const flow::Phrase& phrase, const home::Home& home, std::string_view language) {
  Json context = Json::object();
  for (const auto& [key, value] : phrase.with) {
    Json item = to_json(value);
    if (key == "area" && item.is_number()) item = name_of(home, home::AreaId{number_of(item)}, language);
    if (key == "person" && item.is_number()) {
      const home::Person* person = home.person(home::PersonId{number_of(item)});
      item = person == nullptr || person->names.empty() ? Json() : Json(person->names.front().text);
    }
    if (key == "entity") {
      context["entity"].push_back(std::move(item));
    } else if (!context.contains(key)) {
      context[key] = std::move(item);
    } else {
      if (!context[key].is_array()) context[key] = Json::array({context[key]});
      context[key].push_back(std::move(item));
    }
  }
  return context;
}

/// A rule as a template sees it; null for one that is empty, or none.
Json rule_of(const Json& text) {
  if (!text.is_string() || text.get_ref<const std::string&>().empty()) return nullptr;
  const Result<calendar::Recurrence> rule = calendar::Recurrence::parse(text.get_ref<const std::string&>());
  if (!rule) return nullptr;
  constexpr std::string_view kFrequencies[] = {"minutely", "hourly", "daily", "weekly", "monthly", "yearly"};
  Json weekdays = Json::array();
  for (const calendar::Recurrence::Day& day : rule->by_day) { weekdays.push_back(static_cast<int>(day.weekday)); }
  std::sort(weekdays.begin(), weekdays.end());
  return {{"frequency", kFrequencies[rule->frequency]},
          {"interval", rule->interval},
          {"weekdays", std::move(weekdays)},
          {"nth", rule->by_day.empty() ? 0 : rule->by_day.front().nth},
          {"month_days", rule->by_month_day}};
}

/// The phrase that an argument "reason" names, with the arguments "reason.<name>"; its key is empty when there is none.
flow::Phrase reason_in(const flow::Phrase& phrase) {
  constexpr std::string_view kOwn = "reason.";
  flow::Phrase reason;
  for (const auto& [key, value] : phrase.with) {
    const auto* text = std::get_if<std::string>(&value);
    if (key == "reason" && text != nullptr && text->find('.') != std::string::npos) reason.key = *text;
    if (key.starts_with(kOwn)) reason.with.emplace_back(key.substr(kOwn.size()), value);
  }
  return reason;
}

}  // namespace

struct Worder::Speaking {
  std::string language;
  const home::Home& home;
};

Result<std::string> Worder::render(std::string_view key, const Json& arguments, const Speaking& speaking) const {
  const text::Template* words = book_.find(key, speaking.language);
  if (words == nullptr) {
    return not_found("no phrase \"" + std::string(key) + "\" in language \"" + speaking.language + "\"", "phrases/");
  }
  return words->render(arguments, {}, functions(speaking));
}

/// Things without repetition, and what they have in common.
struct Worder::Named {
  std::vector<home::EntityId> entities;
  std::vector<std::string> names;
  std::vector<Noun> nouns;
  std::string kind;   ///< that all share, or empty
  home::AreaId area;  ///< that all share, or none

  bool plural() const { return entities.size() > 1 || (!nouns.empty() && nouns.front().plural); }
  /// As an adjective for all of them has it: feminine only if all are.
  std::string gender() const {
    if (nouns.empty()) return {};
    const bool same = std::ranges::all_of(nouns, [&](const Noun& noun) { return noun.gender == nouns.front().gender; });
    return same ? nouns.front().gender : "m";
  }
};

Worder::Named Worder::named(const std::vector<Json>& arguments, const Speaking& speaking) const {
  const home::Home& home = speaking.home;
  Named named;
  const Json ids = arguments.empty() ? Json::array() : arguments.front();
  for (const Json& id : ids) {
    const home::EntityId entity{number_of(id)};
    if (std::ranges::find(named.entities, entity) == named.entities.end()) named.entities.push_back(entity);
  }
  for (const home::EntityId id : named.entities) {
    const bool first = named.names.empty();
    named.names.push_back(name_of(home, id, speaking.language));
    named.nouns.push_back(book_.nouns(speaking.language).of(named.names.back()));
    const home::Entity* entity = home.entity(id);
    const std::string kind = entity == nullptr ? "" : entity->kind;
    const home::AreaId area = entity == nullptr ? home::AreaId{} : home.area_of(*entity);
    named.kind = first || named.kind == kind ? kind : "";
    named.area = first || named.area == area ? area : home::AreaId{};
  }
  return named;
}

/// "the desk lamp, the fan and the radio"; more than three are counted, with their kind and room where all share them.
Result<Json> Worder::list(const std::vector<Json>& arguments, std::string_view form, size_t most,
                          const Speaking& speaking) const {
  const home::Home& home = speaking.home;
  const Named named = this->named(arguments, speaking);
  const Json grammatical_case = arguments.size() > 1 ? arguments[1] : Json("");
  const auto area_name = [&](home::AreaId area) {
    return area ? Json(name_of(home, area, speaking.language)) : Json();
  };
  if (named.entities.size() > most) {
    return Json(TRY(render("form.many",
                           {{"count", named.entities.size()},
                            {"kind", named.kind},
                            {"area", area_name(named.area)},
                            {"case", grammatical_case}},
                           speaking)));
  }
  Json items = Json::array();
  for (size_t i = 0; i < named.names.size(); ++i) {
    const home::Entity* entity = home.entity(named.entities[i]);
    const bool ambiguous = std::ranges::count(named.names, named.names[i]) > 1 && entity != nullptr;
    items.push_back(TRY(render("form.the",
                               {{"name", named.names[i]},
                                {"area", ambiguous ? area_name(home.area_of(*entity)) : Json()},
                                {"gender", named.nouns[i].gender},
                                {"plural", named.nouns[i].plural},
                                {"person", entity != nullptr && entity->kind == "person"},
                                {"case", grammatical_case}},
                               speaking)));
  }
  return Json(TRY(render(form, {{"items", std::move(items)}}, speaking)));
}

Result<Json> Worder::place(const std::vector<Json>& arguments, const Speaking& speaking) const {
  if (arguments.size() == 1 && arguments[0].is_null()) return Json("");
  if (arguments.size() != 1 || !arguments[0].is_string()) return invalid("place() expects the name of an area");
  const auto& name = arguments[0].get_ref<const std::string&>();
  const Noun noun = book_.nouns(speaking.language).of(name);
  return Json(TRY(render(
      "form.place", {{"name", name}, {"gender", noun.gender}, {"plural", noun.plural}, {"on", noun.on}}, speaking)));
}

Result<Json> Worder::said(const std::vector<Json>& arguments, const Speaking& speaking) const {
  if (arguments.size() < 2 || arguments.size() > 3 || !arguments[1].is_string()) {
    return invalid("said() expects a value and a capability's name");
  }
  Json value = arguments[0];
  const auto& what = arguments[1].get_ref<const std::string&>();
  const std::optional<home::Capability> capability = home::find_capability(what);
  const home::CapabilityFacts& facts = home::facts(capability.value_or(home::Capability::None));
  if (value.is_number_float()) {
    const double grain = facts.unit == "%" || facts.unit == "K" || facts.unit == "lx" ? 1 : 10;  // as people say them
    value = std::round(value.get<double>() * grain) / grain;
    if (std::floor(value.get<double>()) == value.get<double>()) value = static_cast<int64_t>(value.get<double>());
  }
  const std::string own = "form.value_" + what;
  const bool has_own = book_.find(own, speaking.language) != nullptr;
  const Named of = named(arguments.size() > 2 ? std::vector<Json>{arguments[2]} : std::vector<Json>{}, speaking);
  return Json(
      TRY(render(has_own ? own : "form.value",
                 {{"value", std::move(value)}, {"unit", facts.unit}, {"gender", of.gender()}, {"plural", of.plural()}},
                 speaking)));
}

Result<Json> Worder::duration(const std::vector<Json>& arguments, const Speaking& speaking) const {
  if (arguments.empty() || !arguments[0].is_number()) return invalid("duration() expects seconds");
  const auto total = static_cast<int64_t>(std::llround(std::abs(arguments[0].get<double>())));
  return Json(TRY(render("form.duration",
                         {{"days", total / 86400},
                          {"hours", total / 3600 % 24},
                          {"minutes", total / 60 % 60},
                          {"seconds", total % 60},
                          {"case", arguments.size() > 1 ? arguments[1] : Json("")}},
                         speaking)));
}

Result<Json> Worder::moment(const std::vector<Json>& arguments, const Speaking& speaking) const {
  if (arguments.size() != 3 || !arguments[0].is_string() || !arguments[1].is_number()) {
    return invalid("moment() expects a civil time, days from today and a rule");
  }
  const calendar::CivilTime at = TRY(calendar::parse_civil(arguments[0].get_ref<const std::string&>()));
  return Json(TRY(render("form.moment",
                         {{"hour", at.hour},
                          {"minute", at.minute},
                          {"day", at.day},
                          {"month", at.month},
                          {"year", at.year},
                          {"weekday", static_cast<int>(calendar::weekday(at))},
                          {"days", arguments[1]},
                          {"rule", rule_of(arguments[2])}},
                         speaking)));
}

text::TemplateFunctions Worder::functions(const Speaking& speaking) const {
  using Arguments = std::vector<Json>;
  return {{"the", [this, &speaking](const Arguments& with) { return list(with, "form.and", kNamed, speaking); }},
          {"each", [this, &speaking](const Arguments& with) { return list(with, "form.and", kListed, speaking); }},
          {"either", [this, &speaking](const Arguments& with) { return list(with, "form.or", kListed, speaking); }},
          {"said", [this, &speaking](const Arguments& with) { return said(with, speaking); }},
          {"duration", [this, &speaking](const Arguments& with) { return duration(with, speaking); }},
          {"place", [this, &speaking](const Arguments& with) { return place(with, speaking); }},
          {"moment", [this, &speaking](const Arguments& with) { return moment(with, speaking); }},
          {"begin", begin},
          {"plural", [this, &speaking](const Arguments& with) { return Json(named(with, speaking).plural()); }}};
}

Result<std::string> Worder::say(const flow::Phrase& phrase, std::string_view language, const home::Home& home) const {
  const Speaking speaking{std::string(language), home};
  if (phrase.key.empty()) {
    for (const auto& [key, value] : phrase.with) {
      if (key == "text") return home::to_text(value);
    }
    return std::string();
  }
  const flow::Phrase reason = reason_in(phrase);
  if (reason.key.empty()) return render(phrase.key, arguments_of(phrase, home, language), speaking);
  Json arguments = arguments_of(phrase, home, language);
  const bool known = book_.find(reason.key, language) != nullptr;
  arguments["reason"] = known ? Json(TRY(render(reason.key, arguments_of(reason, home, language), speaking))) : Json();
  return render(phrase.key, arguments, speaking);
}

Result<std::string> Worder::say(const std::vector<flow::Phrase>& phrases, std::string_view language,
                                const home::Home& home) const {
  std::string text;
  for (const flow::Phrase& phrase : phrases) {
    const std::string sentence = TRY(say(phrase, language, home));
    if (sentence.empty()) continue;
    if (!text.empty()) text += ' ';
    text += sentence;
  }
  return text;
}

}  // namespace hearth::act
