#include "sense/attribution/attributor.h"

#include <algorithm>
#include <array>

namespace hearth::sense {
namespace {

using flow::Actuation;

/// So many others at once are hardly a person's hands.
constexpr size_t kManyTogether = 2;

struct Verdict {
  Actuation::By by = Actuation::Unknown;
  float confidence = 0;
  std::string_view reason;  ///< key of a phrase, behind "attribution."
};

std::optional<Verdict> by_automation_hint(const Change& change, const CauseHint& hint) {
  if (hint.kind == CauseHint::Hearth) return Verdict{Actuation::Hearth, 0.99f, "hearth_said_so"};
  if (hint.kind != CauseHint::Automation) return std::nullopt;
  // Somebody else's rule may have asked for what we asked for as well.
  return Verdict{Actuation::OtherAutomation, change.match == Match::Echo ? 0.8f : 0.95f, "automation_said_so"};
}

std::optional<Verdict> by_echo(const Change& change, const CauseHint& hint) {
  switch (change.match) {
    case Match::Echo:
      return Verdict{Actuation::Hearth, 0.97f, "echo"};
    case Match::LateEcho:
      if (hint.kind == CauseHint::None) return Verdict{Actuation::Hearth, 0.6f, "late_echo"};
      return std::nullopt;
    case Match::OnTheWay:
      if (hint.kind != CauseHint::Device) return Verdict{Actuation::Hearth, 0.85f, "on_the_way"};
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<Verdict> by_person_hint(const CauseHint& hint) {
  if (hint.kind == CauseHint::Person) return Verdict{Actuation::Person, 0.95f, "person_said_so"};
  if (hint.kind == CauseHint::Device) return Verdict{Actuation::ByHand, 0.95f, "device_said_so"};
  return std::nullopt;
}

/// Nothing was said of the cause and no value fits: what else happened around it?
Verdict by_circumstance(const Change& change) {
  switch (change.match) {
    case Match::Bounce:
      return {Actuation::Unknown, 0.5f, "bounce"};
    case Match::Contrary:
      return {Actuation::Unknown, 0.5f, "contrary"};
    case Match::Follows:
      return {Actuation::Hearth, 0.7f, "follows"};
    case Match::FromScene:
      return {Actuation::Hearth, 0.55f, "from_scene"};
    default:
      break;
  }
  if (change.came_back) return {Actuation::Unknown, 0.6f, "came_back"};
  if (change.while_off) return {Actuation::Unknown, 0.6f, "while_off"};
  if (change.together >= kManyTogether) return {Actuation::OtherAutomation, 0.6f, "together"};
  return {Actuation::ByHand, 0.65f, "by_hand"};
}

Verdict judge(const Change& change, const CauseHint& hint) {
  if (const auto verdict = by_automation_hint(change, hint)) return *verdict;
  if (const auto verdict = by_echo(change, hint)) return *verdict;
  if (const auto verdict = by_person_hint(hint)) return *verdict;
  return by_circumstance(change);
}

bool rests_on_command(const Verdict& verdict, const Change& change) {
  return change.expected && (verdict.by == Actuation::Hearth || verdict.reason == "bounce" ||
                             verdict.reason == "contrary" || verdict.reason == "automation_said_so");
}

flow::Because explain(const Verdict& verdict, const Change& change, const CauseHint& hint, const home::Home& home) {
  flow::Because because{.faculty = flow::Faculty::Attribution, .confidence = verdict.confidence};
  because.what.key = "attribution." + std::string(verdict.reason);
  because.what.with = {{"entity", std::string(home.display_name(change.entity))}, {"value", change.after}};
  std::string report = home::to_text(change.before) + " -> " + home::to_text(change.after);
  if (!change.hint.empty()) report += ", cause " + change.hint;
  because.evidence.push_back({.id = change.observation.value, .quote = std::move(report)});
  if (rests_on_command(verdict, change)) {
    const double after_s = to_seconds(change.at - change.expected->sent);
    because.what.with.emplace_back("seconds", after_s);
    because.evidence.push_back({.id = change.expected->command.value, .quote = home::to_text(change.expected->to)});
    because.evidence.push_back({.id = change.expected->plan.value});
  }
  if (hint.kind == CauseHint::Person || hint.kind == CauseHint::Automation) {
    because.what.with.emplace_back("who", hint.who);
  }
  if (verdict.reason == "together") { because.what.with.emplace_back("others", static_cast<double>(change.together)); }
  return because;
}

}  // namespace

CauseHint read_hint(std::string_view hint) {
  struct Known {
    std::string_view word;
    CauseHint::Kind kind;
  };
  static constexpr std::array kKnown{Known{"user", CauseHint::Person},       Known{"automation", CauseHint::Automation},
                                     Known{"script", CauseHint::Automation}, Known{"scene", CauseHint::Automation},
                                     Known{"hearth", CauseHint::Hearth},     Known{"device", CauseHint::Device}};
  const size_t colon = hint.find(':');
  if (colon == std::string_view::npos) return {};
  const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                  [&](const Known& candidate) { return candidate.word == hint.substr(0, colon); });
  if (known == kKnown.end()) return {};
  return {known->kind, std::string(hint.substr(colon + 1))};
}

std::optional<Actuation> attribute(const Change& change, const home::Home& home) {
  const home::Trait* trait = home.trait(change.entity, change.capability);
  if (trait == nullptr || !trait->settable) return std::nullopt;
  const bool expected = change.match == Match::Echo || change.match == Match::LateEcho;
  if (!home::known(change.before) && !expected) return std::nullopt;

  const CauseHint hint = read_hint(change.hint);
  Verdict verdict = judge(change, hint);
  verdict.confidence *= change.confidence;
  Actuation actuation;
  actuation.head.from.push_back(change.observation);
  if (rests_on_command(verdict, change)) actuation.head.from.push_back(change.expected->command);
  actuation.head.because.push_back(explain(verdict, change, hint, home));
  actuation.entity = change.entity;
  actuation.capability = change.capability;
  actuation.before = change.before;
  actuation.after = change.after;
  actuation.confidence = verdict.confidence;
  actuation.by = verdict.by;
  if (verdict.by == Actuation::Person) {
    if (const auto person = home.find_person(hint.who)) actuation.person = person;
  }
  return actuation;
}

}  // namespace hearth::sense
