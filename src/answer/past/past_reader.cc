#include "answer/past/past_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace hearth::answer {
namespace {

using home::Capability;
using home::Value;

bool yes(const Value& value) {
  if (const bool* is = std::get_if<bool>(&value)) return *is;
  if (const double* number = std::get_if<double>(&value)) return *number > 0;
  const auto* word = std::get_if<std::string>(&value);
  return word != nullptr && *word != "off" && *word != "idle" && *word != "docked" && *word != "not_home" &&
         *word != "paused";
}
bool no(const Value& value) { return home::known(value) && !yes(value); }

struct Word {
  std::string_view state;
  std::array<Capability, 6> shown_by;
  bool (*holds)(const Value&);
};

constexpr std::array kWords = std::to_array<Word>({
    {"open", {Capability::Contact, Capability::Position, Capability::Tilt}, yes},
    {"closed", {Capability::Contact, Capability::Position, Capability::Tilt}, no},
    {"on", {Capability::OnOff, Capability::Playback, Capability::ThermostatMode, Capability::Vacuum}, yes},
    {"off", {Capability::OnOff, Capability::Playback, Capability::ThermostatMode, Capability::Vacuum}, no},
    {"locked", {Capability::Lock}, yes},
    {"unlocked", {Capability::Lock}, no},
    {"motion", {Capability::Motion, Capability::Occupancy}, yes},
    {"home", {Capability::Presence}, yes},
    {"away", {Capability::Presence}, no},
});

constexpr size_t kObservation = [] {
  size_t place = 0;
  [&]<class... T>(std::type_identity<std::variant<T...>>) {
    size_t at = 0;
    ((place = std::is_same_v<T, flow::Observation> ? at : place, ++at), ...);
  }(std::type_identity<flow::Message>{});
  return place;
}();

/// What is known so far of one thing, while its reports are read from the newest to the oldest.
struct Search {
  std::optional<Became> found;  ///< the oldest report so far of the newest time that it was so
  bool newest = true;

  /// True when the report before that time was read too, so that no older one matters.
  bool take(const flow::Entry& entry, bool so) {
    const bool is_newest = std::exchange(newest, false);
    if (so) {
      const bool is_so = found ? found->is_so : is_newest;
      found = Became{entry.at, entry.seq, {}, is_so, true};
    } else if (found) {
      found->before = entry.seq;
      found->since_ever = false;
    }
    return !so && found;
  }
};

}  // namespace

std::optional<AskedState> asked_state(const home::Home& home, home::EntityId thing, std::string_view state) {
  const auto word = std::ranges::find(kWords, state, &Word::state);
  if (word == kWords.end()) return std::nullopt;
  for (const Capability capability : word->shown_by) {
    const home::Trait* trait = capability == Capability::None ? nullptr : home.trait(thing, capability);
    if (trait != nullptr && trait->sensed) return AskedState{capability, word->holds};
  }
  return std::nullopt;
}

Result<std::vector<std::optional<Became>>> last_became(const memory::EntryReader& past,
                                                       std::span<const AskedThing> things, flow::MessageId before,
                                                       const std::function<bool()>& stop, size_t most) {
  std::vector<Search> searches(things.size());
  std::multimap<home::EntityId, size_t> open;
  for (size_t i = 0; i < things.size(); ++i) open.emplace(things[i].thing, i);
  size_t read = 0;
  const std::array kinds{kObservation};
  if (!open.empty()) {
    TRY(past.look_back({1}, before, kinds, [&](const flow::Entry& entry) {
      if (++read > most || stop()) return false;
      const auto* seen = std::get_if<flow::Observation>(&entry.message);
      if (seen == nullptr || !home::known(seen->value)) return true;
      const auto [first, last] = open.equal_range(seen->entity);
      for (auto at = first; at != last;) {
        const AskedState& state = things[at->second].state;
        const bool ended =
            seen->capability == state.capability && searches[at->second].take(entry, state.holds(seen->value));
        at = ended ? open.erase(at) : std::next(at);
      }
      return !open.empty();
    }));
  }
  std::vector<std::optional<Became>> found;
  for (Search& search : searches) found.push_back(search.found);
  return found;
}

}  // namespace hearth::answer
