#include "engine/phrase_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/fingerprint.h"
#include "flow/json.h"
#include "text/normalise.h"

namespace hearth::engine {
namespace {

/// What is wanted, without the words by which it was said.
flow::Request bare(flow::Request request) {
  request.response.clear();
  std::ranges::sort(request.targets);
  for (flow::Slot& slot : request.slots) {
    std::ranges::sort(slot.candidates);
    for (auto& [entity, score] : slot.candidates) score = 0;
    const bool meant = home::known(slot.value) || !slot.candidates.empty();
    slot.spoken = meant ? std::string() : text::normalise_utterance(slot.spoken);
    if (const auto* words = std::get_if<std::string>(&slot.value)) slot.value = text::normalise_utterance(*words);
  }
  std::ranges::sort(request.slots, {}, &flow::Slot::name);
  if (request.question) request.question->text = text::normalise_utterance(request.question->text);
  if (request.when) request.when->spoken.clear();
  return request;
}

std::string slot_text(const flow::Slot& slot, const home::Home& home) {
  std::string text = home::known(slot.value) ? home::to_text(slot.value) : slot.spoken;
  if (slot.candidates.empty()) return slot.name + " " + text;
  std::vector<std::string_view> names;
  for (const auto& [entity, score] : slot.candidates) names.push_back(home.display_name(entity));
  return fmt::format("{} {} ({}?)", slot.name, text, fmt::join(names, " or "));
}

std::string request_text(const flow::Request& request, const home::Home& home) {
  std::string text(flow::name_of(request.intent));
  for (const flow::Slot& slot : request.slots) text += " " + slot_text(slot, home);
  if (request.question) text += " " + request.question->kind + " \"" + request.question->text + "\"";
  if (request.when) text += " (" + request.when->spoken + ", from " + to_iso8601(request.when->from) + ")";
  std::vector<std::string_view> names;
  for (const home::EntityId target : request.targets) names.push_back(home.display_name(target));
  if (!names.empty()) text += fmt::format(" → {}", fmt::join(names, ", "));
  return text;
}

std::string room_of(const flow::Address& heard, const home::Home& home) {
  const home::Device* device = home.device(heard.device);
  return device == nullptr || !device->area ? std::string() : std::string(home.display_name(device->area));
}

/// Reads phrases again, in a home of the caller's choice.
class Again {
 public:
  explicit Again(const PhraseReading& reading) : understander_(reading.sentences, reading.times) {}

  /// Nothing when it is not understood there.
  std::optional<flow::Reading> read(const memory::KeptPhrase& phrase, const std::shared_ptr<const home::Home>& home) {
    memory::View view;
    view.entry = phrase.said.head.id;
    view.home = home;
    view.conversations = phrase.talk;
    flow::Meaning meaning = understander_.understand(phrase.said, view);
    if (meaning.readings.empty()) return std::nullopt;
    return std::move(meaning.readings.front());
  }

 private:
  understand::Understander understander_;
};

std::string mark_of(const memory::KeptPhrase& phrase, const std::string& before, const std::string& now) {
  return Fingerprint().add(phrase.said.language).add(phrase.said.text).add(before).add(now).hex();
}

PhraseDifference difference(const memory::KeptPhrase& phrase, const std::optional<flow::Reading>& now, bool by_home,
                            const home::Home& home) {
  PhraseDifference found;
  found.lost = !now;
  found.by_home = by_home;
  found.text = phrase.said.text;
  found.language = phrase.said.language;
  found.room = room_of(phrase.said.heard, home);
  found.before = text_of(phrase.meaning.readings.front(), home);
  if (now) found.now = text_of(*now, home);
  if (phrase.verdict) found.came_to = flow::name_of(*phrase.verdict);
  found.count = phrase.count;
  found.last = phrase.said.head.at;
  found.mark = mark_of(phrase, found.before, found.now);
  return found;
}

}  // namespace

size_t PhraseReport::by_program() const {
  return static_cast<size_t>(std::ranges::count(differences, false, &PhraseDifference::by_home));
}

bool same_reading(const flow::Reading& a, const flow::Reading& b) {
  return std::ranges::equal(a.requests, b.requests, {}, bare, bare);
}

std::string text_of(const flow::Reading& reading, const home::Home& home) {
  std::vector<std::string> parts;
  for (const flow::Request& request : reading.requests) parts.push_back(request_text(request, home));
  return fmt::format("{}", fmt::join(parts, "; "));
}

PhraseReport check_phrases(const memory::Phrases& phrases, const PhraseReading& reading,
                           const std::shared_ptr<const home::Home>& home, const std::set<std::string>& let_go) {
  PhraseReport report;
  report.dropped = phrases.dropped();
  Again here(reading), there(reading);
  for (const memory::KeptPhrase& phrase : phrases.all()) {
    ++report.checked;
    const flow::Reading& before = phrase.meaning.readings.front();
    const std::optional<flow::Reading> now = here.read(phrase, home);
    if (now && same_reading(before, *now)) continue;
    const bool moved = phrase.home != home && *phrase.home != *home;
    const std::optional<flow::Reading> then = moved ? there.read(phrase, phrase.home) : now;
    PhraseDifference found = difference(phrase, now, then && same_reading(before, *then), *home);
    if (let_go.contains(found.mark)) {
      ++report.let_go;
    } else {
      report.differences.push_back(std::move(found));
    }
  }
  std::ranges::stable_sort(report.differences, [](const PhraseDifference& a, const PhraseDifference& b) {
    return std::tuple(a.by_home, !a.lost, b.count) < std::tuple(b.by_home, !b.lost, a.count);
  });
  return report;
}

Json to_json(const PhraseReport& report) {
  Json list = Json::array();
  for (const PhraseDifference& one : report.differences) {
    Json row{{"kind", one.lost ? "lost" : "changed"},
             {"cause", one.by_home ? "home" : "program"},
             {"text", one.text},
             {"language", one.language},
             {"room", one.room},
             {"before", one.before},
             {"now", one.lost ? Json(nullptr) : Json(one.now)},
             {"came_to", one.came_to},
             {"count", one.count},
             {"last", to_iso8601(one.last)}};
    list.push_back(std::move(row));
  }
  const auto lost = std::ranges::count(report.differences, true, &PhraseDifference::lost);
  return {{"checked", report.checked},
          {"dropped", report.dropped},
          {"let_go", report.let_go},
          {"lost", lost},
          {"changed", report.differences.size() - static_cast<size_t>(lost)},
          {"by_program", report.by_program()},
          {"differences", std::move(list)}};
}

}  // namespace hearth::engine
