// One line of a residents' file that says what somebody usually does, and when.
#pragma once

#include "simulation/residents_file.h"

namespace hearth::simulation {

/// "gets_up by Anna at 06:40 on weekdays jitter 12m likely 96%", from behind the word "habit". `known`: what stands
/// above. Errors: InvalidInput.
Result<Habit> read_habit(LineReader& words, const HouseholdHome& home, const Residents& known);
/// "goes kitchen", "sets light.kitchen on_off on" and so on; nothing when `verb` is none. Errors: InvalidInput.
Result<std::optional<Step>> read_step(std::string_view verb, LineReader& words, const HouseholdHome& home);

/// "weekdays", "weekends", "fri, sat" as bits, Monday first; nothing is taken when the next word is no day.
uint8_t take_weekdays(LineReader& words);
/// "winter" or numbers of months as bits, January first; nothing is taken when the next word is neither.
uint16_t take_months(LineReader& words);
Result<uint32_t> take_room(LineReader& words, const HouseholdHome& home);
Result<uint32_t> take_device(LineReader& words, const HouseholdHome& home);

}  // namespace hearth::simulation
