#include "simulation/radio.h"

#include <algorithm>

namespace hearth::simulation {

using home::Capability;
using home::Value;

Radio::Radio(const HouseholdHome& home, Agenda& agenda, Truth& truth, uint64_t seed)
    : home_(home), agenda_(agenda), truth_(truth) {
  for (uint32_t i = 0; i < home.devices.size(); ++i) {
    links_.push_back({home.devices[i].radio.value_or(home.radio),
                      Chance(seed, "radio " + home.door.listing.entities[i].key), agenda.now()});
  }
}

void Radio::say(uint32_t device, Capability capability, Value value, const Value& before) {
  Link& link = links_[device];
  Duration wait = link.chance.between(link.quality.delay);
  const double fate = link.chance.draw();  // one draw, so that a quality of zero changes nothing else
  const RadioQuality& quality = link.quality;
  if (fate < quality.loses) return tell(device, capability, "report lost");
  const bool contradicts = fate < quality.loses + quality.contradicts;
  const bool repeats = !contradicts && fate < quality.loses + quality.contradicts + quality.repeats;
  if (contradicts && home::known(before) && before != value) {
    tell(device, capability, "contradicted");
    deliver(link, wait, {{}, device, capability, before});
    wait += std::chrono::milliseconds(800) + Duration{link.chance.pick(2'000'000)};
  }
  deliver(link, wait, {{}, device, capability, value});
  if (!repeats) return;
  tell(device, capability, "repeated");
  deliver(link, wait + std::chrono::milliseconds(150), {{}, device, capability, std::move(value)});
}

std::optional<Duration> Radio::hear(uint32_t device, Capability capability) {
  Link& link = links_[device];
  const Duration wait = link.chance.between(link.quality.delay);
  if (!link.chance.likely(link.quality.loses)) return wait;
  tell(device, capability, "command lost");
  return std::nullopt;
}

void Radio::deliver(Link& link, Duration wait, Report report) {
  link.busy_until = std::max(link.busy_until + Duration{1}, agenda_.now() + wait);
  const Time at = link.busy_until;
  report.at = at;
  agenda_.at(at, [this, report = std::move(report)] { arrived_.push_back(report); });
}

void Radio::tell(uint32_t device, Capability capability, const char* what) {
  truth_.tell({.at = agenda_.now(),
               .kind = TruthEvent::Radio,
               .who = {},
               .what = what,
               .key = home_.door.listing.entities[device].key,
               .why = {},
               .capability = capability,
               .value = {}});
}

}  // namespace hearth::simulation
