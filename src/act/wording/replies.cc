#include "act/wording/replies.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "text/normalise.h"

namespace hearth::act {
namespace {

constexpr size_t kLongestTag = 16;

/// "en", "pt-BR": what may become part of a path.
bool is_tag(std::string_view language) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !language.empty() && language.size() <= kLongestTag && std::ranges::all_of(language, fits);
}

std::string name_of(std::string_view intent, std::string_view key) { return fmt::format("{}/{}", intent, key); }

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

/// The replies of one language.
struct Replies::Language {
  std::map<std::string, std::string, std::less<>> sources;  ///< by "HassTurnOn/default"
  mutable Guarded<std::map<std::string, text::Template, std::less<>>> compiled;

  Result<text::Template> find(const std::string& name, const std::string& place) const {
    using Found = std::optional<text::Template>;
    const Found known = compiled.with([&](const auto& all) {
      const auto found = all.find(name);
      return found == all.end() ? Found() : Found(found->second);
    });
    if (known) return *known;
    auto fresh = TRY(text::Template::compile(sources.at(name), place));
    compiled.with([&](auto& all) { all.emplace(name, fresh); });
    return fresh;
  }
};

Replies::Replies(std::filesystem::path folder)
    : folder_(std::move(folder)), known_(std::make_unique<Guarded<Known>>()) {}

Result<Replies> Replies::load(const std::filesystem::path& folder, const std::vector<std::string>& languages) {
  Replies replies(folder);
  for (const std::string& language : languages) TRY(replies.prepare(language));
  return replies;
}

Result<std::shared_ptr<const Replies::Language>> Replies::read(std::string_view tag) const {
  const std::filesystem::path path = folder_ / (std::string(tag) + ".json");
  auto language = std::make_shared<Language>();
  std::error_code problem;
  if (!std::filesystem::exists(path, problem)) return std::shared_ptr<const Language>(std::move(language));
  const Json intents = TRY(read_responses(path));
  for (const auto& [intent, group] : intents.items()) {
    if (!group.is_object()) return invalid("expected replies by key for " + intent, path.string());
    for (const auto& [key, source] : group.items()) {
      if (!source.is_string()) return invalid("expected text for " + name_of(intent, key), path.string());
      language->sources[name_of(intent, key)] = source.get<std::string>();
    }
  }
  return std::shared_ptr<const Language>(std::move(language));
}

Status Replies::prepare(std::string_view language) const {
  if (folder_.empty()) return ok();
  for (const std::string_view tag : {language, language.substr(0, language.find('-'))}) {
    if (!is_tag(tag) || known_->with([&](const Known& known) { return known.contains(tag); })) continue;
    // Read outside the lock: who is asked for another language meanwhile need not wait.
    auto read = this->read(tag);
    auto kept = read ? *read : std::make_shared<const Language>();
    known_->with([&](Known& known) { known.emplace(tag, std::move(kept)); });
    if (!read) return std::move(read).error();
  }
  return ok();
}

std::shared_ptr<const Replies::Language> Replies::having(const std::string& name, std::string_view language) const {
  static_cast<void>(prepare(language));  // who prepared it before was told what is wrong with it
  return known_->with([&](const Known& known) -> std::shared_ptr<const Language> {
    for (const std::string_view tag : {language, language.substr(0, language.find('-'))}) {
      const auto found = known.find(tag);
      if (found != known.end() && found->second->sources.contains(name)) return found->second;
    }
    return nullptr;
  });
}

bool Replies::has(std::string_view intent, std::string_view key, std::string_view language) const {
  return having(name_of(intent, key), language) != nullptr;
}

Result<std::string> Replies::say(std::string_view intent, std::string_view key, std::string_view language,
                                 const ReplyContext& context) const {
  const std::string name = name_of(intent, key);
  const std::string place = fmt::format("{}/{}", language, name);
  const auto spoken = having(name, language);
  if (spoken == nullptr) return not_found("there is no such reply", place);
  const auto compiled = TRY(spoken->find(name, place));
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
