// What follows from the journal. State changes only by folding an entry, the same way live, at restart and in replay.
#pragma once

#include <string>
#include <string_view>

#include "flow/message.h"

namespace hearth::memory {

/// House thread only. `apply` must depend on the entry and the projection's own state alone: no clock, no randomness,
/// no hash order. `save` and `restore` carry the whole state over a checkpoint; equal states save equal bytes.
class Projection {
 public:
  virtual ~Projection() = default;
  virtual std::string_view name() const = 0;
  virtual void apply(const flow::Entry& entry) = 0;
  virtual std::string save() const = 0;
  /// Errors: Corrupt; the projection is then empty.
  virtual Status restore(std::string_view bytes) = 0;
};

}  // namespace hearth::memory
