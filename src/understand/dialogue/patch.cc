#include "understand/dialogue/patch.h"

#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

Patch::Which which_of(const flow::Request& said) {
  const std::string which = word_in(said, "which");
  if (which == "other") return Patch::Other;
  if (which == "others") return Patch::Others;
  if (which == "both") return Patch::Both;
  if (which == "here") return Patch::Here;
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
  if (const std::string act = word_in(said, "act"); !act.empty()) patch.act = intent_named(act);
  patch.explicit_words = said.explicit_words && patch.act.has_value();
  patch.number = number_in(said, "number");
  patch.kelvin = number_in(said, "temperature");
  patch.unit = word_in(said, "unit");
  patch.color = word_in(said, "color");
  patch.quality = word_in(said, "quality");
  patch.direction = static_cast<int>(number_in(said, "direction").value_or(0));
  for (const char* unit : {"hours", "minutes", "seconds"}) {
    if (const flow::Slot* slot = flow::find_slot(said, unit)) patch.length.push_back(*slot);
  }
  return patch;
}

}  // namespace hearth::understand
