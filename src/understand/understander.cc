#include "understand/understander.h"

#include <algorithm>

#include "understand/intents/intent_names.h"
#include "understand/intents/request_reader.h"
#include "understand/language/spoken_language.h"
#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

using flow::Faculty;
using flow::Intent;

constexpr size_t kMostReadings = 4;
/// A place that nobody can name: sentences about "here" are understood also where nobody knows what "here" is.
constexpr const char* kSomewhere = "\x01somewhere";

/// A reading with what is known of how it came about.
struct Hypothesis {
  Wanted wanted;
  Link link;
  Score score = 0;
  bool linked = false;  ///< things were found, or none are needed
  std::string template_name;
};

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

Context surroundings(home::AreaId room, const home::Home& home) {
  Context context;
  context.area = room ? std::string(home.display_name(room)) : kSomewhere;
  context.area_id = room.value;
  return context;
}

void attach(const Link& link, Wanted& wanted) {
  flow::Request& request = wanted.request;
  request.targets = link.targets;
  if (link.candidates.empty()) return;
  const auto slot = std::ranges::find(request.slots, std::string_view("name"), &flow::Slot::name);
  if (slot != request.slots.end()) {
    slot->candidates = link.candidates;
  } else {
    request.slots.push_back({"name", wanted.mention.spoken, wanted.mention.spoken, link.candidates});
  }
}

/// How sure the grammar is: whole sentences that were written for this are right but for the rare pun; open text may
/// be anything.
float confidence_of(const Hypothesis& hypothesis) {
  if (!hypothesis.linked) return 0.6F;
  return hypothesis.wanted.wild ? 0.85F : 0.95F;
}

/// "Who is the song writer" fits a template that asks who is in some place; a place that does not exist is no question.
bool makes_sense(const Wanted& wanted, const home::Home& home) {
  if (wanted.request.intent != Intent::GetState || !wanted.wild) return true;
  const flow::Slot* state = flow::find_slot(wanted.request, "state");
  if (state == nullptr) return true;
  const std::string place = home::identity_of(state->spoken);
  return home.find_area(place) || place == "home" || place == "away" || place == "work" || place == "school";
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

std::string template_name(const Parse& parse) {
  const Json& metadata = parse.block->metadata;
  return metadata.is_object() ? metadata.value("slot_combination", parse.response()) : parse.response();
}

class SentenceReader {
 public:
  SentenceReader(const Grammar& grammar, const home::Home& home, home::AreaId room)
      : grammar_(grammar), home_(home), linker_(home), room_(room) {}

  /// Best first: the grammar's order, but what finds its things goes before what does not.
  std::vector<Hypothesis> read(std::string_view text) const {
    std::vector<Hypothesis> found;
    for (const Parse& parse : grammar_.parse(text, surroundings(room_, home_), 64)) {
      Hypothesis one{read_request(parse, text), {}, parse.score, true, template_name(parse)};
      if (one.wanted.request.intent == Intent::None || !makes_sense(one.wanted, home_)) continue;
      if (!command_makes_sense(one.wanted.request)) continue;
      link(one);
      const auto same = [&](const Hypothesis& other) { return other.wanted.request == one.wanted.request; };
      if (std::ranges::none_of(found, same)) found.push_back(std::move(one));
    }
    std::ranges::stable_partition(found, [](const Hypothesis& one) { return one.linked; });
    return found;
  }

 private:
  void link(Hypothesis& one) const {
    const Mention& mention = one.wanted.mention;
    const bool about_things =
        mention.intent == Intent::Why ? mention.named : concerns_things(mention.intent, mention.asks);
    if (!about_things) return;
    one.link = linker_.link(mention, room_);
    attach(one.link, one.wanted);
    one.linked = !one.link.targets.empty() || !one.link.candidates.empty();
  }

  /// "In five minutes turn on the light": what is put off must itself be a command.
  bool command_makes_sense(const flow::Request& request) const {
    const flow::Slot* command = flow::find_slot(request, "conversation_command");
    if (command == nullptr) return true;
    for (const Parse& parse : grammar_.parse(command->spoken, surroundings(room_, home_), 8)) {
      const Intent intent = intent_named(parse.intent());
      if (intent != Intent::None && intent != Intent::StartTimer) return true;
    }
    return false;
  }

  const Grammar& grammar_;
  const home::Home& home_;
  const EntityLinker linker_;
  const home::AreaId room_;
};

void add_readings(std::vector<Hypothesis> found, flow::Meaning& meaning) {
  float left = 1;
  for (Hypothesis& one : found) {
    if (meaning.readings.size() == kMostReadings) break;
    const float confidence = std::min(confidence_of(one), left * 0.95F);
    left -= confidence;
    meaning.readings.push_back({{std::move(one.wanted.request)}, confidence});
  }
}

}  // namespace

