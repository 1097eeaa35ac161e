// Moments as arguments of phrases, and questions about them.
#pragma once

#include "calendar/zone.h"
#include "decide/draft.h"

namespace hearth::decide {

/// "clock": the civil time in `zone`, as calendar::to_string writes it; "days": whole days from today; "rule": how it
/// comes round again, empty where it is for once. act/wording makes "tomorrow at half past six" of them.
Arguments moment(Time at, std::string_view rule, Time now, const calendar::Zone& zone);

/// "In ten minutes", "for half an hour".
bool is_length(const flow::When& when);
/// The moment at which something promised for `when` is due: in so many seconds, or at its beginning.
Time due_of(const flow::When& when, Time now);
/// True for what names no time of day: "tomorrow", "on Monday morning".
bool is_vague(const flow::When& when);

/// Asks which moment is meant where the words fit several, or when at all where none was said; the reply fills `when`
/// of the hole. Nothing when there is nothing to ask. A day or a part of one is asked for its hour; `key`: of what is
/// asked where no moment was said.
std::optional<flow::Ask> ask_when(const flow::Request& request, std::string_view key, Time now, Time until,
                                  const calendar::Zone& zone);

/// The promise of a Request's `when`, of that kind: due, length, rule and zone.
flow::Promise promise_for(flow::Promise::Kind kind, const flow::When& when, Time now, const calendar::Zone& zone);

}  // namespace hearth::decide
