#include "decide/ranking/ranker.h"

namespace hearth::decide {

Ranked rank(const flow::Meaning& meaning, float threshold) {
  Ranked result;
  for (const flow::Reading& reading : meaning.readings) {
    if (reading.requests.empty()) continue;
    if (result.chosen == nullptr) {
      if (reading.confidence >= threshold) result.chosen = &reading;
    } else if (reading.requests != result.chosen->requests) {
      result.runner_up = &reading;
      break;
    }
  }
  Arguments with{{"readings", static_cast<double>(meaning.readings.size())}};
  if (result.runner_up != nullptr) with.emplace_back("runner_up", static_cast<double>(result.runner_up->confidence));
  const float confidence = result.chosen != nullptr   ? result.chosen->confidence
                           : meaning.readings.empty() ? 0
                                                      : meaning.readings.front().confidence;
  result.because = because(flow::Faculty::HypothesisRanker,
                           phrase(result.chosen != nullptr ? "because.ranked" : "because.none_likely", std::move(with)),
                           {of_message(meaning.head.id)}, confidence);
  return result;
}

}  // namespace hearth::decide
