#include "score/understanding/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "text/normalise.h"

namespace hearth::score {
namespace {

using flow::Plan;

/// What is carried out at once.
struct Done {
  std::vector<flow::Set> sets;
  std::vector<flow::Promise> promises;
};

Done done_by(const Plan& plan) {
  Done done;
  if (plan.verdict == Plan::Decline || plan.verdict == Plan::Defer) return done;
  for (const flow::Step& step : plan.steps) {
    if (std::holds_alternative<flow::Ask>(step)) break;
    if (const auto* set = std::get_if<flow::Set>(&step)) done.sets.push_back(*set);
    if (const auto* promise = std::get_if<flow::Promise>(&step)) done.promises.push_back(*promise);
  }
  return done;
}

bool meets(const flow::Set& set, const Goal& goal) {
  if (set.entity != goal.entity || set.capability != goal.capability) return false;
  if (home::known(goal.to)) return home::same(set.to, goal.to, 0.01);
  const double* number = std::get_if<double>(&set.to);
  return number != nullptr && *number > goal.low && *number < goal.high;
}

std::string words_of(const flow::Phrase& phrase) {
  for (const auto& [key, value] : phrase.with) {
    if (const auto* text = std::get_if<std::string>(&value)) return text::normalise(*text);
  }
  return {};
}

bool meets(const flow::Promise& promise, const Expectation& expected) {
  const flow::Promise& wanted = expected.promise;
  const bool put_off = expected.delayed && promise.kind == flow::Promise::Errand;
  if ((promise.kind != wanted.kind && !put_off) || promise.change != wanted.change) return false;
  if (std::abs(promise.seconds - wanted.seconds) > 0.01) return false;
  if (wanted.change != flow::Promise::Begin) {
    return std::ranges::find(expected.changes, promise.changes) != expected.changes.end();
  }
  if (expected.delayed) return put_off && !promise.requests.empty();
  return words_of(promise.about) == words_of(wanted.about) && promise.list == wanted.list;
}

/// Runs of digits with at most one point, as text: "20.5".
std::vector<std::string> numbers_in(const std::string& text) {
  std::vector<std::string> numbers;
  for (size_t i = 0; i < text.size();) {
    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 ||
                                 (text[end] == '.' && end + 1 < text.size() &&
                                  std::isdigit(static_cast<unsigned char>(text[end + 1])) != 0))) {
      ++end;
    }
    numbers.push_back(text.substr(i, end - i));
    i = end;
  }
  return numbers;
}

bool is_letter(const std::string& text, size_t at) {
  return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
}

/// Where `word` stands whole in `text` from `at` on; npos when nowhere.
size_t find_word(const std::string& text, const std::string& word, size_t at = 0) {
  for (at = text.find(word, at); at != std::string::npos; at = text.find(word, at + 1)) {
    if ((at == 0 || !is_letter(text, at - 1)) && !is_letter(text, at + word.size())) break;
  }
  return at;
}

/// The names in a text, longer ones first, so that "Bedroom Lamp" is not also "Lamp".
std::set<std::string> names_in(std::string text, std::vector<std::string> names) {
  std::ranges::sort(names, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  std::set<std::string> found;
  for (const std::string& name : names) {
    const std::string folded = text::fold(name);
    if (folded.empty()) continue;
    for (size_t at = find_word(text, folded); at != std::string::npos; at = find_word(text, folded)) {
      found.insert(folded);
      text.replace(at, folded.size(), " ");
    }
  }
  return found;
}

std::string first_word(const std::string& text) {
  size_t end = 0;
  while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0) ++end;
  return text.substr(0, end);
}

std::string shown(const flow::Set& set, const home::Home& home) {
  return fmt::format("{} {}={}", home.display_name(set.entity), home::facts(set.capability).name,
                     home::to_text(set.to));
}

std::string shown(const flow::Promise& promise) {
  constexpr std::string_view kKinds[] = {"timer", "alarm", "reminder", "item", "errand", "ending"};
  constexpr std::string_view kChanges[] = {"begin",    "cancel", "pause", "resume", "extend",
                                           "complete", "snooze", "skip",  "stop"};
  return fmt::format("{} {} \"{}\" {}s{}", kKinds[promise.kind], kChanges[promise.change], words_of(promise.about),
                     promise.seconds, promise.changes ? fmt::format(" of {}", promise.changes.value) : "");
}

std::string describe(const Plan& plan, const Done& done, const std::string& words, const home::Home& home) {
  constexpr std::string_view kVerdicts[] = {"does", "asks back", "offers", "defers", "declines"};
  std::string line(kVerdicts[plan.verdict]);
  for (const flow::Set& set : done.sets) line += fmt::format("; {}", shown(set, home));
  for (const flow::Promise& promise : done.promises) line += fmt::format("; {}", shown(promise));
  if (!words.empty()) line += fmt::format("; says \"{}\"", words);
  return line;
}

