#include "answer/why/nodes.h"

#include "answer/asked.h"

namespace hearth::answer {
namespace {

const flow::Request* why_request(const flow::Meaning& meaning) {
  if (meaning.readings.empty()) return nullptr;
  for (const flow::Request& request : meaning.readings.front().requests) {
    if (request.intent == flow::Intent::Why) return &request;
  }
  return nullptr;
}

WhyQuestion::Kind kind_of(std::string_view kind) {
  if (kind == "why_done") return WhyQuestion::Done;
  if (kind == "why_not") return WhyQuestion::NotDone;
  if (kind == "why_asked") return WhyQuestion::Asked;
  if (kind == "why_thing") return WhyQuestion::Thing;
  if (kind == "what_happened") return WhyQuestion::Happened;
  return WhyQuestion::Last;
}

WhyQuestion question_of(const flow::Meaning& meaning, const flow::Request& request, const home::Home& home) {
  WhyQuestion question;
  question.kind = request.question ? kind_of(request.question->kind) : WhyQuestion::Last;
  question.where = meaning.heard;
  if (const home::Device* device = home.device(meaning.heard.device)) question.room = device->area;
  question.things = things_of(request);
  // What this very question set in motion explains nothing.
  question.before = meaning.head.trace ? flow::MessageId{meaning.head.trace.value} : meaning.head.id;
  return question;
}

}  // namespace

WhyNode::WhyNode(const memory::EntryReader* past, const Published<memory::View>& view)
    : Node(kName), past_(past), view_(view) {}

Result<void> WhyNode::answer_to(const flow::Meaning& asked, graph::Context& context) {
  flow::Answer found;
  found.head.from = {asked.head.id};
  found.meaning = asked.head.id;
  found.source = name();
  const flow::Request* request = why_request(asked);
  found.absent = request == nullptr;
  if (request != nullptr) {
    if (past_ == nullptr) return unavailable("there is no journal to read", kName);
    wait_for_journal(*past_, asked.head.id, context.stop());
    if (context.stop().stop_requested()) return cancelled("asked to stop", kName);
    const std::shared_ptr<const memory::View> view = view_.read();
    context.saw(view->entry.value);
    const std::shared_ptr<const home::Home>& home = view->home;
    const WhyQuestion question = question_of(asked, *request, *home);
    const Result<Explanation> explained = Explainer(*past_).explain_last(question, *home);
    found.confidence = 0.95F;
    if (explained) {
      found.head.from.push_back(explained->about);
      found.words = explained->sentence;
      found.evidence = explained->evidence;
      found.value = static_cast<double>(explained->about.value);
    } else if (explained.error().kind == Error::NotFound) {
      found.words.key = question.kind == WhyQuestion::Thing ? "why.nothing_about" : "why.nothing";
      for (const flow::EntityId thing : question.things) {
        found.words.with.emplace_back("entity", static_cast<double>(thing.value));
      }
      found.confidence = 0.8F;
    } else {
      return explained.error();
    }
    found.head.because.push_back({flow::Faculty::Why, {"because.journal", {}}, found.evidence, found.confidence});
  }
  answer.send(std::move(found), context);
  return ok();
}

}  // namespace hearth::answer
