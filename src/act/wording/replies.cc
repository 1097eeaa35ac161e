#include "act/wording/replies.h"

#include <fmt/format.h>

#include <fstream>

#include "text/normalise.h"

namespace hearth::act {
namespace {

std::string key_of(std::string_view language, std::string_view intent, std::string_view key) {
  return fmt::format("{}/{}/{}", language, intent, key);
}

/// Only the replies of a file; the sentences, which are most of it, are dropped while it is read.
Result<Json> read_responses(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const auto wanted = [](int depth, Json::parse_event_t event, Json& parsed) {
    const bool key = event == Json::parse_event_t::key && depth == 1;
    return !key || parsed == "responses" || parsed == "language";
  };
  Json content = Json::parse(file, wanted, false);
  if (content.is_discarded() || !content.is_object()) return invalid("expected a JSON object", path.string());
  return content.value("responses", Json::object()).value("intents", Json::object());
}

Json state_of(const ReplyState& thing) {
  const std::string unit = thing.attributes.value("unit_of_measurement", std::string());
  return {{"name", thing.name},
          {"domain", thing.domain},
          {"state", thing.state},
          {"state_with_unit", unit.empty() ? thing.state : thing.state + " " + unit},
          {"entity_id", thing.domain + "." + thing.name},
          {"attributes", thing.attributes}};
}

Json states_of(const std::vector<ReplyState>& things) {
  Json states = Json::array();
  for (const ReplyState& thing : things) states.push_back(state_of(thing));
  return states;
}

Json attribute_of(const ReplyContext& context, std::string_view entity, std::string_view attribute) {
  for (const auto* things : {&context.matched, &context.unmatched}) {
    for (const ReplyState& thing : *things) {
      if (entity != thing.domain + "." + thing.name) continue;
      if (attribute.empty()) return thing.state;
      const auto found = thing.attributes.find(std::string(attribute));
      return found == thing.attributes.end() ? Json() : *found;
    }
  }
  return {};
}

}  // namespace

void put_moment(const ReplyMoment& moment, Json& slots) {
  slots["time"] = {{"hour", moment.hour}, {"minute", moment.minute}};
  slots["date"] = {{"year", moment.year}, {"month", moment.month}, {"day", moment.day}};
}

Result<Replies> Replies::load(const std::filesystem::path& folder, const std::vector<std::string>& languages) {
  Replies replies;
  for (const std::string& language : languages) {
    const std::filesystem::path path = folder / (language + ".json");
    std::error_code problem;
    if (!std::filesystem::exists(path, problem)) continue;
    const Json intents = TRY(read_responses(path));
    for (const auto& [intent, group] : intents.items()) {
      if (!group.is_object()) return invalid("expected replies by key for " + intent, path.string());
      for (const auto& [key, source] : group.items()) {
        if (!source.is_string()) return invalid("expected text for " + intent + "." + key, path.string());
        replies.sources_[key_of(language, intent, key)] = source.get<std::string>();
      }
    }
  }
  return replies;
}

const std::string* Replies::find(std::string_view intent, std::string_view key, std::string_view language) const {
  for (const std::string_view candidate : {language, language.substr(0, language.find('-'))}) {
    const auto found = sources_.find(key_of(candidate, intent, key));
    if (found != sources_.end()) return &found->second;
  }
  return nullptr;
}

bool Replies::has(std::string_view intent, std::string_view key, std::string_view language) const {
  return find(intent, key, language) != nullptr;
}

Result<std::string> Replies::say(std::string_view intent, std::string_view key, std::string_view language,
                                 const ReplyContext& context) const {
  const std::string place = key_of(language, intent, key);
  const std::string* source = find(intent, key, language);
  if (source == nullptr) return not_found("there is no such reply", place);
  const auto compiled = TRY(text::Template::compile(*source, place));
  const std::vector<ReplyState>& first = context.matched.empty() ? context.unmatched : context.matched;
  const Json variables{
      {"slots", context.slots},
      {"state", first.empty() ? Json() : state_of(first.front())},
      {"query", {{"matched", states_of(context.matched)}, {"unmatched", states_of(context.unmatched)}}}};
  const auto functions = text::state_functions([&context](std::string_view entity, std::string_view attribute) {
    return attribute_of(context, entity, attribute);
  });
  return text::squeeze(TRY(compiled.render(variables, {}, functions)));
}

}  // namespace hearth::act
