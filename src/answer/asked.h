// What all that answers reads off a question, and puts into its words.
#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/zone.h"
#include "flow/header.h"
#include "flow/request.h"
#include "memory/journal.h"

namespace hearth::answer {

/// The targets, or all that an ambiguous name may mean: a question need not choose.
std::vector<home::EntityId> things_of(const flow::Request& request);

/// The arguments of "moment": "clock", the civil time in `zone`, and "days" from `now`.
void add_moment(Time at, Time now, const calendar::Zone& zone, flow::Phrase& words);

/// Until that entry is written, a second at most, or until a stop is asked for. Lane thread.
void wait_for_journal(const memory::EntryReader& past, flow::MessageId id, const std::stop_token& stop);

}  // namespace hearth::answer
