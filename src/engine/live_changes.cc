#include "engine/live_changes.h"

#include <algorithm>

#include "flow/json.h"

namespace hearth::engine {
namespace {

bool changes_home(const home::Listing& listing) {
  // A page that steps into a room is listed as well, and changes nothing that is shown.
  return listing.complete || !listing.entities.empty() || !listing.floors.empty() || !listing.removed.empty() ||
         listing.satellites.empty();
}

LiveMessage made(uint64_t seq, std::string key, const Json& json) { return {seq, std::move(key), dump(json)}; }

LiveMessage state(const flow::Entry& entry) {
  const auto& seen = std::get<flow::Observation>(entry.message);
  const std::string_view capability = home::facts(seen.capability).name;
  return made(entry.seq.value, "state/" + std::to_string(seen.entity.value) + "/" + std::string(capability),
              {{"type", "state"},
               {"seq", entry.seq.value},
               {"entity", seen.entity.value},
               {"capability", capability},
               {"value", flow::to_json(seen.value)},
               {"at", to_iso8601(entry.at)}});
}

}  // namespace

void LiveChanges::add(const flow::Entry& entry) {
  if (const auto* seen = std::get_if<flow::Observation>(&entry.message)) {
    states_.insert_or_assign({seen->entity, seen->capability}, entry);
    return;
  }
  if (const auto* inventory = std::get_if<flow::Inventory>(&entry.message)) {
    if (changes_home(inventory->listing)) home_ = entry.seq.value;
    return;
  }
  if (changes_promises(entry)) promises_ = entry.seq.value;
  add_said(entry);
  if (concerns_timeline(entry)) add_item(entry);
}

size_t LiveChanges::size() const {
  return states_.size() + items_.size() + said_.size() + (home_ > 0 ? 1 : 0) + (promises_ > 0 ? 1 : 0);
}

bool LiveChanges::changes_promises(const flow::Entry& entry) const {
  if (const auto* proposal = std::get_if<flow::Proposal>(&entry.message)) return proposal->kind == flow::Proposal::Ring;
  const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
  if (outcome == nullptr) return std::holds_alternative<flow::ClockStep>(entry.message);
  const auto mark = telling_.marks.plans.find(outcome->plan);
  return mark != telling_.marks.plans.end() && mark->second.promises && !outcome->entity;
}

void LiveChanges::add_said(const flow::Entry& entry) {
  const auto* command = std::get_if<flow::Command>(&entry.message);
  const auto* words = command == nullptr ? nullptr : std::get_if<flow::Words>(&command->what);
  const home::Home& home = telling_.home;
  if (words == nullptr || !words->unasked || command->to.door != home.door(door_)) return;
  said_.push_back(made(entry.seq.value, {},
                       {{"type", "said"},
                        {"seq", entry.seq.value},
                        {"text", words->text},
                        {"choices", words->choices},
                        {"plan", command->plan.value},
                        {"trace", entry.trace.value},
                        {"conversation", command->to.conversation},
                        {"area", area_name(home, command->to.device)},
                        {"at", to_iso8601(entry.at)}}));
}

void LiveChanges::add_item(const flow::Entry& entry) {
  items_[entry.trace.value] = entry.seq.value;
  const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
  if (outcome == nullptr) return;
  for (const auto& [plan, mark] : telling_.marks.plans) {  // what is taken back shows so where it was done
    if (mark.undone_by != outcome->plan) continue;
    if (const Result<flow::Entry> undone = journal_.read(plan)) items_[undone->trace.value] = entry.seq.value;
  }
}

std::optional<LiveMessage> LiveChanges::item(uint64_t trace, uint64_t seq) const {
  const Result<std::vector<flow::Entry>> entries = journal_.trace({trace});
  if (!entries) return std::nullopt;
  Json shown = timeline_item(*entries, telling_);
  if (shown.is_null()) return std::nullopt;
  shown["seq"] = std::max(seq, shown.at("seq").get<uint64_t>());
  return made(seq, "item/" + std::to_string(trace), {{"type", "item"}, {"seq", seq}, {"item", std::move(shown)}});
}

std::vector<LiveMessage> LiveChanges::messages() const {
  std::vector<LiveMessage> all = said_;
  for (const auto& [what, entry] : states_) all.push_back(state(entry));
  if (home_ > 0) all.push_back(made(home_, "home", {{"type", "home"}, {"seq", home_}}));
  if (promises_ > 0) all.push_back(made(promises_, "promises", {{"type", "promises"}, {"seq", promises_}}));
  for (const auto& [trace, seq] : items_) {
    if (auto message = item(trace, seq)) all.push_back(std::move(*message));
  }
  std::ranges::stable_sort(all, {}, &LiveMessage::seq);
  return all;
}

}  // namespace hearth::engine
