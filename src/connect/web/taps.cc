#include "connect/web/taps.h"

#include <fmt/format.h>

#include <limits>

#include "connect/desk/asked.h"

namespace hearth::connect {

namespace {

using flow::Value;

Result<Value> value_of(const Json& value, const home::CapabilityFacts& facts) {
  switch (facts.kind) {
    case home::ValueKind::Boolean:
      if (value.is_boolean()) return Value(value.get<bool>());
      return invalid(fmt::format("expected true or false for {}", facts.name), "value");
    case home::ValueKind::Number:
      if (value.is_number()) return Value(value.get<double>());
      return invalid(fmt::format("expected a number for {}", facts.name), "value");
    case home::ValueKind::Word:
      if (value.is_string() && value.get_ref<const std::string&>().size() <= kLongestName) {
        return Value(value.get<std::string>());
      }
      return invalid(fmt::format("expected a word of at most {} bytes for {}", kLongestName, facts.name), "value");
  }
  return internal("no such kind of value");
}

flow::Meaning meaning_of(flow::Request request, flow::Phrase because) {
  flow::Meaning meaning;
  meaning.head.because.push_back({.faculty = flow::Faculty::Touch, .what = std::move(because), .evidence = {}});
  meaning.readings.push_back({.requests = {std::move(request)}, .confidence = 1});
  return meaning;
}

}  // namespace

Result<flow::Meaning> tap_of(const Json& asked, const home::Home& home) {
  const uint64_t number = TRY(number_in(asked, "entity"));
  const home::EntityId id{number <= std::numeric_limits<uint32_t>::max() ? static_cast<uint32_t>(number) : 0};
  if (!home.present(id)) return not_found(fmt::format("there is no entity {}", number), "entity");
  const std::string name = TRY(text_in(asked, "capability", kLongestName));
  const auto capability = home::find_capability(name);
  const home::Trait* trait = capability ? home.trait(id, *capability) : nullptr;
  if (trait == nullptr || !trait->settable) {
    return invalid(fmt::format("entity {} has no {} that could be set", number, name), "capability");
  }
  flow::Request request{.intent = flow::Intent::Set, .targets = {id}};
  request.slots.push_back({"capability", {}, Value(name), {}});
  flow::Phrase because{"tapped.set", {{"entity", static_cast<double>(id.value)}, {"capability", Value(name)}}};
  const home::CapabilityFacts& facts = home::facts(*capability);
  if (const auto value = asked.find("value"); value != asked.end()) {
    const Value to = TRY(value_of(*value, facts));
    request.slots.push_back({"value", {}, to, {}});
    because.with.emplace_back("value", to);
  } else if (facts.kind == home::ValueKind::Word) {
    return invalid(fmt::format("expected a word for {}", name), "value");
  } else {
    because.key = "tapped.toggle";
  }
  return meaning_of(std::move(request), std::move(because));
}

Result<flow::Meaning> undo_of(const Json& asked) {
  const auto plan = static_cast<double>(TRY(number_in(asked, "plan")));
  flow::Request request{.intent = flow::Intent::Undo};
  request.slots.push_back({"plan", {}, Value(plan), {}});
  return meaning_of(std::move(request), {"tapped.undo", {{"plan", plan}}});
}

}  // namespace hearth::connect
