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

SuiteHouse::SuiteHouse() : clock_(now()), executor_(clock_) {}

Result<std::unique_ptr<SuiteHouse>> SuiteHouse::open(const engine::Models& models, const Past& past) {
  std::unique_ptr<SuiteHouse> house(new SuiteHouse);
  house->journal_.append({past.entries, memory::Durability::Committed, {}});
  engine::Parts parts = engine::make_parts(models);
  parts.decide.voices[std::string(kSuiteDoor)] = {"", home::Role::Owner};
  house->house_ = TRY(engine::House::open(parts, house->executor_, house->clock_, house->journal_,
                                          {.zone = "UTC", .version = engine::kVersion}));
  house->house_->start();
  house->settle();
  return house;
}

void SuiteHouse::settle() {
  do {
    while (house_->step()) {
    }
  } while (executor_.run_pending() > 0);
}

Reply SuiteHouse::say(const std::string& text, const std::string& language) {
  const size_t first = journal_.entries().size();
  flow::Utterance utterance;
  utterance.text = text;
  utterance.language = language;
  utterance.heard.conversation = "sentence " + std::to_string(++said_);
  const auto begun = std::chrono::steady_clock::now();
  house_->hear(kSuiteDoor, kSpeaker, std::move(utterance));
  settle();
  const auto took = std::chrono::steady_clock::now() - begun;
  Reply reply = read(journal_.entries(), first);
  const Time until = clock_.now() + kPatience;
  while (!reply.plan && executor_.next_wake() && *executor_.next_wake() <= until) {
    if (*executor_.next_wake() > clock_.now()) clock_.advance_to(*executor_.next_wake());
    executor_.fire_wakes();
    settle();
    reply = read(journal_.entries(), first);
  }
  reply.microseconds = std::chrono::duration<double, std::micro>(took).count();
  return reply;
}

}  // namespace hearth::score
