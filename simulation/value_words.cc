#include "simulation/value_words.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace hearth::simulation {
namespace {

using home::Capability;

struct YesNo {
  Capability capability;  ///< None: any
  std::string_view yes, no;
};
constexpr auto kYesNo = std::to_array<YesNo>({
    {Capability::None, "on", "off"},
    {Capability::None, "yes", "no"},
    {Capability::None, "true", "false"},
    {Capability::Lock, "locked", "unlocked"},
    {Capability::Contact, "open", "closed"},
    {Capability::Mute, "muted", "unmuted"},
    {Capability::Moisture, "wet", "dry"},
    {Capability::Available, "there", "away"},
});

std::optional<bool> yes_or_no(Capability capability, std::string_view text) {
  for (const YesNo& words : kYesNo) {
    if (words.capability != Capability::None && words.capability != capability) continue;
    if (text == words.yes) return true;
    if (text == words.no) return false;
  }
  return std::nullopt;
}

}  // namespace

Result<home::Value> parse_value(Capability capability, std::string_view text) {
  if (text == "?") return home::Value();
  const home::CapabilityFacts& facts = home::facts(capability);
  if (facts.kind == home::ValueKind::Word) return home::Value(std::string(text));
  if (facts.kind == home::ValueKind::Boolean) {
    if (const auto value = yes_or_no(capability, text)) return home::Value(*value);
    return invalid("expected on or off for " + std::string(facts.name) + ", found '" + std::string(text) + "'");
  }
  if (capability == Capability::Position && text == "open") return home::Value(100.0);
  if (capability == Capability::Position && text == "closed") return home::Value(0.0);
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(end, static_cast<size_t>(text.data() + text.size() - end));
  if (problem != std::errc() || !std::isfinite(number) || (!unit.empty() && unit != facts.unit)) {
    return invalid("expected a number" + (facts.unit.empty() ? "" : " in " + std::string(facts.unit)) + " for " +
                   std::string(facts.name) + ", found '" + std::string(text) + "'");
  }
  return home::Value(number);
}

Result<Capability> parse_capability(std::string_view name) {
  if (const auto found = home::find_capability(name); found && *found != Capability::None) return *found;
  return not_found("no capability is called '" + std::string(name) + "'; src/home/capability.cc lists them");
}

}  // namespace hearth::simulation
