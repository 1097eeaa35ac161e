#include "answer/home/nodes.h"

#include <algorithm>
#include <iterator>

#include "answer/home/clock_answerer.h"
#include "answer/home/promise_answerer.h"
#include "answer/home/weather_answerer.h"

namespace hearth::answer {

HomeAnswerNode::HomeAnswerNode(const memory::Present& present, const memory::Promises& promises, calendar::Zone zone)
    : Node(kName), present_(present), states_(present), promises_(promises), zone_(std::move(zone)) {}

bool HomeAnswerNode::look_up(const flow::Request& request, Time now, flow::Answer& found) const {
  return states_.answer(request, now, found) || answer_from_promises(request, promises_, now, zone_, found) ||
         answer_from_clock(request, now, zone_, found) ||
         answer_from_weather(request, present_, now, states_.stale_after(), found);
}

Result<void> HomeAnswerNode::answer_to(const flow::Meaning& asked, graph::Context& context) {
  flow::Answer found;
  found.absent = true;
  if (!asked.readings.empty()) {
    for (const flow::Request& request : asked.readings.front().requests) {
      if (!request.question) continue;
      if (found.absent) {
        found.absent = !look_up(request, context.now(), found);
        continue;
      }
      // A sentence may ask twice: the further answers are said after the first one.
      flow::Answer further;
      if (!look_up(request, context.now(), further)) continue;
      found.assumptions.push_back(std::move(further.words));
      std::ranges::move(further.assumptions, std::back_inserter(found.assumptions));
      std::ranges::move(further.evidence, std::back_inserter(found.evidence));
    }
  }
  if (found.absent) found = {};
  found.absent = found.words.empty();
  found.head.from = {asked.head.id};
  found.meaning = asked.head.id;
  found.source = name();
  if (!found.absent && found.head.because.empty()) {
    found.head.because.push_back(
        {flow::Faculty::StateQuestion, {"because.state", {}}, found.evidence, found.confidence});
  }
  answer.send(std::move(found), context);
  return ok();
}

}  // namespace hearth::answer