Outcome judge_sets(const Expectation& expected, const Done& done) {
  for (const Goal& goal : expected.goals) {
    const auto met = [&](const flow::Set& set) { return meets(set, goal); };
    if (!goal.optional && std::ranges::none_of(done.sets, met)) return Outcome::Missed;
  }
  return Outcome::Right;
}

Outcome judge_promises(const Expectation& expected, const Done& done) {
  const size_t wanted = std::max<size_t>(1, expected.changes.size());
  return done.promises.size() == wanted ? Outcome::Right : Outcome::Missed;
}

Outcome judge_words(const Expectation& expected, const Plan& plan, const std::string& words) {
  if (plan.verdict == Plan::Decline) return Outcome::Missed;
  const auto told = [&](const std::string& response) { return tells(words, response, expected.names); };
  return std::ranges::any_of(expected.responses, told) ? Outcome::Right : Outcome::Wrong;
}

/// Steps that the expectation does not name.
bool strays(const Expectation& expected, const Done& done) {
  const auto wanted_set = [&](const flow::Set& set) {
    return std::ranges::any_of(expected.goals, [&](const Goal& goal) { return meets(set, goal); });
  };
  const auto wanted_promise = [&](const flow::Promise& promise) {
    return expected.kind == Expectation::Promises && meets(promise, expected);
  };
  return !std::ranges::all_of(done.sets, wanted_set) || !std::ranges::all_of(done.promises, wanted_promise);
}

bool understood_nothing(const Plan& plan) {
  return std::ranges::any_of(plan.steps, [](const flow::Step& step) {
    const auto* say = std::get_if<flow::Say>(&step);
    return say != nullptr && say->words.key.starts_with("decline.not_understood");
  });
}

}  // namespace

bool tells(const std::string& words, const std::string& response, const std::vector<std::string>& names) {
  const std::string said = text::fold(words);
  std::string wanted = text::fold(response);
  const size_t more = wanted.find(" more");  // "… and 2 more" leaves names out
  const size_t cut = more == std::string::npos ? more : wanted.rfind(" and ", more);
  const bool shortened = cut != std::string::npos;
  if (shortened) wanted.erase(cut, more + 5 - cut);
  if (const std::string first = first_word(wanted); first == "yes" || first == "no") {
    if (first_word(said) != first) return false;
  }
  const std::set<std::string> named = names_in(said, names), expected = names_in(wanted, names);
  if (!std::ranges::includes(named, expected)) return false;
  if (!expected.empty() && !shortened && named.size() != expected.size()) return false;
  const std::vector<std::string> found = numbers_in(said);
  return std::ranges::all_of(
      numbers_in(wanted), [&](const std::string& number) { return std::ranges::find(found, number) != found.end(); });
}

Judgement judge(const Expectation& expected, const Plan* plan, const std::string& words, const home::Home& home) {
  Judgement result;
  if (plan == nullptr) {
    result.got = "no plan";
    return result;
  }
  const Done done = done_by(*plan);
  result.got = describe(*plan, done, words, home);
  if (strays(expected, done)) {
    result.outcome = Outcome::Wrong;
    result.wrong_action = true;
    return result;
  }
  if (plan->verdict == Plan::AskBack || plan->verdict == Plan::Offer) {
    result.outcome = Outcome::Asked;
    return result;
  }
  switch (expected.kind) {
    case Expectation::Sets:
      result.outcome = judge_sets(expected, done);
      break;
    case Expectation::Promises:
      result.outcome = judge_promises(expected, done);
      break;
    case Expectation::Answers:
      result.outcome = judge_words(expected, *plan, words);
      break;
    case Expectation::Drops:
      result.outcome = understood_nothing(*plan) ? Outcome::Missed : Outcome::Right;
      break;
    case Expectation::Replies:
      result.outcome = plan->verdict == Plan::Do && !words.empty() ? Outcome::Right : Outcome::Missed;
      break;
  }
  return result;
}

std::string describe(const Expectation& expected, const home::Home& home) {
  std::string line;
  const auto add = [&](const std::string& part) { line += (line.empty() ? "" : "; ") + part; };
  for (const Goal& goal : expected.goals) {
    if (goal.optional) continue;
    const std::string to = home::known(goal.to) ? home::to_text(goal.to) : fmt::format("{}..{}", goal.low, goal.high);
    add(fmt::format("{} {}={}", home.display_name(goal.entity), home::facts(goal.capability).name, to));
  }
  for (const std::string& response : expected.responses) add(fmt::format("says \"{}\"", response));
  if (expected.kind == Expectation::Promises) {
    add(shown(expected.promise));
    for (const flow::MessageId id : expected.changes) add(fmt::format("of {}", id.value));
    if (expected.delayed) add("with a command at its end");
  }
  if (expected.kind == Expectation::Drops) add("nothing is done, knowingly");
  if (expected.kind == Expectation::Replies) add("a reply");
  return line;
}

}  // namespace hearth::score
