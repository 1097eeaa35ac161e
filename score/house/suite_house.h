// A whole house in simulated time, on one thread, that somebody says one sentence to.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/simulated_house.h"
#include "memory/journal.h"
#include "score/understanding/presupposed.h"

namespace hearth::score {

/// What followed from a sentence.
struct Reply {
  std::optional<flow::Plan> plan;  ///< the first that settles what was meant
  std::string words;               ///< all that was said to it
  double microseconds = 0;         ///< of one thread, from the sentence to the end of what it caused at once
};

/// One thread. No devices: what is commanded is never confirmed.
class SuiteHouse {
 public:
  /// When every sentence is said.
  static Time now();

  /// A house that remembers `past`. `models` must outlive it. Errors: those of House::open.
  static Result<std::unique_ptr<SuiteHouse>> open(const engine::Models& models, const Past& past);

  /// Says a sentence in a conversation of its own, at the satellite.
  Reply say(const std::string& text, const std::string& language);

  const home::Home& home() const { return *house_->house().core().memory().present.home(); }

 private:
  SuiteHouse() = default;

  memory::MemoryJournal journal_;
  std::unique_ptr<engine::SimulatedHouse> house_;
  int said_ = 0;
};

}  // namespace hearth::score