const Understander::Named* Understander::named(std::shared_ptr<const Sentences> sentences,
                                               const std::shared_ptr<const home::Home>& home) {
  const std::string& tag = sentences->commands.source().language;
  const auto known = std::ranges::find(named_, tag, &Named::language);
  if (known != named_.end() && known->home == home && known->sentences == sentences) return &*known;
  const HomeNames names = spoken_names(*home);
  Grammar commands = sentences->commands.with_names(names), replies = sentences->replies.with_names(names);
  Named fresh{tag, std::move(sentences), home, std::move(commands), std::move(replies)};
  if (known == named_.end()) return &named_.emplace_back(std::move(fresh));
  *known = std::move(fresh);
  return &*known;
}

const Understander::Named* Understander::listening(const flow::Utterance& utterance, const memory::View& view) {
  const std::shared_ptr<const Sentences> expected = sentences_.find(utterance.language);
  if (expected == nullptr) return nullptr;
  const Named* best = named(expected, view.home);
  std::vector<std::shared_ptr<const Sentences>> others = sentences_.household();
  std::erase(others, expected);
  if (others.empty()) return best;
  const Context context = surroundings(room_of(utterance.heard, *view.home), *view.home);
  const bool asked = open_question(utterance, view) != nullptr;
  Explained how = explained_by(best->commands, best->replies, asked, utterance.text, context);
  for (std::shared_ptr<const Sentences>& other : others) {
    if (how.sure) break;
    const Named* next = named(std::move(other), view.home);
    const Explained better = explained_by(next->commands, next->replies, asked, utterance.text, context);
    if (!(how < better)) continue;
    how = better;
    best = next;
  }
  return best;
}

flow::Meaning Understander::understand(const flow::Utterance& utterance, const memory::View& view) {
  flow::Meaning meaning;
  meaning.heard = utterance.heard;
  meaning.speaker = utterance.speaker;
  meaning.language = utterance.language;
  meaning.text = utterance.text;
  const Named* named = listening(utterance, view);
  if (named == nullptr) {
    meaning.head.because.push_back({Faculty::Grammar, {"understood.no_language", {}}, {}, 1});
    return meaning;
  }
  meaning.language = language_of_reply(utterance.language, named->language);

  const home::Home& home = *view.home;
  const home::AreaId room = room_of(utterance.heard, home);
  std::vector<Hypothesis> found = SentenceReader(named->commands, home, room).read(utterance.text);
  const bool whole = !found.empty() && found.front().linked;
  if (const memory::OpenQuestion* question = open_question(utterance, view)) {
    std::optional<Reply> reply = read_reply(utterance.text, *question, named->replies, home);
    if (reply && (reply->sure || !whole)) {
      const float confidence = reply->because.confidence;
      meaning.head.from = {question->plan};
      meaning.head.because.push_back(std::move(reply->because));
      meaning.readings.push_back({{std::move(reply->request)}, confidence});
      return meaning;
    }
  }
  if (found.empty()) {
    meaning.head.because.push_back({Faculty::Grammar, {"understood.nothing", {}}, {}, 1});
    return meaning;
  }
  meaning.head.because.push_back(because_grammar(found));
  if (concerns_things(found.front().wanted.mention.intent, found.front().wanted.mention.asks)) {
    meaning.head.because.push_back(because_linked(found.front(), room, home));
  }
  add_readings(std::move(found), meaning);
  return meaning;
}

}  // namespace hearth::understand
