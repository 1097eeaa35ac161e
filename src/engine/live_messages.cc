// Entries as messages of the live stream: the same for what happens and for what is told again.
#include <algorithm>
#include <map>

#include "engine/live.h"
#include "flow/json.h"

namespace hearth::engine {
namespace {

bool changes_home(const home::Listing& listing) {
  // A page that steps into a room is listed as well, and changes nothing that is shown.
  return listing.complete || !listing.entities.empty() || !listing.floors.empty() || !listing.removed.empty() ||
         listing.satellites.empty();
}

}  // namespace

std::vector<LiveFeed::Message> LiveFeed::messages_of(std::span<const flow::Entry> entries) {
  std::vector<Message> messages;
  for (const flow::Entry& entry : entries) {
    if (auto message = message_of(entry)) messages.push_back(std::move(*message));
  }
  add_items(entries, messages);
  // Of a key the newest alone, and all in the order of the journal: a reader resumes after the last one it got.
  std::ranges::stable_sort(messages, {}, &Message::seq);
  std::map<std::string, size_t> newest;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (!messages[i].key.empty()) newest[messages[i].key] = i;
  }
  std::vector<Message> kept;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (messages[i].key.empty() || newest[messages[i].key] == i) kept.push_back(std::move(messages[i]));
  }
  return kept;
}

std::optional<LiveFeed::Message> LiveFeed::message_of(const flow::Entry& entry) const {
  const uint64_t seq = entry.seq.value;
  if (const auto* seen = std::get_if<flow::Observation>(&entry.message)) {
    const std::string_view capability = home::facts(seen->capability).name;
    return Message{seq,
                   "state/" + std::to_string(seen->entity.value) + "/" + std::string(capability),
                   {{"type", "state"},
                    {"seq", seq},
                    {"entity", seen->entity.value},
                    {"capability", capability},
                    {"value", flow::to_json(seen->value)},
                    {"at", to_iso8601(entry.at)}}};
  }
  if (const auto* inventory = std::get_if<flow::Inventory>(&entry.message)) {
    if (!changes_home(inventory->listing)) return std::nullopt;
    return Message{seq, "home", {{"type", "home"}, {"seq", seq}}};
  }
  const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
  const auto* proposal = std::get_if<flow::Proposal>(&entry.message);
  const auto mark = outcome == nullptr ? marks_->plans.end() : marks_->plans.find(outcome->plan);
  const bool kept_or_broken = mark != marks_->plans.end() && mark->second.promises && !outcome->entity;
  const bool rings = proposal != nullptr && proposal->kind == flow::Proposal::Ring;
  if (kept_or_broken || rings || std::holds_alternative<flow::ClockStep>(entry.message)) {
    return Message{seq, "promises", {{"type", "promises"}, {"seq", seq}}};
  }
  return said(entry);
}

std::optional<LiveFeed::Message> LiveFeed::said(const flow::Entry& entry) const {
  const auto* command = std::get_if<flow::Command>(&entry.message);
  const auto* words = command == nullptr ? nullptr : std::get_if<flow::Words>(&command->what);
  if (words == nullptr || !words->unasked || command->to.door != home_->door(options_.door)) return std::nullopt;
  const home::Device* device = home_->device(command->to.device);
  const bool placed = device != nullptr && device->area;
  return Message{entry.seq.value,
                 {},
                 {{"type", "said"},
                  {"seq", entry.seq.value},
                  {"text", words->text},
                  {"choices", words->choices},
                  {"plan", command->plan.value},
                  {"trace", entry.trace.value},
                  {"conversation", command->to.conversation},
                  {"area", placed ? Json(home_->display_name(device->area)) : Json(nullptr)},
                  {"at", to_iso8601(entry.at)}}};
}

void LiveFeed::add_items(std::span<const flow::Entry> entries, std::vector<Message>& messages) {
  std::map<uint64_t, uint64_t> traces;  // each with its newest entry here
  for (const flow::Entry& entry : entries) {
    if (!concerns_timeline(entry)) continue;
    traces[entry.trace.value] = entry.seq.value;
    const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
    if (outcome == nullptr) continue;
    for (const auto& [plan, mark] : marks_->plans) {  // what is taken back shows so where it was done
      if (mark.undone_by != outcome->plan) continue;
      if (const uint64_t undone = trace_of(plan)) traces[undone] = entry.seq.value;
    }
  }
  for (const auto& [trace, seq] : traces) {
    if (auto message = item(trace, seq)) messages.push_back(std::move(*message));
  }
}

std::optional<LiveFeed::Message> LiveFeed::item(uint64_t trace, uint64_t seq) {
  Json shown = timeline_item(entries_of(trace), telling());
  if (shown.is_null()) return std::nullopt;
  shown["seq"] = std::max(seq, shown.at("seq").get<uint64_t>());
  return Message{seq, "item/" + std::to_string(trace), {{"type", "item"}, {"seq", seq}, {"item", std::move(shown)}}};
}

uint64_t LiveFeed::trace_of(flow::MessageId plan) const {
  for (const flow::Entry& entry : recent_) {
    if (entry.seq == plan) return entry.trace.value;
  }
  const Result<flow::Entry> written = journal_.read(plan);
  return written ? written->trace.value : 0;
}

/// From the journal, and what is not written there yet from memory.
std::vector<flow::Entry> LiveFeed::entries_of(uint64_t trace) const {
  std::vector<flow::Entry> entries;
  if (trace < recent_from_ || recent_.empty()) {
    if (Result<std::vector<flow::Entry>> written = journal_.trace({trace})) entries = std::move(*written);
  }
  const uint64_t known = entries.empty() ? 0 : entries.back().seq.value;
  for (const flow::Entry& entry : recent_) {
    if (entry.trace.value == trace && entry.seq.value > known) entries.push_back(entry);
  }
  return entries;
}

}  // namespace hearth::engine
