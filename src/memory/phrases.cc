#include "memory/phrases.h"

#include <algorithm>
#include <array>

#include "home/home.h"

namespace hearth::memory {
namespace {

constexpr size_t kMomentsKept = 256, kOpenKept = 256;
constexpr uint64_t kAtOnce = 50'000;  // entries that are looked through together, so that few are held at a time

template <class T, size_t I = 0>
constexpr size_t kind_of() {
  if constexpr (std::is_same_v<T, std::variant_alternative_t<I, flow::Message>>) {
    return I;
  } else {
    return kind_of<T, I + 1>();
  }
}

constexpr std::array kKinds{kind_of<flow::Inventory>(), kind_of<flow::Utterance>(), kind_of<flow::LaneReturn>(),
                            kind_of<flow::Meaning>(),   kind_of<flow::Plan>(),      kind_of<flow::ClockStep>()};

flow::Faculty reader_of(const flow::Meaning& meaning) {
  return meaning.head.because.empty() ? flow::Faculty::None : meaning.head.because.front().faculty;
}

/// That one conversation alone, so that what is kept does not grow with how many there were.
std::shared_ptr<const ConversationsView> talk_at(const ConversationsView& talks, const flow::Address& heard) {
  auto alone = std::make_shared<ConversationsView>();
  if (const Conversation* talk = talks.find(heard)) alone->all.push_back(*talk);
  return alone;
}

}  // namespace

void Phrases::apply(const flow::Entry& entry) {
  if (std::holds_alternative<flow::Inventory>(entry.message)) present_.apply(entry);
  if (const auto* back = std::get_if<flow::LaneReturn>(&entry.message)) return see(*back);
  const auto* meaning = std::get_if<flow::Meaning>(&entry.message);
  if (meaning != nullptr) keep(*meaning);
  conversations_.apply(entry);
  if (const auto* said = std::get_if<flow::Utterance>(&entry.message); said != nullptr && said->final) {
    if (open_.size() == kOpenKept) open_.erase(open_.begin());
    open_[entry.seq] = {*said, std::nullopt};
  }
  if (const auto* plan = std::get_if<flow::Plan>(&entry.message)) {
    if (const auto settled = by_meaning_.find(plan->settles); settled != by_meaning_.end()) {
      const auto kept = kept_.find(settled->second);
      if (kept != kept_.end() && kept->second.meaning.head.id == plan->settles) kept->second.verdict = plan->verdict;
      by_meaning_.erase(settled);
    }
  }
  remember_moment(entry.seq);
}

void Phrases::remember_moment(flow::MessageId seq) {
  if (open_.empty()) moments_.clear();
  moments_.push_back({seq, conversations_.view(), present_.home()});
  if (moments_.size() > kMomentsKept) moments_.pop_front();
}

/// A lane saw the house as it was at an entry that it names: others may have spoken since.
void Phrases::see(const flow::LaneReturn& back) {
  const auto open = open_.find(back.request);
  if (back.node != "understand" || open == open_.end()) return;
  if (back.status != flow::LaneReturn::Done || moments_.empty()) {
    open_.erase(open);
    return;
  }
  const auto later = std::ranges::upper_bound(moments_, flow::MessageId{back.view}, {}, &Moment::seq);
  open->second.seen = later == moments_.begin() ? *later : *std::prev(later);
}

void Phrases::keep(const flow::Meaning& meaning) {
  if (meaning.head.from.empty()) return;
  const auto open = open_.find(meaning.head.from.front());
  if (open == open_.end()) return;
  const Open heard = std::move(open->second);
  open_.erase(open);
  if (meaning.readings.empty() || !heard.seen) return;
  Key key{home::identity_of(heard.said.text), heard.said.language, heard.said.heard.device.value, reader_of(meaning)};
  KeptPhrase& kept = kept_[key];
  kept.said = heard.said;
  kept.meaning = meaning;
  kept.verdict.reset();
  kept.talk = talk_at(*heard.seen->talks, heard.said.heard);
  kept.home = heard.seen->home;
  ++kept.count;
  by_meaning_[meaning.head.id] = std::move(key);
  if (by_meaning_.size() > kOpenKept) by_meaning_.erase(by_meaning_.begin());
  if (kept_.size() > 2 * most_) drop_oldest();
}

void Phrases::drop_oldest() {
  std::vector<flow::MessageId> said;
  for (const auto& [key, kept] : kept_) said.push_back(kept.said.head.id);
  std::ranges::sort(said);
  const flow::MessageId first = said[said.size() - most_];
  dropped_ += std::erase_if(kept_, [&](const auto& one) { return one.second.said.head.id < first; });
}

std::vector<KeptPhrase> Phrases::all() const {
  std::vector<KeptPhrase> sorted;
  for (const auto& [key, kept] : kept_) sorted.push_back(kept);
  std::ranges::sort(sorted, {}, [](const KeptPhrase& one) { return one.said.head.id; });
  if (sorted.size() > most_) sorted.erase(sorted.begin(), sorted.end() - static_cast<std::ptrdiff_t>(most_));
  return sorted;
}

Status gather_phrases(const EntryReader& journal, flow::MessageId last, Phrases& into) {
  for (uint64_t from = 1; from <= last.value; from += kAtOnce) {
    std::vector<flow::Entry> entries;
    TRY(journal.look_back({from}, {std::min(from + kAtOnce, last.value + 1)}, kKinds, [&](const flow::Entry& entry) {
      entries.push_back(entry);
      return true;
    }));
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) into.apply(*entry);
  }
  return ok();
}

}  // namespace hearth::memory
