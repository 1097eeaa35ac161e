#include "understand/dialogue/patch.h"

#include <algorithm>

#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

Patch::Which which_of(const flow::Request& said) {
  const std::string which = word_in(said, "which");
  if (which == "other") return Patch::Other;
  if (which == "others") return Patch::Others;
  if (which == "both") return Patch::Both;
  if (which == "here") return Patch::Here;
  if (which == "all") return Patch::All;
  return which == "another" ? Patch::Another : Patch::It;
}

/// "One more", "eins runter": a step, however long its kind of thing makes it. "1" is a number.
bool is_one_step(const flow::Request& said, const Patch& patch) {
  const flow::Slot* number = flow::find_slot(said, "number");
  if (number == nullptr || patch.number != 1.0 || !patch.unit.empty() || patch.direction == 0) return false;
  return std::ranges::none_of(number->spoken, [](char c) { return c >= '0' && c <= '9'; });
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
  if (const flow::Slot* which = flow::find_slot(said, "which")) patch.which_words = which->spoken;
  if (const std::string act = word_in(said, "act"); !act.empty()) patch.act = intent_named(act);
  patch.explicit_words = said.explicit_words && patch.act.has_value();
  patch.number = number_in(said, "number");
  patch.kelvin = number_in(said, "temperature");
  patch.unit = word_in(said, "unit");
  patch.color = word_in(said, "color");
  patch.quality = word_in(said, "quality");
  patch.direction = static_cast<int>(number_in(said, "direction").value_or(0));
  if (is_one_step(said, patch)) patch.number.reset();
  for (const char* unit : {"hours", "minutes", "seconds"}) {
    if (const flow::Slot* slot = flow::find_slot(said, unit)) patch.length.push_back(*slot);
  }
  return patch;
}

}  // namespace hearth::understand
