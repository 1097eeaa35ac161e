#include "decide/safety/guard.h"

#include <algorithm>
#include <set>

namespace hearth::decide {
namespace {

using home::Capability;
using home::Tier;

bool is(const home::Value& value, bool wanted) {
  const bool* yes = std::get_if<bool>(&value);
  return yes != nullptr && *yes == wanted;
}

/// Doors and gates let people in; blinds and awnings do not.
bool lets_people_in(const home::Entity& entity) {
  return entity.kind == "valve" ||
         (entity.kind == "cover" && (entity.device_class == "garage" || entity.device_class == "door" ||
                                     entity.device_class == "gate" || entity.tier == Tier::Secure));
}

bool opens(const flow::Set& set) {
  const double* percent = std::get_if<double>(&set.to);
  return is(set.to, true) || (percent != nullptr && *percent > 0);
}

}  // namespace

Tier tier_of(const flow::Set& set, const home::Home& home, double heat_above) {
  const home::Entity* entity = home.entity(set.entity);
  if (entity == nullptr) return Tier::Secure;
  switch (set.capability) {
    case Capability::Lock:
      return is(set.to, true) ? Tier::Noticeable : Tier::Secure;
    case Capability::Alarm: {
      const auto* word = std::get_if<std::string>(&set.to);
      return word != nullptr && word->starts_with("armed") ? Tier::Noticeable : Tier::Secure;
    }
    case Capability::Position:
    case Capability::Tilt:
    case Capability::OnOff:
      if (lets_people_in(*entity)) return opens(set) ? Tier::Secure : Tier::Noticeable;
      break;
    case Capability::TargetTemperature:
    case Capability::TargetTemperatureLow:
    case Capability::TargetTemperatureHigh: {
      const double* degrees = std::get_if<double>(&set.to);
      return degrees != nullptr && *degrees <= heat_above ? Tier::Noticeable : Tier::Secure;
    }
    default:
      break;
  }
  // The entity's own tier is that of its riskier direction; turning off is the safer one.
  if (set.capability == Capability::OnOff && is(set.to, false)) return std::min(entity->tier, Tier::Noticeable);
  return entity->tier;
}

Tier tier_of(const std::vector<flow::Step>& steps, const home::Home& home, double heat_above) {
  Tier highest = Tier::Harmless;
  for (const flow::Step& step : steps) {
    if (const auto* set = std::get_if<flow::Set>(&step)) highest = std::max(highest, tier_of(*set, home, heat_above));
    const auto* promise = std::get_if<flow::Promise>(&step);
    if (promise != nullptr && promise->change == flow::Promise::Begin) highest = std::max(highest, promise->tier);
  }
  return highest;
}

bool means_everything(const flow::Request& request, const home::Home& home) {
  for (const char* slot : {"name", "area", "floor", "domain", "device_class"}) {
    if (flow::find_slot(request, slot) != nullptr) return false;
  }
  std::set<std::string_view> kinds;
  for (const home::EntityId target : request.targets) {
    if (const home::Entity* entity = home.entity(target)) kinds.insert(entity->kind);
  }
  return request.targets.size() > 1 && kinds.size() > 1;
}

Judgement judge(const std::vector<flow::Step>& steps, bool explicit_words, bool everything, const Speaker& speaker,
                const home::Home& home, const Settings& settings) {
  Judgement result;
  result.tier = everything ? Tier::Secure : tier_of(steps, home, settings.heat_above);
  const bool secure = result.tier == Tier::Secure;
  if (!may_ask_for(speaker.role, result.tier)) {
    result.verdict = Judgement::Refused;
    result.because =
        because(flow::Faculty::Safety, phrase(speaker.person ? "decline.not_allowed" : "decline.unknown_voice"));
  } else if (secure && !explicit_words) {
    result.verdict = Judgement::Confirm;
    result.because = because(flow::Faculty::Safety, phrase(everything ? "because.everything" : "because.not_explicit"));
  } else {
    result.because = because(flow::Faculty::Safety, phrase(secure ? "because.explicit" : "because.safe"));
  }
  return result;
}

}  // namespace hearth::decide
