// For tests: a house that writes down what a door tells it.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "base/guarded.h"
#include "connect/door.h"
#include "home/merge.h"

namespace hearth::connect {

class TestInbox final : public HouseInbox {
 public:
  struct Heard {
    std::shared_ptr<const home::Home> home = std::make_shared<home::Home>();
    size_t inventories = 0, complete = 0;
    std::map<std::pair<std::string, home::Capability>, home::Value> values;
    uint64_t observations = 0, unknown_keys = 0;
    std::vector<flow::Receipt> receipts;
  };

  bool inventory(flow::Inventory inventory) override {
    heard_.with([&](Heard& heard) {
      ++heard.inventories;
      heard.complete += inventory.listing.complete ? 1 : 0;
      heard.home = std::make_shared<home::Home>(home::merge(*heard.home, inventory.listing));
    });
    return true;
  }
  void observe(std::string_view door, std::string_view key, flow::Observation observation) override {
    heard_.with([&](Heard& heard) {
      ++heard.observations;
      if (!heard.home->find(heard.home->door(door), key)) ++heard.unknown_keys;
      heard.values[{std::string(key), observation.capability}] = observation.value;
    });
  }
  bool hear(std::string_view, std::string_view, flow::Utterance) override { return true; }
  bool want(std::string_view, std::string_view, flow::Meaning) override { return true; }
  void receipt(flow::Receipt receipt) override {
    heard_.with([&](Heard& heard) { heard.receipts.push_back(std::move(receipt)); });
  }
  void feedback(flow::Feedback) override {}

  Heard heard() const {
    return heard_.with([](const Heard& heard) { return heard; });
  }
  std::shared_ptr<const home::Home> home() const {
    return heard_.with([](const Heard& heard) { return heard.home; });
  }
  home::EntityId find(const std::string& key) const {
    const auto now = home();
    return now->find(now->door("mqtt"), key);
  }
  std::string shown(const std::string& key, home::Capability capability) const {
    return heard_.with([&](const Heard& heard) {
      const auto found = heard.values.find({key, capability});
      return found == heard.values.end() ? std::string("never") : home::to_text(found->second);
    });
  }

 private:
  Guarded<Heard> heard_;
};

/// Polls, for up to half a minute.
template <class Condition>
bool eventually(Condition&& condition) {
  for (int i = 0; i < 3000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace hearth::connect
