#include "score/scorers.h"

#include "score/dialogue/compound_scorer.h"
#include "score/dialogue/followup_scorer.h"
#include "score/house/ha_suite_scorer.h"
#include "score/language/language_scorer.h"
#include "score/replies_scorer.h"
#include "score/time_scorer.h"

namespace hearth::score {

std::vector<std::unique_ptr<Scorer>> scorers(const engine::ModelFiles& files) {
  std::vector<std::unique_ptr<Scorer>> all;
  all.push_back(std::make_unique<HaSuiteScorer>(files));
  all.push_back(std::make_unique<TimeScorer>(files.sentences));
  all.push_back(std::make_unique<LanguageScorer>(files));
  all.push_back(std::make_unique<CompoundScorer>(files));
  all.push_back(std::make_unique<FollowUpScorer>(files));
  all.push_back(std::make_unique<RepliesScorer>(files));
  return all;
}

}  // namespace hearth::score
