#include "understand/dialogue/patch.h"

#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

std::string word(const flow::Request& request, std::string_view name) {
  const flow::Slot* slot = flow::find_slot(request, name);
  const auto* text = slot == nullptr ? nullptr : std::get_if<std::string>(&slot->value);
  return text == nullptr ? std::string() : *text;
}

std::optional<double> number(const flow::Request& request, std::string_view name) {
  const flow::Slot* slot = flow::find_slot(request, name);
  const auto* value = slot == nullptr ? nullptr : std::get_if<double>(&slot->value);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

}  // namespace

Patch read_patch(const Wanted& fragment) {
  const flow::Request& said = fragment.request;
  Patch patch;
  patch.place = fragment.mention;
  patch.placed = fragment.mention.named || fragment.mention.area_spoken || fragment.mention.floor;
  patch.other = word(said, "which") == "other";
  if (const std::string act = word(said, "act"); !act.empty()) patch.act = intent_named(act);
  patch.number = number(said, "number");
  patch.kelvin = number(said, "temperature");
  patch.unit = word(said, "unit");
  patch.color = word(said, "color");
  patch.quality = word(said, "quality");
  patch.direction = static_cast<int>(number(said, "direction").value_or(0));
  return patch;
}

}  // namespace hearth::understand
