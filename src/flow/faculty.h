// The learned, model-driven or rule-driven parts that may be asked why. The list only grows at its end.
#pragma once

#include <cstdint>

namespace hearth::flow {

enum class Faculty : uint16_t {
  None,
  Attribution,
  Language,
  Grammar,
  Intent,
  OutOfScope,
  Slots,
  EntityLinking,
  CommandSplitting,
  Coreference,
  QueryRewriting,
  QuestionTyping,
  StateQuestion,
  Why,
  HypothesisRanker,
  DialoguePolicy,
  Grounding,
  Confirmation,
  Safety,
  Interruption,
  Preference,
  Runner,
  Undo,
  Promises,
  Wording,
  Touch,  // what somebody tapped
};

}  // namespace hearth::flow
