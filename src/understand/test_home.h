// A small home and English sentences for the tests of understand/.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "home/merge.h"
#include "memory/view.h"
#include "understand/grammar/intent_source.h"
#include "understand/sentences.h"

namespace hearth::understand {

/// Two floors; the satellite in the study is device 1, one in the hall device 2; device 3 stands nowhere.
struct TestHome {
  using Capability = home::Capability;
  static constexpr home::AreaId kStudy{1}, kHall{2}, kKitchen{3}, kBedroom{4};
  static constexpr home::DeviceId kStudySatellite{1}, kHallSatellite{2}, kNowhere{3};

  TestHome() {
    listing.door = "simulator";
    listing.floors = {{{1}, {{"Ground floor", "en"}, {"downstairs", "en"}}, 0}, {{2}, {{"First floor", "en"}}, 1}};
    listing.areas = {{kStudy, {{"Study", "en"}}, {1}, {}},
                     {kHall, {{"Hall", "en"}, {"corridor", "en"}}, {1}, {}},
                     {kKitchen, {{"Kitchen", "en"}}, {1}, {}},
                     {kBedroom, {{"Bedroom", "en"}}, {2}, {}}};
    add_device("study speaker", kStudy);
    add_device("hall speaker", kHall);
    add_device("shell", {});
    const std::vector light{settable(Capability::OnOff), settable(Capability::Brightness), settable(Capability::Color),
                            settable(Capability::ColorTemperature)};
    add("light", "Desk lamp", kStudy, light);                                                                      // 1
    add("light", "Ceiling light", kStudy, light);                                                                  // 2
    add("light", "Kitchen light", kKitchen, light);                                                                // 3
    add("light", "Bedside lamp", kBedroom, light);                                                                 // 4
    add("lock", "Front door", kHall, {settable(Capability::Lock)});                                                // 5
    add("cover", "Garage door", kHall, {settable(Capability::Position)}, "garage");                                // 6
    add("cover", "Left blind", kStudy, {settable(Capability::Position)}, "blind");                                 // 7
    add("climate", "Heating", kHall, {settable(Capability::TargetTemperature), sensed(Capability::Temperature)});  // 8
    add("fan", "Fan", kKitchen, {settable(Capability::OnOff), settable(Capability::Speed)});                       // 9
    add("fan", "Fan", kBedroom, {settable(Capability::OnOff), settable(Capability::Speed)});                       // 10
    add("media_player", "Radio", kStudy, {settable(Capability::Volume), settable(Capability::Mute)});              // 11
    add("scene", "Movie time", kStudy, {settable(Capability::Scene)});                                             // 12
    add("binary_sensor", "Bedroom window", kBedroom, {sensed(Capability::Contact)}, "window");                     // 13
    add("light", "Hidden light", kHall, light);                                                                    // 14
    listing.entities.back().exposed = false;
  }

  static home::Trait settable(Capability capability) { return {capability, true, true, 0, 0, 0, {}}; }
  static home::Trait sensed(Capability capability) { return {capability, true, false, 0, 0, 0, {}}; }

  void add(std::string kind, std::string name, home::AreaId area, std::vector<home::Trait> traits,
           std::string device_class = {}) {
    home::Entity entity;
    entity.key = kind + "." + std::to_string(listing.entities.size() + 1);
    entity.kind = std::move(kind);
    entity.device_class = std::move(device_class);
    entity.names = {{std::move(name), "en"}};
    entity.area = area;
    entity.traits = std::move(traits);
    listing.entities.push_back(std::move(entity));
  }
  void add_device(std::string name, home::AreaId area) {
    home::Device device;
    device.id = {static_cast<uint32_t>(listing.devices.size() + 1)};
    device.identifiers = {name};
    device.names = {{std::move(name), "en"}};
    device.area = area;
    listing.devices.push_back(std::move(device));
  }
  std::shared_ptr<const home::Home> home() const {
    return std::make_shared<const home::Home>(home::merge(home::Home{}, listing));
  }
  memory::View view() const {
    memory::View view;
    view.home = home();
    return view;
  }

  home::Listing listing;
};

inline std::vector<uint32_t> ids(const flow::Request& request) {
  std::vector<uint32_t> found;
  for (const home::EntityId id : request.targets) found.push_back(id.value);
  return found;
}

/// -1 where the slot holds none.
inline double number(const flow::Request& request, std::string_view slot) {
  const flow::Slot* found = flow::find_slot(request, slot);
  const double* value = found == nullptr ? nullptr : std::get_if<double>(&found->value);
  return value == nullptr ? -1 : *value;
}

/// The real sentences of English, compiled once. Null where the fetched file is absent (tools/setup brings it).
inline const SentencesByLanguage* english() {
  static const SentencesByLanguage all = [] {
    const char* fetched = std::getenv("HEARTH_FETCHED");
    const std::string folder = fetched != nullptr ? fetched : "build/fetched";
    const std::string file = folder + "/intents/data/en.json";
    SentencesByLanguage found;
    if (!std::filesystem::exists(file)) return found;
    Result<Sentences> english = read_sentences(file, "sentences/en");
    if (!english) ADD_FAILURE() << to_string(english.error());
    if (english) found.emplace("en", std::move(english).value());
    return found;
  }();
  return all.empty() ? nullptr : &all;
}

}  // namespace hearth::understand
