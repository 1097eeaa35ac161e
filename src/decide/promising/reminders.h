// Reminders: at a time, again and again, or when something in the home becomes so.
#pragma once

#include "decide/promising/meant.h"

namespace hearth::decide {

bool concerns_reminders(flow::Intent intent);

/// Steps for a request about reminders. Asks when, where neither a time nor an event was said, and which, where several
/// may be meant.
Grounded ground_reminder(const flow::Request& request, const Promising& in);

/// What the slots "event" (arrives, leaves, done, on, off, opens, closes, locked, unlocked) and "event_name" wait for,
/// as far as the home senses it; nothing else is guessed. Nothing where the request names no event; a refusal in
/// `problem` where it cannot be known here.
std::optional<flow::Trigger> trigger_of(const flow::Request& request, const Promising& in,
                                        std::optional<flow::Phrase>& problem);

/// Arguments that word such an event: "event", "entity", and "spoken" where it was named.
Arguments event_words(const flow::Request& request, const flow::Trigger& trigger);

}  // namespace hearth::decide
