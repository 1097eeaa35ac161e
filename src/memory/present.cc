#include "memory/present.h"

#include <algorithm>

#include "home/merge.h"
#include "memory/fields.h"

namespace hearth::memory {
namespace {

using Saved = std::pair<home::Home, std::vector<std::vector<Present::Known>>>;

const home::State kUnknown{};
const std::vector<Present::Known> kNothing;

}  // namespace

Present::Present() : home_(std::make_shared<const home::Home>()) {}

void Present::apply(const flow::Entry& entry) {
  if (const auto* inventory = std::get_if<flow::Inventory>(&entry.message)) {
    home_ = std::make_shared<const home::Home>(home::merge(*home_, inventory->listing));
    states_.resize(home_->entities.size());
    return;
  }
  if (const auto* stepped = std::get_if<flow::ClockStep>(&entry.message)) {
    const Duration by = from_seconds(stepped->by_s);
    for (std::vector<Known>& known : states_) {
      for (Known& one : known) {
        one.state.since += by;
        one.state.seen += by;
      }
    }
    return;
  }
  const auto* seen = std::get_if<flow::Observation>(&entry.message);
  if (seen == nullptr || !seen->entity || seen->entity.value > states_.size()) return;
  std::vector<Known>& known = states_[seen->entity.value - 1];
  auto place = std::ranges::lower_bound(known, seen->capability, {}, &Known::capability);
  if (place == known.end() || place->capability != seen->capability) {
    place = known.insert(place, {seen->capability, {seen->value, entry.at, entry.at}});
    return;
  }
  home::State& state = place->state;
  if (state.value != seen->value) {
    state.value = seen->value;
    state.since = entry.at;
  } else if (seen->retained) {
    return;  // what a broker kept says nothing of the device's being alive
  }
  state.seen = entry.at;
}

const home::State& Present::state(home::EntityId entity, home::Capability capability) const {
  const std::vector<Known>& all = known(entity);
  const auto place = std::ranges::lower_bound(all, capability, {}, &Known::capability);
  return place == all.end() || place->capability != capability ? kUnknown : place->state;
}

home::Value Present::value(home::EntityId entity, home::Capability capability) const {
  const home::Value& last = state(entity, capability).value;
  const bool dark = capability == home::Capability::Brightness && home::known(last) &&
                    state(entity, home::Capability::OnOff).value == home::Value(false);
  return dark ? home::Value(0.0) : last;
}

bool Present::available(home::EntityId entity) const {
  return state(entity, home::Capability::Available).value != home::Value(false);
}

const std::vector<Present::Known>& Present::known(home::EntityId entity) const {
  return !entity || entity.value > states_.size() ? kNothing : states_[entity.value - 1];
}

std::string Present::save() const { return save_state(Saved(*home_, states_)); }

Status Present::restore(std::string_view bytes) {
  home_ = std::make_shared<const home::Home>();
  states_.clear();
  Saved saved = TRY(restore_state<Saved>(name(), bytes));
  home_ = std::make_shared<const home::Home>(std::move(saved.first));
  states_ = std::move(saved.second);
  return ok();
}

}  // namespace hearth::memory
