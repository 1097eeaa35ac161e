#include "decide/waiting.h"

#include <algorithm>

#include "memory/fields.h"

namespace hearth::decide {
namespace {

using Saved = std::vector<std::pair<flow::Meaning, std::vector<flow::Answer>>>;

flow::MessageId number(const WaitingMeanings::Waiting& waiting) { return waiting.meaning.head.id; }

}  // namespace

void WaitingMeanings::apply(const flow::Entry& entry) {
  if (const auto* meaning = std::get_if<flow::Meaning>(&entry.message)) {
    all_.push_back({*meaning, {}});
  } else if (const auto* answer = std::get_if<flow::Answer>(&entry.message)) {
    const auto found = std::ranges::find(all_, answer->meaning, number);
    if (found != all_.end()) found->answers.push_back(*answer);
  } else if (const auto* plan = std::get_if<flow::Plan>(&entry.message)) {
    std::erase_if(all_, [&](const Waiting& waiting) { return number(waiting) == plan->settles; });
  }
}

const WaitingMeanings::Waiting* WaitingMeanings::find(flow::MessageId meaning) const {
  const auto found = std::ranges::find(all_, meaning, number);
  return found == all_.end() ? nullptr : &*found;
}

std::string WaitingMeanings::save() const {
  Saved saved;
  for (const Waiting& waiting : all_) saved.emplace_back(waiting.meaning, waiting.answers);
  return memory::save_state(saved);
}

Status WaitingMeanings::restore(std::string_view bytes) {
  all_.clear();
  Saved saved = TRY(memory::restore_state<Saved>(name(), bytes));
  for (auto& [meaning, answers] : saved) all_.push_back({std::move(meaning), std::move(answers)});
  return ok();
}

}  // namespace hearth::decide
