// Alarms: setting, cancelling, skipping, putting off and stopping them.
#pragma once

#include "decide/promising/meant.h"

namespace hearth::decide {

bool concerns_alarms(flow::Intent intent);
/// Whether an alarm rings aloud anywhere, or one that was put off will ring again where the speaker is.
bool rings_for(const Promising& in);

/// Steps for a request about alarms. Asks when, where no time of day was said or two are as likely; asks which, where
/// several may be meant. Whoever hears an alarm ring may stop it or put it off; the rest by may_change. Of several that
/// ring it is the one in the room, else the speaker's own; one that was put off only where none rings aloud.
Grounded ground_alarm(const flow::Request& request, const Promising& in);

}  // namespace hearth::decide
