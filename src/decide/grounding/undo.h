// Takes back what a plan did.
#pragma once

#include "decide/draft.h"
#include "memory/plans.h"
#include "memory/present.h"

namespace hearth::decide {

/// Steps that restore what was before the steps of `record` that were carried out, the last one first. What somebody
/// has changed since, or what cannot be taken back, is left alone and named in a remark; the refusal names it when
/// nothing is left to do.
Grounded ground_undo(const memory::PlanRecord& record, const memory::Present& present);

/// Of what takes back `record`, which was a correction itself, leaves out what would bring back the mistake that it
/// took back: `mistake`, the plan that it undid.
void keep_corrected(const memory::PlanRecord& record, const memory::PlanRecord& mistake, Grounded& back);

}  // namespace hearth::decide
