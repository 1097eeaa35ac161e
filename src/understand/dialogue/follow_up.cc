#include "understand/dialogue/follow_up.h"

#include <algorithm>

#include "text/normalise.h"
#include "understand/compound/words.h"
#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

using flow::Intent;

constexpr int kDeepest = 3;  // "no, and the bedroom too": as many wrappings as people use

bool adds_item(Intent intent) { return intent == Intent::ListAddItem || intent == Intent::ShoppingListAddItem; }

flow::Request take_back() {
  flow::Request undo;
  undo.intent = Intent::Undo;
  undo.slots.push_back({"instead", {}, true, {}});
  return undo;
}

bool takes_back(const std::vector<flow::Request>& requests) {
  return !requests.empty() && requests.front().intent == Intent::Undo;
}

}  // namespace

bool holds_word(std::string_view text, const std::vector<std::string>& words) {
  std::string folded = " " + text::fold(text) + " ";
  for (char& c : folded) {
    if (c == '-' || c == ',' || c == '.' || c == '?' || c == '!') c = ' ';
  }
  return std::ranges::any_of(
      words, [&](const std::string& word) { return folded.find(" " + text::fold(word) + " ") != std::string::npos; });
}

std::optional<FollowUp> FollowUpReader::follow_up(Requests requests, const Recent& recent) const {
  if (requests.empty()) return std::nullopt;
  FollowUp found{std::move(requests), {flow::Faculty::Coreference, {"understood.follow_up", {}}, {}, 0.9F}};
  for (flow::Request& request : found.requests) {
    forget_reply(request);
    for (const home::EntityId id : request.targets) {
      found.because.what.with.emplace_back("entity", static_cast<double>(id.value));
    }
  }
  if (recent.plan) found.because.evidence.push_back({flow::Evidence::Message, recent.plan.value, {}, 1});
  return found;
}

std::optional<FollowUp> FollowUpReader::read(std::string_view text, const Recent& recent) const {
  return follow_up(read_inside(text, recent, Inside::Nothing, 0), recent);
}

std::optional<FollowUp> FollowUpReader::read_part(std::string_view text, const Recent& recent) const {
  Requests found = read_inside(text, recent, Inside::Addition, 1);
  if (takes_back(found)) return std::nullopt;
  return follow_up(std::move(found), recent);
}

std::optional<FollowUp> FollowUpReader::read_pronouns(std::string_view text, const Recent& recent) const {
  return follow_up(with_pronouns(text, recent), recent);
}

FollowUpReader::Requests FollowUpReader::read_inside(std::string_view text, const Recent& recent, Inside inside,
                                                     int depth) const {
  if (depth > kDeepest || text.empty()) return {};
  for (const Parse& parse : fragments_.parse(text, {}, 64)) {
    const Wanted fragment = read_request(parse, text);
    const ParsedSlot* rest = parse.slot("rest");
    const std::string_view words =
        rest == nullptr ? std::string_view() : text.substr(rest->begin, rest->end - rest->begin);
    Requests found = read_fragment(fragment, words, recent, inside, depth);
    if (!found.empty()) return found;
  }
  if (Requests found = with_pronouns(text, recent); !found.empty()) return found;
  return inside == Inside::Addition ? whole(text) : Requests();
}

FollowUpReader::Requests FollowUpReader::whole(std::string_view text) const {
  std::vector<Hypothesis> found = sentences_.read(text);
  if (found.empty() || !found.front().linked || !found.front().contained()) return {};
  return {std::move(found.front().wanted.request)};
}

