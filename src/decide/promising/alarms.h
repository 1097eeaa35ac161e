// Alarms: setting, cancelling, skipping, putting off and stopping them.
#pragma once

#include "decide/promising/meant.h"

namespace hearth::decide {

bool concerns_alarms(flow::Intent intent);
/// An alarm that is due, and nobody has reacted yet.
bool rings_now(const memory::Promised& promised);

/// Steps for a request about alarms. Asks when, where no time of day was said or two are as likely; asks which, where
/// several may be meant. Whoever hears an alarm ring may stop it or put it off; the rest by may_change.
Grounded ground_alarm(const flow::Request& request, const Promising& in);

}  // namespace hearth::decide
