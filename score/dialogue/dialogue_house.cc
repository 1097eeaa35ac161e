#include "score/dialogue/dialogue_house.h"

#include <chrono>
#include <deque>

#include "engine/version.h"

namespace hearth::score {

namespace {

using home::Capability;

constexpr Duration kBetweenTurns = std::chrono::seconds(15);  // beyond what a device may take to report

Time beginning() { return from_microseconds(1'767'268'800'000'000); }  // 2026-01-01T12:00:00Z

}  // namespace

/// Reports what it is told to do, and that a lamp which is dimmed or coloured is lit.
class DialogueHouse::Obedient final : public connect::Door {
 public:
  explicit Obedient(const ScoredHome& home) : home_(home) {}

  std::string_view name() const override { return kScoredDoor; }
  Status open(connect::HouseInbox& inbox) override {
    inbox_ = &inbox;
    flow::Inventory inventory;
    inventory.listing = home_.listing;
    inbox.inventory(std::move(inventory));
    for (const ScoredHome::Report& report : home_.reports) {
      tell(home_.listing.entities[report.entity - 1].key, report.capability, report.value);
    }
    return ok();
  }
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override {
    flow::Receipt receipt;
    receipt.plan = command.plan;
    receipt.step = command.step;
    inbox_->receipt(std::move(receipt));
    const auto* set = std::get_if<flow::Set>(&command.what);
    const home::Entity* entity = set == nullptr ? nullptr : home->entity(set->entity);
    if (entity != nullptr) told_.push_back({entity->key, entity->kind, *set});
  }
  connect::DoorHealth health() const override { return {.name = std::string(kScoredDoor), .connected = true}; }
  void close() override { inbox_ = nullptr; }

  bool obey() {
    if (told_.empty() || inbox_ == nullptr) return false;
    const Told told = std::move(told_.front());
    told_.pop_front();
    const bool lights = told.kind == "light" && told.set.capability != Capability::OnOff;
    if (lights) tell(told.key, Capability::OnOff, true);
    tell(told.key, told.set.capability, told.set.to);
    return true;
  }

 private:
  struct Told {
    std::string key, kind;
    flow::Set set;
  };
  void tell(const std::string& key, Capability capability, home::Value value) {
    flow::Observation seen;
    seen.capability = capability;
    seen.value = std::move(value);
    inbox_->observe(kScoredDoor, key, std::move(seen));
  }

  const ScoredHome home_;
  connect::HouseInbox* inbox_ = nullptr;
  std::deque<Told> told_;
};

DialogueHouse::DialogueHouse() = default;
DialogueHouse::~DialogueHouse() {
  house_.reset();
  door_.reset();
}

Result<std::unique_ptr<DialogueHouse>> DialogueHouse::open(const engine::Models& models, const ScoredHome& home) {
  std::unique_ptr<DialogueHouse> made(new DialogueHouse);
  made->door_ = std::make_unique<Obedient>(home);
  made->house_ = TRY(engine::SimulatedHouse::open(models, made->journal_, beginning(), {.version = engine::kVersion}));
  made->house_->house().attach(*made->door_);
  made->house_->house().start();
  TRY(made->door_->open(made->house_->house()));
  made->settle();
  return made;
}

void DialogueHouse::settle() {
  do { house_->settle(); } while (door_->obey());
}

Everything DialogueHouse::shown() const {
  Everything all;
  const memory::Present& present = house_->house().core().memory().present;
  for (const home::Entity& entity : home().entities) {
    for (const home::Trait& trait : entity.traits) {
      all[entity.id][trait.capability] = present.value(entity.id, trait.capability);
    }
  }
  return all;
}

Answered DialogueHouse::say(const std::string& text, const std::string& language) {
  house_->advance(house_->clock().now() + kBetweenTurns);
  settle();
  const size_t first = journal_.entries().size();
  flow::Utterance utterance;
  utterance.text = text;
  utterance.language = language;
  utterance.heard.conversation = "talk";
  const auto begun = std::chrono::steady_clock::now();
  house_->house().hear(kScoredDoor, kScoredSpeaker, std::move(utterance));
  house_->settle();
  const auto took = std::chrono::steady_clock::now() - begun;
  settle();
  Answered answered;
  answered.microseconds = std::chrono::duration<double, std::micro>(took).count();
  const auto& entries = journal_.entries();
  for (size_t i = first; i < entries.size(); ++i) {
    if (const auto* plan = std::get_if<flow::Plan>(&entries[i].message); plan != nullptr && !answered.plan) {
      answered.plan = *plan;
    }
    const auto* outcome = std::get_if<flow::Outcome>(&entries[i].message);
    const bool ours = outcome != nullptr && answered.plan && outcome->plan == answered.plan->head.id &&
                      outcome->step < answered.plan->steps.size();
    if (ours && outcome->progress == flow::Outcome::Started) {
      const auto* set = std::get_if<flow::Set>(&answered.plan->steps[outcome->step]);
      if (set != nullptr) answered.sets.push_back(*set);
    }
    if (ours && outcome->progress == flow::Outcome::Done) {
      const auto* promise = std::get_if<flow::Promise>(&answered.plan->steps[outcome->step]);
      if (promise != nullptr) answered.promises.push_back(*promise);
    }
    if (const auto* command = std::get_if<flow::Command>(&entries[i].message)) {
      const auto* words = std::get_if<flow::Words>(&command->what);
      const bool reply = words != nullptr && answered.plan && command->plan == answered.plan->head.id;
      if (reply) answered.words += (answered.words.empty() ? "" : " ") + words->text;
    }
  }
  return answered;
}

}  // namespace hearth::score
