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

Patch::Which which_of(const flow::Request& said) {
  const std::string which = word(said, "which");
  if (which == "other") return Patch::Other;
  if (which == "others") return Patch::Others;
  if (which == "both") return Patch::Both;
  return which == "another" ? Patch::Another : Patch::It;
}

}  // namespace

Patch read_patch(const Wanted& fragment) {
  const flow::Request& said = fragment.request;
  Patch patch;
  patch.place = fragment.mention;
  const Mention& place = patch.place;
  if (const flow::Slot* part = flow::find_slot(said, "part")) patch.part = home::identity_of(part->spoken);
  patch.placed = !patch.part.empty() || place.named || place.area_spoken || place.floor || !place.kinds.empty();
  patch.which = which_of(said);
  if (const std::string act = word(said, "act"); !act.empty()) patch.act = intent_named(act);
  patch.explicit_words = said.explicit_words && patch.act.has_value();
  patch.number = number(said, "number");
  patch.kelvin = number(said, "temperature");
  patch.unit = word(said, "unit");
  patch.color = word(said, "color");
  patch.quality = word(said, "quality");
  patch.direction = static_cast<int>(number(said, "direction").value_or(0));
  for (const char* unit : {"hours", "minutes", "seconds"}) {
    if (const flow::Slot* slot = flow::find_slot(said, unit)) patch.length.push_back(*slot);
  }
  return patch;
}

}  // namespace hearth::understand
