// A whole house in simulated time, on one thread, whose devices do at once what they are told: for talks of several
// turns.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "connect/door.h"
#include "engine/simulated_house.h"
#include "memory/journal.h"
#include "score/dialogue/scored_home.h"

namespace hearth::score {

/// What a thing shows, by capability.
using Shown = std::map<home::Capability, home::Value>;
using Everything = std::map<home::EntityId, Shown>;

/// What followed from one turn.
struct Answered {
  std::optional<flow::Plan> plan;  ///< the first that settles what was meant
  std::vector<flow::Set> sets;     ///< that were carried out, in their order
  std::vector<flow::Promise> promises;
  std::string words;
  double microseconds = 0;
};

/// One thread.
class DialogueHouse {
 public:
  ~DialogueHouse();

  /// `models` must outlive it. Errors: those of House::open.
  static Result<std::unique_ptr<DialogueHouse>> open(const engine::Models& models, const ScoredHome& home);

  /// A turn of the one conversation, a few seconds after the last one.
  Answered say(const std::string& text, const std::string& language);

  const home::Home& home() const { return *house_->house().core().memory().present.home(); }
  Everything shown() const;

 private:
  class Obedient;  ///< the door
  DialogueHouse();
  void settle();

  memory::MemoryJournal journal_;
  std::unique_ptr<Obedient> door_;
  std::unique_ptr<engine::SimulatedHouse> house_;
};

}  // namespace hearth::score
