// Who changed it: Hearth itself, a person through an app, a hand at the device, another automation, or nobody knows.
#pragma once

#include <optional>

#include "flow/actuation.h"
#include "home/home.h"
#include "sense/attribution/changes.h"

namespace hearth::sense {

/// What a protocol says of a cause, as doors write it into `Observation::cause_hint`: "user:NAME" (a person, through an
/// app), "automation:NAME", "script:NAME" or "scene:NAME" (somebody else's rule), "hearth:ANYTHING" (our own),
/// "device:ANYTHING" (a button or knob at the device). Anything else is no hint.
struct CauseHint {
  enum Kind : uint8_t { None, Person, Automation, Hearth, Device };
  Kind kind = None;
  std::string who;
};
CauseHint read_hint(std::string_view hint);

/// Judges one change by rules of rising doubt; deterministic, keeps nothing. Nothing when it is no actuation: the
/// capability cannot be set there, or it is the first report of a value and no Set explains it. `head.from` names the
/// observation and, where there is one, the Command; `head.because` holds the rule and its evidence. Confidences are
/// judgements, not measured on data.
std::optional<flow::Actuation> attribute(const Change& change, const home::Home& home);

}  // namespace hearth::sense