FollowUpReader::Requests FollowUpReader::read_fragment(const Wanted& fragment, std::string_view rest,
                                                       const Recent& recent, Inside inside, int depth) const {
  const std::string& kind = fragment.request.response;
  const Intent intent = fragment.request.intent;
  if (intent == Intent::Respond) return {fragment.request};  // "what did you say?"
  if (intent == Intent::Undo) {
    // "Cancel it" takes back what was promised; of all else it ends the talk.
    const bool promise = !recent.acts.empty() && recent.acts.back().intent == Intent::StartTimer;
    if (recent.empty()) return {};
    if (kind == "promise" && !promise) return {};
    flow::Request request = fragment.request;
    request.response = "default";
    return {std::move(request)};
  }
  if (recent.empty()) return {};
  if (kind == "correct") return inside == Inside::Nothing ? correct(rest, recent, depth) : Requests();
  if (kind == "also" || kind == "lead") {
    Requests found = read_inside(rest, recent, inside == Inside::Nothing ? Inside::Addition : inside, depth + 1);
    return found.empty() && kind == "also" ? one_more(rest, recent) : found;
  }
  const Patch patch = read_patch(fragment);
  if (!recent.acts.empty() && recent.acts.back().intent == Intent::StartTimer) return other_length(patch, recent);
  if (!patch.placed && !patch.other && !patch.values() && kind != "again") return {};
  return patching_.apply(patch, recent);
}

/// "No, I meant …": what was done is taken back, unless the words turn out to ask for something else altogether.
FollowUpReader::Requests FollowUpReader::correct(std::string_view rest, const Recent& recent, int depth) const {
  Requests found = read_inside(rest, recent, Inside::Correction, depth + 1);
  if (takes_back(found)) return found;
  bool instead = true;
  if (found.empty()) {
    found = whole(rest);
    instead = !found.empty() && !recent.acts.empty() && found.front().intent == recent.acts.back().intent;
  }
  if (instead && !found.empty()) found.insert(found.begin(), take_back());
  return found;
}

/// "And eggs": one more item of the list that was spoken of.
FollowUpReader::Requests FollowUpReader::one_more(std::string_view rest, const Recent& recent) const {
  if (recent.acts.empty() || !adds_item(recent.acts.back().intent) || rest.empty()) return {};
  if (!sentences_.read(rest).empty()) return {};  // that is a wish of its own
  flow::Request request = recent.acts.back();
  const auto item = std::ranges::find(request.slots, std::string_view("item"), &flow::Slot::name);
  if (item == request.slots.end()) return {};
  item->spoken = std::string(rest);
  item->value = std::string(rest);
  return {std::move(request)};
}

/// "Make it fifteen": a timer of another length, in the unit that was said, in the place of the last one.
FollowUpReader::Requests FollowUpReader::other_length(const Patch& patch, const Recent& recent) const {
  if (!patch.number || !patch.unit.empty() || patch.placed || *patch.number <= 0) return {};
  flow::Request timer = recent.acts.back();
  std::vector<flow::Slot*> lengths;
  for (flow::Slot& slot : timer.slots) {
    if (slot.name == "hours" || slot.name == "minutes" || slot.name == "seconds") lengths.push_back(&slot);
  }
  if (lengths.size() != 1) return {};
  lengths.front()->value = *patch.number;
  lengths.front()->spoken.clear();
  return {take_back(), std::move(timer)};
}

FollowUpReader::Requests FollowUpReader::with_pronouns(std::string_view text, const Recent& recent) const {
  std::vector<SentenceReader::Pronoun> pronouns;
  if (!recent.targets.empty() && holds_word(text, words_.it)) pronouns.push_back({words_.it, recent.targets});
  if (!recent.empty() && holds_word(text, words_.other)) {
    const Link other = patching_.other(recent);
    if (other.targets.size() == 1) pronouns.push_back({words_.other, other.targets});
  }
  if (pronouns.empty()) return {};
  for (Hypothesis& one : sentences_.read(text, pronouns)) {
    // A bare name is a command, a bare "that" is none.
    const std::string& spoken = one.wanted.mention.spoken;
    const size_t at = text.find(spoken);
    if (at == std::string_view::npos || only_articles_outside(text, at, at + spoken.size(), words_.articles)) continue;
    return {std::move(one.wanted.request)};
  }
  return {};
}

}  // namespace hearth::understand
