#include "engine/chain_words.h"

#include "decide/grounding/acts.h"
#include "flow/json.h"

namespace hearth::engine {
namespace {

using flow::Phrase;
using flow::Value;

class Words {
 public:
  Words(const flow::Entry& entry, const Wording& wording, const home::Home& home)
      : entry_(entry), wording_(wording), home_(home) {}

  Phrase operator()(const flow::Utterance& said) const {
    Phrase phrase{"link.utterance", {{"text", said.text}}};
    add_person(phrase, said.speaker);
    return phrase;
  }
  Phrase operator()(const flow::Meaning& meaning) const {
    if (entry_.direction == flow::Entry::Input) {
      const auto& reasons = meaning.head.because;
      Phrase phrase{"link.tapped", {{"what", say(reasons.empty() ? Phrase{} : reasons.front().what)}}};
      add_person(phrase, meaning.speaker);
      return phrase;
    }
    if (meaning.readings.empty() || meaning.readings.front().requests.empty()) return {"link.not_understood", {}};
    const flow::Request& request = meaning.readings.front().requests.front();
    Phrase phrase{"link.meaning", {{"intent", std::string(flow::name_of(request.intent))}}};
    for (const flow::EntityId target : request.targets) phrase.with.emplace_back("entity", number(target.value));
    return phrase;
  }
  Phrase operator()(const flow::Observation& seen) const {
    return about("link.observation", seen.entity, seen.capability, seen.value);
  }
  Phrase operator()(const flow::Actuation& changed) const {
    if (changed.by == flow::Actuation::Hearth) {
      return about("link.observation", changed.entity, changed.capability, changed.after);
    }
    Phrase phrase =
        about("seen." + std::string(flow::name_of(changed.by)), changed.entity, changed.capability, changed.after);
    add_person(phrase, changed.person);
    return phrase;
  }
  Phrase operator()(const flow::Plan& plan) const {
    return {"link.plan_" + std::string(flow::name_of(plan.verdict)), {}};
  }
  Phrase operator()(const flow::Answer& answer) const {
    return {"link.answer",
            {{"absent", answer.absent},
             {"source", answer.source},
             {"words", answer.absent ? std::string() : say(answer.words)}}};
  }
  Phrase operator()(const flow::Outcome& outcome) const {
    if (!outcome.entity) return {};
    if (outcome.progress == flow::Outcome::Done) {
      const flow::Set set{outcome.entity, outcome.capability, outcome.after, 0};
      return decide::done_phrases({flow::Step(set)}).front();
    }
    std::string key = "did." + std::string(flow::name_of(outcome.progress));
    if (outcome.progress == flow::Outcome::Undone) key = "did.interrupted";
    return about(std::move(key), outcome.entity, outcome.capability, outcome.after);
  }
  Phrase operator()(const flow::Proposal&) const { return {"link.proposal", {}}; }
  Phrase operator()(const flow::Wake& wake) const { return {"link.wake", {{"node", wake.node}}}; }
  Phrase operator()(const flow::LaneReturn& back) const {
    return {back.status == flow::LaneReturn::Done ? "link.lane_done" : "link.lane_failed", {{"node", back.node}}};
  }
  Phrase operator()(const flow::Receipt& receipt) const {
    return {receipt.error ? "link.not_delivered" : "link.receipt", {}};
  }
  Phrase operator()(const flow::Command& command) const {
    const auto* words = std::get_if<flow::Words>(&command.what);
    return words == nullptr ? Phrase{} : flow::literal(words->text);
  }
  Phrase operator()(const flow::Started& started) const {
    return {started.crashed ? "house.crashed" : "house.started", {}};
  }
  template <class Other>
  Phrase operator()(const Other&) const {
    return {};
  }

  std::string say(const Phrase& phrase) const {
    if (phrase.empty()) return {};
    Result<std::string> words = wording_.worder.say(phrase, wording_.language, home_);
    return words ? std::move(words).value() : std::string();
  }

 private:
  static double number(uint32_t id) { return static_cast<double>(id); }
  static Phrase about(std::string key, flow::EntityId entity, flow::Capability capability, const Value& value) {
    return {std::move(key),
            {{"entity", number(entity.value)},
             {"capability", std::string(home::facts(capability).name)},
             {"value", value}}};
  }
  static void add_person(Phrase& phrase, std::optional<flow::PersonId> person) {
    if (person) phrase.with.emplace_back("person", number(person->value));
  }

  const flow::Entry& entry_;
  const Wording& wording_;
  const home::Home& home_;
};

}  // namespace

std::string sentence_of(const flow::Entry& entry, const Wording& wording, const home::Home& home) {
  const Words words(entry, wording, home);
  return words.say(std::visit(words, entry.message));
}

}  // namespace hearth::engine
