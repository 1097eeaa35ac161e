#include "understand/understander.h"

#include <algorithm>

#include "flow/talk.h"
#include "understand/compound/compound_reader.h"
#include "understand/compound/items.h"
#include "understand/dialogue/remarks.h"
#include "understand/intents/intent_names.h"
#include "understand/linking/spoken_names.h"
#include "understand/reading/sentence_reader.h"
#include "understand/scheduling/when_reply.h"

namespace hearth::understand {
namespace {

using flow::Faculty;
using flow::Intent;

constexpr size_t kMostReadings = 4;
constexpr size_t kLongestTalk = 400;               // bytes: nobody says more in one breath
constexpr float kFollowUp = 0.9F, kSplit = 0.95F;  // confidences

/// Null when the house has asked nothing there, or too long ago.
const memory::OpenQuestion* open_question(const flow::Utterance& utterance, const memory::View& view) {
  const memory::Conversation* conversation = view.conversations->find(utterance.heard);
  if (conversation == nullptr || !conversation->question) return nullptr;
  const memory::OpenQuestion& open = *conversation->question;
  return open.ask.until != Time{} && open.ask.until < utterance.head.at ? nullptr : &open;
}

home::AreaId room_of(const flow::Address& heard, const home::Home& home) {
  const home::Device* device = home.device(heard.device);
  return device == nullptr ? home::AreaId{} : device->area;
}

/// How sure the grammar is: whole sentences that were written for this are right but for the rare pun; open text may
/// be anything.
float confidence_of(const Hypothesis& hypothesis) {
  if (!hypothesis.linked) return 0.6F;
  return hypothesis.wanted.wild ? 0.85F : 0.95F;
}

flow::Because because_grammar(const std::vector<Hypothesis>& found) {
  const Hypothesis& best = found.front();
  flow::Because because{Faculty::Grammar, {"understood.sentence", {}}, {}, confidence_of(best)};
  auto& with = because.what.with;
  with.emplace_back("intent", std::string(name_of(best.wanted.request.intent)));
  with.emplace_back("template", best.template_name);
  for (const flow::Slot& slot : best.wanted.request.slots) {
    if (!slot.spoken.empty()) with.emplace_back("said", slot.name + ": " + slot.spoken);
  }
  if (found.size() > 1) {
    with.emplace_back("runner_up", std::string(name_of(found[1].wanted.request.intent)));
    with.emplace_back("margin", static_cast<double>(best.score - found[1].score));
  }
  return because;
}

flow::Because because_linked(const Hypothesis& best, home::AreaId room, const home::Home& home) {
  flow::Because because{Faculty::EntityLinking, {best.link.how.empty() ? "linked.nothing" : best.link.how, {}}, {}, 1};
  auto& with = because.what.with;
  with.emplace_back("spoken", best.wanted.mention.spoken);
  if (best.wanted.mention.area_spoken) {
    with.emplace_back("area", std::string(home.display_name(best.wanted.mention.area)));
  } else if (room) {
    with.emplace_back("area", std::string(home.display_name(room)));
  }
  for (const home::EntityId id : best.link.targets) with.emplace_back("entity", static_cast<double>(id.value));
  for (const auto& [id, score] : best.link.candidates) {
    with.emplace_back("entity", static_cast<double>(id.value));
    because.evidence.push_back({flow::Evidence::Norm, id.value, std::string(home.display_name(id)), score});
  }
  return because;
}

void add_readings(std::vector<Hypothesis> found, flow::Meaning& meaning) {
  float left = 1;
  for (Hypothesis& one : found) {
    if (meaning.readings.size() == kMostReadings) break;
    const float confidence = std::min(confidence_of(one), left * 0.95F);
    left -= confidence;
    meaning.readings.push_back({{std::move(one.wanted.request)}, confidence});
  }
}

flow::Because because_split(const Compound& compound) {
  flow::Because because{Faculty::CommandSplitting, {"understood.parts", {}}, {}, 0.95F};
  for (const std::string& part : compound.parts) because.what.with.emplace_back("part", part);
  return because;
}

/// "Never mind", what is only said to an alarm that rings, or "five more minutes" of some timer: a talk may mean
/// something else by it.
bool yields(const std::vector<Hypothesis>& found) {
  if (found.empty()) return false;
  const flow::Request& request = found.front().wanted.request;
  const Intent intent = request.intent;
  if (intent == Intent::IncreaseTimer || intent == Intent::DecreaseTimer) {
    return std::ranges::none_of(request.slots, [](const flow::Slot& slot) {
      return slot.name == "name" || slot.name == "area" || slot.name.starts_with("start_");
    });
  }
  return intent == Intent::Nevermind || intent == Intent::SnoozeAlarm || intent == Intent::StopAlarm;
}

/// A whole sentence that does not leave open what it is about beats all that a talk could make of it.
bool settled(const std::vector<Hypothesis>& found) {
  return !found.empty() && found.front().linked && found.front().contained() && found.front().wildcards == 0;
}

}  // namespace

bool Understander::read_talk(const std::string& text, Heard& heard, const Recent& recent,
                             flow::Meaning& meaning) const {
  if (text.size() > kLongestTalk) return false;
  const SentenceReader& sentences = heard.sentences;
  std::vector<Hypothesis>& found = heard.found;
  const TalkWords& words = heard.named->sentences->words;
  const FollowUpReader follow_ups(sentences, heard.named->follow_ups, heard.named->pronouns, words);
  const auto follows = [&](const std::string& said) {
    std::optional<FollowUp> follow = follow_ups.read(said, recent);
    if (!follow) return false;
    meaning.head.because.push_back(std::move(follow->because));
    meaning.readings.push_back({std::move(follow->requests), kFollowUp});
    return true;
  };
  CompoundReader compounds(sentences, follow_ups, heard.named->follow_ups, words, *heard.named->names);
  const auto take = [&](const std::optional<Compound>& parts) {
    const bool whole = !found.empty() && found.front().linked;
    // What is told to somebody may well say why: "announce that it is bedtime".
    if (!parts || (whole && (parts->asides > 0 || found.front().wild_letters <= std::get<0>(parts->cost())))) {
      return false;
    }
    meaning.head.because.push_back(because_split(*parts));
    meaning.readings.push_back({parts->requests, kSplit});
    return true;
  };
  if (settled(found) && !yields(found)) return false;
  const bool whole = !found.empty() && found.front().linked;
  const bool open = !whole || !found.front().contained() || yields(found);
  const std::optional<Compound> parts = compounds.read(text, recent);
  // Parts that all say themselves what they are about beat what follows, as one sentence does.
  if (open && parts && parts->bent == 0 && parts->wild_letters == 0 && take(parts)) return true;
  if (open && follows(text)) {
    // "A bit more" is about the alarm if one rings; who decides knows.
    const Intent intent = found.empty() ? Intent::None : found.front().wanted.request.intent;
    const bool alarm = intent == Intent::SnoozeAlarm || intent == Intent::StopAlarm;
    if (alarm) meaning.readings.push_back({{std::move(found.front().wanted.request)}, 1 - kFollowUp});
    return true;
  }
  const std::vector<std::string> plainer = without_remarks(text, words, [&](const std::string& remark) {
    return tells_more(remark, sentences, words, *heard.named->names);
  });
  if (open && std::ranges::any_of(plainer, follows)) return true;  // before "it's too dark" is a wish of its own
  if (take(parts)) return true;
  // What is searched for may be anything, also "it to 40 percent, my eyes hurt".
  const bool anything = whole && found.front().wanted.request.intent == Intent::MediaSearchAndPlay;
  if (whole && !anything) return false;
  const std::string plain = without_courtesy(text, words);
  const auto said_again = [&](const std::string& said) {
    std::vector<Hypothesis> again = sentences.read(said);
    if (again.empty() || !again.front().linked) return false;
    found = std::move(again);
    return settled(found);
  };
  if (anything) return std::ranges::any_of(plainer, follows);
  if (plain == text && take(compounds.read_apart(text, recent))) return true;
  if (plain != text) {
    if (said_again(plain)) return false;
    if (follows(plain) || take(compounds.read(plain, recent))) return true;
    if (take(compounds.read_apart(plain, recent))) return true;
  }
  if (std::ranges::any_of(plainer, said_again)) return false;
  return std::ranges::any_of(plainer, [&](const std::string& said) { return take(compounds.read(said, recent)); });
}

const Understander::Named* Understander::named(std::shared_ptr<const Sentences> sentences,
                                               const std::shared_ptr<const home::Home>& home) {
  const std::string& tag = sentences->commands.source().language;
  const auto known = std::ranges::find(named_, tag, &Named::language);
  if (known != named_.end() && known->home == home && known->sentences == sentences) return &*known;
  const HomeNames names = sentence_names(*home, sentences->words);
  Named fresh{tag,
              sentences,
              home,
              sentences->commands.with_names(names),
              sentences->replies.with_names(names),
              sentences->follow_ups.with_names(names),
              PronounNames(sentences->commands, *home, sentences->words),
              PlaceWords(*home, sentences->words),
              names_of(home)};
  if (known == named_.end()) return &named_.emplace_back(std::move(fresh));
  *known = std::move(fresh);
  return &*known;
}

const Understander::Named* Understander::better_than(const Named& expected, const flow::Utterance& utterance,
                                                     const memory::View& view) {
  std::vector<std::shared_ptr<const Sentences>> others = sentences_.household();
  std::erase(others, expected.sentences);
  if (others.empty()) return nullptr;
  const Context context = surroundings(room_of(utterance.heard, *view.home), *view.home);
  const bool asked = open_question(utterance, view) != nullptr;
  const Named* best = nullptr;
  Explained how = explained_by(expected.all(), asked, utterance.text, context);
  for (std::shared_ptr<const Sentences>& other : others) {
    if (how.sure) break;
    const Named* next = named(std::move(other), view.home);
    const Explained better = explained_by(next->all(), asked, utterance.text, context);
    if (!(how < better)) continue;
    how = better;
    best = next;
  }
  return best;
}

Understander::Heard Understander::read_in(const Named& in, const flow::Utterance& utterance,
                                          const memory::View& view) const {
  const SentenceReader sentences(in.commands, *view.home, room_of(utterance.heard, *view.home),
                                 {times_, in.language, utterance.head.at}, {in.places, in.sentences->words});
  return {&in, sentences, sentences.read(utterance.text)};
}

std::optional<Understander::Heard> Understander::hear(const flow::Utterance& utterance, const memory::View& view) {
  const std::shared_ptr<const Sentences> expected = sentences_.find(utterance.language);
  if (expected == nullptr) return std::nullopt;
  Heard heard = read_in(*named(expected, view.home), utterance, view);
  if (settled(heard.found)) return heard;
  if (const Named* better = better_than(*heard.named, utterance, view)) return read_in(*better, utterance, view);
  return heard;
}

std::shared_ptr<const HeardNames> Understander::names_of(const std::shared_ptr<const home::Home>& home) {
  if (heard_home_ != home || !heard_) {
    heard_ = std::make_shared<const HeardNames>(*home);
    heard_home_ = home;
  }
  return heard_;
}

/// What answers the house's question, into `meaning`; false where it is no answer, or a sentence of its own.
bool Understander::read_answer(const flow::Utterance& utterance, const memory::OpenQuestion& question,
                               const Heard& heard, flow::Meaning& meaning) const {
  const home::Home& home = heard.sentences.home();
  const bool whole = !heard.found.empty() && heard.found.front().linked;
  const auto replied = [&](flow::Request request, flow::Because because) {
    const float confidence = because.confidence;
    meaning.head.from = {question.plan};
    meaning.head.because.push_back(std::move(because));
    forget_reply(request);
    meaning.readings.push_back({{std::move(request)}, confidence});
    return true;
  };
  if (question.ask.slot == "when" && !whole) {
    if (auto request = read_when_reply(utterance.text, question, meaning.language, utterance.head.at, times_)) {
      return replied(std::move(*request),
                     {Faculty::DialoguePolicy, {"understood.reply", {{"slot", std::string("when")}}}, {}, 0.95F});
    }
  }
  std::optional<Reply> reply = read_reply(utterance.text, question, heard.named->replies, home);
  if (!reply || (!reply->sure && whole)) return false;
  return replied(std::move(reply->request), std::move(reply->because));
}

flow::Meaning Understander::understand(const flow::Utterance& utterance, const memory::View& view) {
  flow::Meaning meaning = read(utterance, view);
  if (const std::shared_ptr<const Sentences> spoken = sentences_.find(meaning.language)) {
    for (flow::Reading& reading : meaning.readings) {
      for (flow::Request& request : reading.requests) part_items(request, spoken->words);
    }
  }
  return meaning;
}

flow::Meaning Understander::read(const flow::Utterance& utterance, const memory::View& view) {
  flow::Meaning meaning;
  meaning.heard = utterance.heard;
  meaning.speaker = utterance.speaker;
  meaning.language = utterance.language;
  meaning.text = utterance.text;
  std::optional<Heard> heard = hear(utterance, view);
  if (!heard) {
    meaning.head.because.push_back({Faculty::Grammar, {"understood.no_language", {}}, {}, 1});
    return meaning;
  }
  meaning.language = language_of_reply(utterance.language, heard->named->language);
  read(utterance, view, *heard, meaning);
  const Named* own = named(sentences_.find(utterance.language), view.home);
  if (meaning.readings.empty() && own != heard->named) {  // it only looked like the other language
    meaning.head.because.clear();
    heard.emplace(read_in(*own, utterance, view));
    meaning.language = language_of_reply(utterance.language, own->language);
    read(utterance, view, *heard, meaning);
  }
  const bool one = !meaning.readings.empty() && flow::standing(meaning.readings.front().requests).size() == 1;
  if (one) say_which_way(utterance.text, heard->named->sentences->words, meaning.readings.front().requests.back());
  return meaning;
}

/// The readings of what was heard, into `meaning`.
void Understander::read(const flow::Utterance& utterance, const memory::View& view, Heard& heard,
                        flow::Meaning& meaning) {
  const memory::OpenQuestion* question = open_question(utterance, view);
  if (question != nullptr && read_answer(utterance, *question, heard, meaning)) return;
  const Recent recent = recent_of(view.conversations->find(utterance.heard), utterance.head.at);
  if (read_talk(utterance.text, heard, recent, meaning)) return;
  std::vector<Hypothesis>& found = heard.found;
  if (found.empty()) {
    meaning.head.because.push_back({Faculty::Grammar, {"understood.nothing", {}}, {}, 1});
    meaning.named = heard.named->names->in(utterance.text);
    return;
  }
  meaning.head.because.push_back(because_grammar(found));
  if (concerns_things(found.front().wanted.mention.intent, found.front().wanted.mention.asks)) {
    meaning.head.because.push_back(because_linked(found.front(), heard.sentences.room(), *view.home));
  }
  add_readings(std::move(found), meaning);
}

}  // namespace hearth::understand
