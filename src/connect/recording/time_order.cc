#include "connect/recording/time_order.h"

#include <algorithm>

namespace hearth::connect {

TimeOrder::Came TimeOrder::push(Event event, bool moves_on) {
  event.order = pushed_++;
  Came came = InOrder;
  if (moves_on) {
    came = event.at < out_ ? Late : event.at < newest_ ? Early : InOrder;
    newest_ = std::max(newest_, event.at);
  }
  event.at = std::max(event.at, out_);
  waiting_.push(std::move(event));
  return came;
}

std::optional<Event> TimeOrder::pop() {
  if (waiting_.empty()) return std::nullopt;
  const bool ready = finished_ || waiting_.size() > kMostWaiting || waiting_.top().at + window_ <= newest_;
  if (!ready) return std::nullopt;
  Event event = waiting_.top();
  waiting_.pop();
  out_ = event.at = std::max(event.at, out_);
  return event;
}

}  // namespace hearth::connect
