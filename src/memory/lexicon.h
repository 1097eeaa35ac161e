// What was learned, taught or decided: the lessons that hold, by kind.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "memory/projection.h"

namespace hearth::memory {

/// Immutable; may be handed to other threads. Bodies of lessons, by kind (JSON):
///   Preference {"slot": "target", "intent": "TurnOn", "spoken": "lamp", "area": 3, "entities": [7]}
///     in `area` (of the speaker's satellite, 0 = none) these words meant these entities; `owner` = whose preference.
///   Setting    {"name": "quiet_hours", "value": …}
struct LexiconView {
  std::vector<flow::Lesson> lessons;  ///< newest stage of each, forgotten ones dropped, by number

  /// The remembered answer to "which one?": the person's own first, then anybody's in that area. Null when none.
  const flow::Lesson* preference(flow::Intent intent, std::string_view spoken, home::AreaId area,
                                 std::optional<flow::PersonId> person) const;
};

/// Folds Lesson messages; the runner sends one for each Lesson step that it carries out.
class Lexicon final : public Projection {
 public:
  Lexicon();
  std::string_view name() const override { return "lexicon"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  const std::shared_ptr<const LexiconView>& view() const { return view_; }

 private:
  std::shared_ptr<const LexiconView> view_;
};

}  // namespace hearth::memory
