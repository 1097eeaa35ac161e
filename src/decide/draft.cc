#include "decide/draft.h"

namespace hearth::decide {

flow::Phrase phrase(std::string_view key, Arguments with) { return {std::string(key), std::move(with)}; }

std::pair<std::string, flow::Value> named(home::EntityId entity) {
  return {"entity", static_cast<double>(entity.value)};
}
std::pair<std::string, flow::Value> named(home::Capability capability) {
  return {"capability", std::string(home::facts(capability).name)};
}

flow::Because because(flow::Faculty faculty, flow::Phrase what, std::vector<flow::Evidence> evidence,
                      float confidence) {
  return {faculty, std::move(what), std::move(evidence), confidence};
}
flow::Evidence of_message(flow::MessageId id) { return {flow::Evidence::Message, id.value, {}, 1}; }
flow::Evidence of_lesson(flow::LessonId id) { return {flow::Evidence::Learned, id.value, {}, 1}; }

Grounded Grounded::refusal(flow::Faculty faculty, flow::Phrase why) {
  Grounded result;
  result.because.push_back(decide::because(faculty, why));
  result.decline = std::move(why);
  return result;
}

}  // namespace hearth::decide
