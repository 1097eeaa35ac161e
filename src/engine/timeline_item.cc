#include "engine/timeline_item.h"

#include "decide/grounding/acts.h"
#include "flow/json.h"

namespace hearth::engine {
namespace {

using flow::Outcome;
using flow::Phrase;

Phrase about(std::string key, flow::EntityId entity, flow::Capability capability, const flow::Value& value) {
  return {std::move(key),
          {{"entity", static_cast<double>(entity.value)},
           {"capability", std::string(home::facts(capability).name)},
           {"value", value}}};
}

const char* key_of(Outcome::Progress progress) {
  switch (progress) {
    case Outcome::Started:
      return "did.started";
    case Outcome::Unconfirmed:
      return "did.unconfirmed";
    case Outcome::Refused:
      return "did.refused";
    case Outcome::Failed:
      return "did.failed";
    default:
      return "did.interrupted";
  }
}

bool changes(const flow::Step& step) {
  return std::holds_alternative<flow::Set>(step) || std::holds_alternative<flow::Promise>(step);
}

}  // namespace

void TimelineItem::take(const flow::Entry& entry) {
  seq_ = entry.seq.value;
  if (item_.empty()) {
    item_["trace"] = entry.trace.value;
    item_["at"] = to_iso8601(entry.at);
  }
  if (entry.direction == flow::Entry::Input) take_input(entry);
  if (const auto* plan = std::get_if<flow::Plan>(&entry.message)) take(*plan);
  if (const auto* outcome = std::get_if<Outcome>(&entry.message)) take(entry, *outcome);
  if (const auto* command = std::get_if<flow::Command>(&entry.message)) take(entry, *command);
  if (const auto* changed = std::get_if<flow::Actuation>(&entry.message)) take(entry, *changed);
}

void TimelineItem::take_input(const flow::Entry& entry) {
  if (const auto* said = std::get_if<flow::Utterance>(&entry.message)) {
    kind_ = "request";
    hear(said->heard, said->speaker, said->text);
  } else if (const auto* meaning = std::get_if<flow::Meaning>(&entry.message)) {
    take(entry, *meaning);
  } else if (const auto* started = std::get_if<flow::Started>(&entry.message)) {
    note(entry, {started->crashed ? "house.crashed" : "house.started", {}});
  } else if (const auto* gap = std::get_if<flow::Gap>(&entry.message)) {
    note(entry, {"house.gap", {{"count", static_cast<double>(gap->lost)}, {"reason", gap->reason}}});
  } else if (const auto* step = std::get_if<flow::ClockStep>(&entry.message)) {
    note(entry, {"house.clock", {{"forward", step->by_s > 0}, {"seconds", std::abs(step->by_s)}}});
  }
}

void TimelineItem::take(const flow::Entry&, const flow::Meaning& meaning) {
  kind_ = "tap";
  const auto& reasons = meaning.head.because;
  hear(meaning.heard, meaning.speaker, reasons.empty() ? meaning.text : telling_.say(reasons.front().what));
}

void TimelineItem::hear(const flow::Address& heard, std::optional<flow::PersonId> speaker, std::string text) {
  Json row{{"text", std::move(text)}};
  const home::Person* person = speaker ? telling_.home.person(*speaker) : nullptr;
  if (person != nullptr && !person->names.empty()) row["who"] = person->names.front().text;
  if (Json area = area_name(telling_.home, heard.device); !area.is_null()) row["area"] = std::move(area);
  item_["heard"] = std::move(row);
}

void TimelineItem::note(const flow::Entry& entry, const Phrase& what) {
  kind_ = "house";
  did_.push_back(
      {{"sentence", telling_.say(what)}, {"outcome", "seen"}, {"undoable", false}, {"at", to_iso8601(entry.at)}});
}

void TimelineItem::take(const flow::Plan& plan) {
  plan_ = plan;
  deeds_.clear();
  if (kind_.empty()) kind_ = "unasked";
  item_["plan"] = plan.head.id.value;
  item_["verdict"] = flow::name_of(plan.verdict);
  item_["why"] = plan.head.id.value;
  if (plan.undoes) item_["undoes"] = plan.undoes.value;
}

std::string TimelineItem::promise_sentence() const {
  for (const flow::Step& step : plan_->steps) {
    if (const auto* say = std::get_if<flow::Say>(&step)) return telling_.say(say->words);
  }
  return {};
}

std::string TimelineItem::sentence_of(const Outcome& outcome) const {
  const auto* set = std::get_if<flow::Set>(&plan_->steps[outcome.step]);
  if (set == nullptr) return promise_sentence();
  if (outcome.progress != Outcome::Done && outcome.progress != Outcome::Undone) {
    return telling_.say(about(key_of(outcome.progress), set->entity, set->capability, set->to));
  }
  if (outcome.before == outcome.after) {
    return telling_.say(about("did.already", set->entity, set->capability, outcome.after));
  }
  const std::vector<Phrase> done = decide::done_phrases({flow::Step(*set)});
  return done.empty() ? std::string() : telling_.say(done.front());
}

void TimelineItem::take(const flow::Entry& entry, const Outcome& outcome) {
  const bool known = plan_ && plan_->head.id == outcome.plan && outcome.step < plan_->steps.size();
  if (!known || !changes(plan_->steps[outcome.step])) return;
  const auto mark = telling_.marks.plans.find(outcome.plan);
  const bool done = outcome.progress == Outcome::Done || outcome.progress == Outcome::Unconfirmed;
  Json deed{{"sentence", sentence_of(outcome)},
            {"outcome", flow::name_of(outcome.progress)},
            {"plan", outcome.plan.value},
            {"step", outcome.step},
            {"undoable", done && mark != telling_.marks.plans.end() && mark->second.undoable},
            {"at", to_iso8601(entry.at)},
            {"why", entry.seq.value}};
  if (outcome.entity) {
    deed["entity"] = outcome.entity.value;
    deed["capability"] = home::facts(outcome.capability).name;
  }
  const auto [place, fresh] = deeds_.emplace(outcome.step, did_.size());
  if (fresh) {
    did_.push_back(std::move(deed));
  } else {
    did_[place->second] = std::move(deed);
  }
}

void TimelineItem::take(const flow::Entry& entry, const flow::Command& command) {
  const auto* words = std::get_if<flow::Words>(&command.what);
  if (words == nullptr) return;
  said_.push_back({{"text", words->text}, {"at", to_iso8601(entry.at)}});
  const bool asks = plan_ && (plan_->verdict == flow::Plan::AskBack || plan_->verdict == flow::Plan::Offer);
  if (!asks) return;
  item_["asked"] = {{"text", words->text},
                    {"choices", words->choices},
                    {"plan", command.plan.value},
                    {"conversation", command.to.conversation}};
}

void TimelineItem::take(const flow::Entry& entry, const flow::Actuation& changed) {
  if (changed.by == flow::Actuation::Hearth) return;
  if (kind_.empty()) kind_ = "hand";
  const std::string_view by = flow::name_of(changed.by);
  Phrase what = about("seen." + std::string(by), changed.entity, changed.capability, changed.after);
  if (changed.person) what.with.emplace_back("person", static_cast<double>(changed.person->value));
  did_.push_back({{"sentence", telling_.say(what)},
                  {"entity", changed.entity.value},
                  {"capability", home::facts(changed.capability).name},
                  {"outcome", "seen"},
                  {"by", by},
                  {"undoable", false},
                  {"at", to_iso8601(entry.at)},
                  {"why", entry.seq.value}});
  if (!item_.contains("why")) item_["why"] = entry.seq.value;
}

Json TimelineItem::finish() {
  if (kind_.empty() || (said_.empty() && did_.empty() && !item_.contains("heard"))) return nullptr;
  item_["seq"] = seq_;
  item_["kind"] = kind_;
  item_["said"] = std::move(said_);
  item_["did"] = std::move(did_);
  if (plan_) {
    const auto mark = telling_.marks.plans.find(plan_->head.id);
    item_["undoable"] = mark != telling_.marks.plans.end() && mark->second.undoable;
    if (mark != telling_.marks.plans.end() && mark->second.undone_by) {
      item_["undone_by"] = mark->second.undone_by.value;
    }
  }
  return std::move(item_);
}

}  // namespace hearth::engine
