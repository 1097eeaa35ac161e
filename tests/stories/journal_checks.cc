#include "tests/stories/journal_checks.h"

#include <map>

#include "answer/why/explainer.h"
#include "engine/phrase_check.h"
#include "engine/replay.h"

namespace hearth::stories {
namespace {

std::string numbered(const char* what, flow::MessageId id) {
  return std::string(what) + " " + std::to_string(id.value);
}

bool wants_a_reason(const flow::Entry& entry) {
  if (std::holds_alternative<flow::Outcome>(entry.message)) return true;
  const auto* plan = std::get_if<flow::Plan>(&entry.message);
  return plan != nullptr && (plan->verdict == flow::Plan::Decline || plan->verdict == flow::Plan::AskBack);
}

}  // namespace

Result<uint64_t> check_replay(const memory::EntryReader& journal, const engine::Parts& parts) {
  const engine::ReplayReport report = TRY(engine::verify(journal, parts));
  if (!report.difference) return report.entries - report.unverified;
  return internal("the replay differs at entry " + std::to_string(report.difference->seq.value) +
                  "\n  journal: " + report.difference->expected + "\n  replay:  " + report.difference->found);
}

Status check_plans(const memory::EntryReader& journal, Checked& checked) {
  std::map<flow::MessageId, int> wanted, meanings;
  std::map<flow::MessageId, int> settled;
  bool gap = false;
  TRY(journal.scan({1}, [&](const flow::Entry& entry) {
    ++checked.entries;
    if (std::holds_alternative<flow::Gap>(entry.message)) gap = true;
    if (std::holds_alternative<flow::Meaning>(entry.message)) {
      wanted[entry.seq] = 0;
      ++checked.meanings;
      for (const flow::MessageId from : flow::head_of(entry.message).from) ++meanings[from];
    } else if (std::holds_alternative<flow::Proposal>(entry.message)) {
      wanted[entry.seq] = 0;
      ++checked.proposals;
    } else if (const auto* plan = std::get_if<flow::Plan>(&entry.message)) {
      if (plan->verdict != flow::Plan::Defer) ++settled[plan->settles];
      ++wanted[plan->settles];
    }
    return true;
  }));
  if (gap) return ok();
  for (const auto& [message, plans] : wanted) {
    if (plans == 0) return internal("expected one Plan, found none", numbered("message", message));
    if (settled[message] > 1) {
      return internal("expected one Plan, found " + std::to_string(settled[message]), numbered("message", message));
    }
  }
  std::vector<flow::MessageId> understood;  // read after the scan: a reader need not let itself be asked in between
  TRY(journal.scan({1}, [&](const flow::Entry& entry) {
    const auto* back = std::get_if<flow::LaneReturn>(&entry.message);
    if (back != nullptr && back->node == "understand" && back->status == flow::LaneReturn::Done) {
      understood.push_back(back->request);
    }
    return true;
  }));
  for (const flow::MessageId request : understood) {
    const flow::Entry asked = TRY(journal.read(request));
    const auto* said = std::get_if<flow::Utterance>(&asked.message);
    if (said == nullptr || !said->final || meanings[request] == 1) continue;
    return internal("expected one Meaning, found " + std::to_string(meanings[request]), numbered("utterance", request));
  }
  return ok();
}

Status check_sets(const memory::EntryReader& journal, Checked& checked) {
  std::map<std::pair<flow::MessageId, uint16_t>, uint64_t> sent;  // in which run of the house
  uint64_t run = 0;
  Status status = ok();
  TRY(journal.scan({1}, [&](const flow::Entry& entry) {
    if (std::holds_alternative<flow::Started>(entry.message)) ++run;
    const auto* command = std::get_if<flow::Command>(&entry.message);
    if (command == nullptr || !std::holds_alternative<flow::Set>(command->what)) return true;
    ++checked.sets;
    const auto [before, fresh] = sent.emplace(std::pair(command->plan, command->step), run);
    if (!fresh && before->second == run) {
      status = internal("a Set was sent twice", numbered("command", entry.seq));
      return false;
    }
    before->second = run;
    return true;
  }));
  return status;
}

Status check_reasons(const memory::EntryReader& journal, const home::Home& home, const act::Worder& worder,
                     Checked& checked) {
  std::vector<flow::MessageId> wanted;
  TRY(journal.scan({1}, [&](const flow::Entry& entry) {
    if (wants_a_reason(entry)) wanted.push_back(entry.seq);
    return true;
  }));
  const answer::Explainer explainer(journal);
  for (const flow::MessageId id : wanted) {
    const Result<answer::Explanation> why = explainer.explain(id);
    if (!why) return internal("cannot say why: " + to_string(why.error()), numbered("message", id));
    if (why->evidence.empty() || why->chain.empty())
      return internal("says why without evidence", numbered("message", id));
    const Result<std::string> words = worder.say(why->sentence, "en", home);
    if (!words) return internal("cannot word why: " + to_string(words.error()), numbered("message", id));
    if (words->empty()) return internal("has no words for why", numbered("message", id));
    const flow::Entry entry = TRY(journal.read(id));
    const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
    // That a step was begun has the reason of its plan.
    const flow::MessageId reasoner =
        outcome != nullptr && outcome->progress == flow::Outcome::Started ? outcome->plan : id;
    if (flow::head_of(TRY(journal.read(reasoner)).message).because.empty()) {
      return internal("gives no reason of its own", numbered("message", reasoner));
    }
    ++checked.reasons;
  }
  return ok();
}

Status check_kept_phrases(const memory::EntryReader& journal, const engine::Parts& parts, Checked& checked) {
  memory::Phrases phrases;
  TRY(journal.scan({1}, [&](const flow::Entry& entry) {
    phrases.apply(entry);
    return true;
  }));
  engine::PhraseReading reading{*parts.sentences, parts.times};
  reading.times.zone = parts.decide.zone;
  const engine::PhraseReport report = engine::check_phrases(phrases, reading, phrases.home());
  checked.phrases += report.checked;
  for (const engine::PhraseDifference& one : report.differences) {
    if (one.by_home) continue;
    return internal("\"" + one.text + "\" was " + one.before + ", and read again " + (one.lost ? "nothing" : one.now));
  }
  return ok();
}

Result<Checked> check_journal(const memory::EntryReader& journal, const engine::Parts& parts, const home::Home& home,
                              Understood understood) {
  Checked checked;
  checked.replayed = TRY(check_replay(journal, parts));
  TRY(check_plans(journal, checked));
  TRY(check_sets(journal, checked));
  if (understood == Understood::Truly) TRY(check_kept_phrases(journal, parts, checked));
  TRY(check_reasons(journal, home, *parts.worder, checked));
  return checked;
}

}  // namespace hearth::stories
