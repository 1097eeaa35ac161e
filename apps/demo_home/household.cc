#include "household.h"

namespace hearth::demo {

Result<std::unique_ptr<HouseholdDevices>> HouseholdDevices::start(const net::MqttOptions& broker,
                                                                  simulation::Household& household, uint64_t seed) {
  std::unique_ptr<HouseholdDevices> started(new HouseholdDevices(household));
  const home::Listing& listing = household.listing();
  const auto bridge = std::make_shared<Mailbox>();
  std::vector<BridgedDevice> bridged;
  std::vector<Script> scripts;
  for (const home::Entity& entity : listing.entities) {
    const home::Device& device = listing.devices[entity.device.value - 1];
    const std::string area = listing.areas[device.area.value - 1].names.front().text;
    if (behind_bridge(entity)) {
      bridged.push_back(bridged_device(entity, area, static_cast<uint32_t>(bridged.size() + 1)));
      started->in_.push_back(bridge);
    } else {
      started->in_.push_back(std::make_shared<Mailbox>());
      scripts.push_back(announced_device(entity, area, started->in_.back(), started->out_));
    }
  }
  scripts.push_back(household_bridge(bridged, bridge, started->out_));
  household.take_reports();  // those are in what is shown
  for (const simulation::Report& report : household.shown()) {
    started->in_[report.device]->post({listing.entities[report.device].key, report.capability, report.value});
  }
  for (Script& script : scripts) {
    Chance unused(0);
    script.drift(script.state, unused);  // the first thing that a device says is how it stands
    started->devices_.push_back(
        TRY(DemoDevice::start(broker, std::move(script), seed * 1000 + started->devices_.size())));
  }
  return started;
}

void HouseholdDevices::live(Time to) {
  for (const Mailbox::Letter& letter : out_->take()) {
    // What the device cannot do it does not do; a real one would not answer either.
    (void)household_.command(letter.key, letter.capability, letter.value).ok();
  }
  household_.advance(to);
  for (simulation::Report& report : household_.take_reports()) {
    const std::string& key = household_.listing().entities[report.device].key;
    in_[report.device]->post({key, report.capability, std::move(report.value)});
  }
  for (const auto& device : devices_) device->live();
}

bool HouseholdDevices::ready() const {
  return std::ranges::all_of(devices_, [](const auto& device) { return device->ready(); });
}

std::string HouseholdDevices::trouble() const {
  for (const auto& device : devices_) {
    if (std::string trouble = device->trouble(); !trouble.empty()) return trouble;
  }
  return {};
}

void HouseholdDevices::leave() {
  for (const auto& device : devices_) device->leave();
}

}  // namespace hearth::demo
