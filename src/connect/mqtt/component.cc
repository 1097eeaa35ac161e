#include "connect/mqtt/component.h"

#include "home/home.h"

namespace hearth::connect::mqtt {

std::string entity_name(const std::string& device, const std::string& own) {
  const std::string whole = home::identity_of(device), part = home::identity_of(own);
  if (whole.empty() || part == whole || part.starts_with(whole + " ")) return own;
  return whole.ends_with(" " + part) ? device : device + " " + own;
}

home::Tier tier_of(std::string_view kind, std::string_view device_class) {
  using home::Tier;
  if (kind == "lock" || kind == "alarm_control_panel") return Tier::Secure;
  if (kind == "cover" && (device_class == "garage" || device_class == "gate" || device_class == "door")) {
    return Tier::Secure;
  }
  if (kind == "valve") return device_class == "gas" ? Tier::Secure : Tier::Noticeable;
  if (kind == "cover" || kind == "climate" || kind == "siren") return Tier::Noticeable;
  return Tier::Harmless;
}

home::Trait& add_trait(Component& component, Capability capability, bool sensed, Output output) {
  home::Trait trait;
  trait.capability = capability;
  trait.sensed = sensed;
  trait.settable = static_cast<bool>(output);
  if (output) component.outputs[capability] = std::move(output);
  component.entity.traits.push_back(std::move(trait));
  return component.entity.traits.back();
}

}  // namespace hearth::connect::mqtt
