// What is now: the home and the last known state of every capability.
#pragma once

#include <memory>
#include <vector>

#include "home/home.h"
#include "memory/projection.h"

namespace hearth::memory {

/// Folds Inventory (by home::merge) and Observation.
class Present final : public Projection {
 public:
  Present();
  std::string_view name() const override { return "present"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  /// Immutable; may be handed to other threads.
  const std::shared_ptr<const home::Home>& home() const { return home_; }

  /// Value unknown when nothing was ever seen.
  const home::State& state(home::EntityId entity, home::Capability capability) const;
  /// What people would call its value: as state(), but the brightness of a light that is off is 0, whatever it was
  /// last.
  home::Value value(home::EntityId entity, home::Capability capability) const;
  /// False only where the device has said that it cannot be reached.
  bool available(home::EntityId entity) const;

  struct Known {
    home::Capability capability;
    home::State state;
    bool operator==(const Known&) const = default;
  };
  /// All that is known of one entity, by capability number.
  const std::vector<Known>& known(home::EntityId entity) const;

 private:
  std::shared_ptr<const home::Home> home_;
  std::vector<std::vector<Known>> states_;  ///< by EntityId - 1
};

}  // namespace hearth::memory
