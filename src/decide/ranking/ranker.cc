#include "decide/ranking/ranker.h"

#include <algorithm>

namespace hearth::decide {

namespace {

/// A reading that wants what is at hand, however unlikely beside the first: "stop" is a word of players everywhere
/// else.
const flow::Reading* about(const flow::Meaning& meaning, float threshold, std::span<const flow::Intent> at_hand) {
  if (meaning.readings.empty() || meaning.readings.front().confidence < threshold) return nullptr;
  const auto found = std::ranges::find_if(meaning.readings, [&](const flow::Reading& reading) {
    return !reading.requests.empty() && std::ranges::find(at_hand, reading.requests.front().intent) != at_hand.end();
  });
  return found == meaning.readings.end() ? nullptr : &*found;
}

}  // namespace

Ranked rank(const flow::Meaning& meaning, float threshold, std::span<const flow::Intent> at_hand) {
  Ranked result;
  result.chosen = about(meaning, threshold, at_hand);
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
