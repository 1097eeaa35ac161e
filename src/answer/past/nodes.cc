#include "answer/past/nodes.h"

#include "answer/asked.h"
#include "answer/past/past_reader.h"

namespace hearth::answer {
namespace {

const flow::Request* past_request(const flow::Meaning& meaning) {
  if (meaning.readings.empty()) return nullptr;
  for (const flow::Request& request : meaning.readings.front().requests) {
    if (request.intent == flow::Intent::PastQuery && request.question) return &request;
  }
  return nullptr;
}

constexpr size_t kMostThings = 10;  // nobody listens to the times of more

flow::Phrase about(std::string_view key, home::EntityId thing, const std::string& state) {
  return {std::string(key), {{"entity", static_cast<double>(thing.value)}, {"state", state}}};
}

}  // namespace

PastNode::PastNode(const memory::EntryReader* past, const Published<memory::View>& view, calendar::Zone zone)
    : Node(kName), past_(past), view_(view), zone_(std::move(zone)) {}

Status PastNode::tell(const flow::Meaning& asked, const flow::Request& request, const home::Home& home,
                      graph::Context& context, flow::Answer& found) const {
  std::vector<home::EntityId> things = things_of(request);
  if (things.size() > kMostThings) things.resize(kMostThings);
  const std::string state = word_in(request, "state");
  found.confidence = 0.95F;
  if (things.empty()) {
    found.words = {"past.nothing_such", {}};
    return ok();
  }
  wait_for_journal(*past_, asked.head.id, context.stop());
  std::vector<AskedThing> shown;
  for (const home::EntityId thing : things) {
    if (const std::optional<AskedState> wanted = asked_state(home, thing, state)) shown.push_back({thing, *wanted});
  }
  const std::vector<std::optional<Became>> times =
      TRY(last_became(*past_, shown, asked.head.id, [&] { return context.stop().stop_requested(); }));
  size_t next = 0;
  for (const home::EntityId thing : things) {
    flow::Phrase words = about("past.unknown", thing, state);
    if (next < shown.size() && shown[next].thing == thing) {
      const std::optional<Became>& became = times[next++];
      const bool how_long = request.question->kind == "how_long";
      if (!became) {
        words.key = "past.never";
      } else if (how_long && !became->is_so) {
        words.key = "past.not_now";
      } else {
        words.key = became->since_ever ? "past.since_ever" : how_long ? "past.since" : "past.last";
        add_moment(became->at, context.now(), zone_, words);
        words.with.emplace_back("seconds", to_seconds(context.now() - became->at));
        found.value = to_seconds(context.now() - became->at);
      }
      if (became) {
        for (const flow::MessageId id : {became->seen, became->before}) {
          if (id) found.evidence.push_back({flow::Evidence::Message, id.value, {}, 1});
        }
      }
    }
    if (found.words.empty()) {
      found.words = std::move(words);
    } else {
      found.assumptions.push_back(std::move(words));
    }
  }
  return ok();
}

Result<void> PastNode::answer_to(const flow::Meaning& asked, graph::Context& context) {
  flow::Answer found;
  found.head.from = {asked.head.id};
  found.meaning = asked.head.id;
  found.source = name();
  const flow::Request* request = past_request(asked);
  found.absent = request == nullptr;
  if (request != nullptr) {
    if (past_ == nullptr) return unavailable("there is no journal to read", kName);
    const std::shared_ptr<const memory::View> view = view_.read();
    context.saw(view->entry.value);
    TRY(tell(asked, *request, *view->home, context, found));
    if (context.stop().stop_requested()) return cancelled("asked to stop", kName);
    found.head.because.push_back({flow::Faculty::Why, {"because.journal", {}}, found.evidence, found.confidence});
  }
  answer.send(std::move(found), context);
  return ok();
}

}  // namespace hearth::answer
