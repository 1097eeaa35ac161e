// A door whose words others may know of too.
#pragma once

#include <functional>

#include "connect/door.h"

namespace hearth::engine {

/// Passes everything on, and tells what was said. Both references must outlive it; thread-safe where they are.
class OverheardDoor final : public connect::Door {
 public:
  using Overhear = std::function<void(const std::string& text)>;
  OverheardDoor(connect::Door& door, Overhear overhear) : door_(door), overhear_(std::move(overhear)) {}

  std::string_view name() const override { return door_.name(); }
  Status open(connect::HouseInbox& inbox) override { return door_.open(inbox); }
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override {
    if (const auto* words = std::get_if<flow::Words>(&command.what)) overhear_(words->text);
    door_.carry_out(command, std::move(home));
  }
  void plan_ended(const flow::Plan& plan) override { door_.plan_ended(plan); }
  connect::DoorHealth health() const override { return door_.health(); }
  void close() override { door_.close(); }

 private:
  connect::Door& door_;
  const Overhear overhear_;
};

}  // namespace hearth::engine
