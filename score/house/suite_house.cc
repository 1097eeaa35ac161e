#include "score/house/suite_house.h"

#include <chrono>

#include "engine/version.h"

namespace hearth::score {
namespace {

constexpr Duration kPatience = std::chrono::seconds(10);  // simulated: for joins that wait until their deadline

/// Reads what entries from `first` on tell of one sentence.
Reply read(const std::vector<flow::Entry>& entries, size_t first) {
  Reply reply;
  for (size_t i = first; i < entries.size(); ++i) {
    if (const auto* plan = std::get_if<flow::Plan>(&entries[i].message)) {
      if (!reply.plan) reply.plan = *plan;
    }
    if (const auto* command = std::get_if<flow::Command>(&entries[i].message)) {
      const auto* words = std::get_if<flow::Words>(&command->what);
      if (words != nullptr && reply.plan && command->plan == reply.plan->head.id) {
        reply.words += (reply.words.empty() ? "" : " ") + words->text;
      }
    }
  }
  return reply;
}

}  // namespace

Time SuiteHouse::now() { return from_microseconds(1'767'268'800'000'000); }  // 2026-01-01T12:00:00Z

Result<std::unique_ptr<SuiteHouse>> SuiteHouse::open(const engine::Models& models, const Past& past) {
  std::unique_ptr<SuiteHouse> house(new SuiteHouse);
  house->journal_.append({past.entries, memory::Durability::Committed, {}});
  house->house_ = TRY(engine::SimulatedHouse::open(models, house->journal_, now(), {.version = engine::kVersion}));
  house->house_->house().start();
  house->house_->settle();
  return house;
}

Reply SuiteHouse::say(const std::string& text, const std::string& language) {
  const size_t first = journal_.entries().size();
  flow::Utterance utterance;
  utterance.text = text;
  utterance.language = language;
  utterance.heard.conversation = "sentence " + std::to_string(++said_);
  const auto begun = std::chrono::steady_clock::now();
  house_->house().hear(kSuiteDoor, kSpeaker, std::move(utterance));
  house_->settle();
  const auto took = std::chrono::steady_clock::now() - begun;
  Reply reply = read(journal_.entries(), first);
  if (!reply.plan) {
    house_->advance(house_->clock().now() + kPatience);
    reply = read(journal_.entries(), first);
  }
  reply.microseconds = std::chrono::duration<double, std::micro>(took).count();
  return reply;
}

}  // namespace hearth::score
