#include "act/wording/worder.h"

#include <algorithm>
#include <cmath>

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

uint32_t number_of(const Json& id) { return id.is_number_integer() && id > 0 ? id.get<uint32_t>() : 0; }

/// The name in that language where the thing has one, else the one that is displayed.
std::string name_of(const home::Home& home, home::EntityId id, std::string_view language) {
  if (const home::Entity* entity = home.entity(id)) {
    for (const home::Name& name : entity->names) {
      if (!language.empty() && name.language == language) return name.text;
    }
  }
  return std::string(home.display_name(id));
}

Json arguments_of(const flow::Phrase& phrase, const home::Home& home) {
  Json context = Json::object();
  for (const auto& [key, value] : phrase.with) {
    Json item = to_json(value);
    if (key == "area" && item.is_number()) item = home.display_name(home::AreaId{number_of(item)});
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

/// "the desk lamp, the fan and the radio"; more than three are counted, with their kind and room where all share them.
Result<Json> Worder::list(const std::vector<Json>& arguments, std::string_view form, size_t most,
                          const Speaking& speaking) const {
  const home::Home& home = speaking.home;
  const Json ids = arguments.empty() ? Json::array() : arguments.front();
  std::vector<home::EntityId> entities;
  for (const Json& id : ids) {
    const home::EntityId entity{number_of(id)};
    if (std::ranges::find(entities, entity) == entities.end()) entities.push_back(entity);
  }
  std::vector<std::string> names;
  std::string kind;
  home::AreaId area;
  for (size_t i = 0; i < entities.size(); ++i) {
    names.push_back(name_of(home, entities[i], speaking.language));
    const home::Entity* entity = home.entity(entities[i]);
    const std::string of_kind = entity == nullptr ? "" : entity->kind;
    const home::AreaId of_area = entity == nullptr ? home::AreaId{} : home.area_of(*entity);
    kind = i == 0 || kind == of_kind ? of_kind : "";
    area = i == 0 || area == of_area ? of_area : home::AreaId{};
  }
  if (entities.size() > most) {
    return Json(TRY(
        render("form.many",
               {{"count", entities.size()}, {"kind", kind}, {"area", area ? Json(home.display_name(area)) : Json()}},
               speaking)));
  }
  Json items = Json::array();
  for (size_t i = 0; i < names.size(); ++i) {
    const home::Entity* entity = home.entity(entities[i]);
    const bool ambiguous = std::ranges::count(names, names[i]) > 1 && entity != nullptr && home.area_of(*entity);
    items.push_back(TRY(render(
        "form.the", {{"name", names[i]}, {"area", ambiguous ? Json(home.display_name(home.area_of(*entity))) : Json()}},
        speaking)));
  }
  return Json(TRY(render(form, {{"items", std::move(items)}}, speaking)));
}

Result<Json> Worder::said(const std::vector<Json>& arguments, const Speaking& speaking) const {
  if (arguments.size() != 2 || !arguments[1].is_string()) {
    return invalid("said() expects a value and a capability's name");
  }
  Json value = arguments[0];
  const std::optional<home::Capability> capability = home::find_capability(arguments[1].get_ref<const std::string&>());
  const home::CapabilityFacts& facts = home::facts(capability.value_or(home::Capability::None));
  if (value.is_number_float()) {
    const double grain = facts.unit == "%" || facts.unit == "K" || facts.unit == "lx" ? 1 : 10;  // as people say them
    value = std::round(value.get<double>() * grain) / grain;
    if (std::floor(value.get<double>()) == value.get<double>()) value = static_cast<int64_t>(value.get<double>());
  }
  const std::string own = "form.value_" + std::string(facts.name);
  const bool has_own = book_.find(own, speaking.language) != nullptr;
  return Json(TRY(render(has_own ? own : "form.value", {{"value", std::move(value)}, {"unit", facts.unit}}, speaking)));
}

Result<Json> Worder::duration(const std::vector<Json>& arguments, const Speaking& speaking) const {
  if (arguments.size() != 1 || !arguments[0].is_number()) return invalid("duration() expects seconds");
  const auto total = static_cast<int64_t>(std::llround(std::abs(arguments[0].get<double>())));
  return Json(TRY(render(
      "form.duration",
      {{"days", total / 86400}, {"hours", total / 3600 % 24}, {"minutes", total / 60 % 60}, {"seconds", total % 60}},
      speaking)));
}

text::TemplateFunctions Worder::functions(const Speaking& speaking) const {
  using Arguments = std::vector<Json>;
  return {{"the", [this, &speaking](const Arguments& with) { return list(with, "form.and", kNamed, speaking); }},
          {"each", [this, &speaking](const Arguments& with) { return list(with, "form.and", kListed, speaking); }},
          {"either", [this, &speaking](const Arguments& with) { return list(with, "form.or", kListed, speaking); }},
          {"said", [this, &speaking](const Arguments& with) { return said(with, speaking); }},
          {"duration", [this, &speaking](const Arguments& with) { return duration(with, speaking); }}};
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
  if (reason.key.empty()) return render(phrase.key, arguments_of(phrase, home), speaking);
  Json arguments = arguments_of(phrase, home);
  const bool known = book_.find(reason.key, language) != nullptr;
  arguments["reason"] = known ? Json(TRY(render(reason.key, arguments_of(reason, home), speaking))) : Json();
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
