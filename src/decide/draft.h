// Small makers of what every part of a Plan is built from.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "flow/plan.h"

namespace hearth::decide {

using Arguments = std::vector<std::pair<std::string, flow::Value>>;

/// `key` must stand in `phrases/`; a test reads it from the source, so it is a literal wherever it can be.
flow::Phrase phrase(std::string_view key, Arguments with = {});
/// How a Phrase names things: their numbers, which act/wording turns into names in the listener's language. An argument
/// that comes several times is a list.
std::pair<std::string, flow::Value> named(home::EntityId entity);
std::pair<std::string, flow::Value> named(home::Capability capability);

flow::Because because(flow::Faculty faculty, flow::Phrase what, std::vector<flow::Evidence> evidence = {},
                      float confidence = 1);
flow::Evidence of_message(flow::MessageId id);
flow::Evidence of_lesson(flow::LessonId id);

/// What a request comes to: steps to carry out and what is said once they are done, or why not.
struct Grounded {
  std::vector<flow::Step> steps;
  std::vector<flow::Phrase> done;       ///< said when the steps have been carried out
  std::vector<flow::Phrase> remarks;    ///< said beside
  std::optional<flow::Phrase> decline;  ///< set: nothing is done, and this is why
  std::optional<flow::Ask> ask;         ///< set: a person has to say more first
  std::vector<flow::Because> because;
  bool remembered = false;              ///< which thing is meant was not said but remembered
  bool partial = false;                 ///< some of what was meant cannot do it
  std::vector<flow::Step> later;        ///< Sets that the promises among `steps` come to, by what is now
  bool implied = false;                 ///< `later` was not spoken itself: it only takes back what is done now
  std::optional<flow::Phrase> confirm;  ///< what is asked before it, where `steps` do not tell

  static Grounded refusal(flow::Faculty faculty, flow::Phrase why);
};

}  // namespace hearth::decide
