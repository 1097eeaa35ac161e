// Who is asking, as far as the house knows.
#pragma once

#include "decide/settings.h"
#include "flow/meaning.h"
#include "home/home.h"

namespace hearth::decide {

/// An unrecognised voice is a Guest and has no `person`.
struct Speaker {
  std::optional<flow::PersonId> person;
  home::Role role = home::Role::Guest;
  home::AreaId area;  ///< of the satellite that heard; none when it has none
};

/// The recognised voice; else the person as whom the door speaks, by `settings.voices`.
Speaker speaker_of(const flow::Address& heard, std::optional<flow::PersonId> recognised, const home::Home& home,
                   const Settings& settings);

bool is_grown_up(home::Role role);
/// Owners and adults may ask for Secure things.
bool may_ask_for(home::Role role, home::Tier tier);

}  // namespace hearth::decide
