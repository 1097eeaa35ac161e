// Turns a request about things into absolute steps, by what the things are and what they are now.
#pragma once

#include "decide/dialogue_policy/questions.h"
#include "decide/grounding/wishes.h"
#include "decide/settings.h"
#include "memory/present.h"

namespace hearth::decide {

/// Where a request was made and by whom, as far as grounding needs it.
struct Asker {
  std::optional<flow::PersonId> person;
  home::AreaId area;  ///< of the satellite; none when it has none
};

/// House thread. All that it is given must outlive it.
class Grounder {
 public:
  Grounder(const memory::Present& present, const memory::Lexicon& lexicon, const Settings& settings)
      : present_(present), lexicon_(lexicon), settings_(settings) {}

  /// Steps for every target that can do it; the others are named in a remark, or in the refusal when there is none.
  /// Asks when the name is ambiguous and no preference is known, or when a value is missing.
  Grounded ground(const flow::Request& request, const Asker& asker, Time now) const;
  /// Asks in which room it is what so many are called.
  Grounded ask_room(const flow::Request& request, Time now) const;

 private:
  /// The absolute step of one wish, or the phrase that says why there is none.
  struct Step {
    std::optional<flow::Set> set;
    std::optional<flow::Phrase> problem;
    std::optional<flow::Phrase> remark;
  };
  void choose_players(flow::Request& request) const;
  void choose_lit(flow::Request& request) const;
  bool is_dark(home::EntityId light) const;
  std::optional<double> light_in_the_dark(const home::Entity& entity, const Wish& wish) const;
  /// Whether any device of the home could do what is asked, were it named.
  bool anything_could(const flow::Request& request) const;
  bool resolve(flow::Request& request, const Asker& asker, Time now, Grounded& result) const;
  void ground_target(const flow::Request& request, home::EntityId target, Time now, Grounded& result,
                     std::vector<flow::Phrase>& problems) const;
  Step step_for(const home::Entity& entity, const Wish& wish, Time now) const;
  Step number_step(const home::Entity& entity, const home::Trait& trait, const Wish& wish, const home::Value& is) const;
  home::Value current(const home::Entity& entity, home::Capability capability, Time now) const;
  RelativeSteps relative_steps() const {
    return {settings_.brightness_step, settings_.temperature_step, settings_.volume_step};
  }

  const memory::Present& present_;
  const memory::Lexicon& lexicon_;
  const Settings& settings_;
};

}  // namespace hearth::decide
