#include "simulation/agenda.h"

#include <algorithm>

namespace hearth::simulation {

bool Agenda::later(const Planned& a, const Planned& b) { return a.at != b.at ? a.at > b.at : a.order > b.order; }

void Agenda::at(Time when, Deed deed) {
  planned_.push_back({std::max(when, now_), order_++, std::move(deed)});
  std::ranges::push_heap(planned_, later);
}

void Agenda::run_until(Time to) {
  while (!planned_.empty() && planned_.front().at <= to) {
    std::ranges::pop_heap(planned_, later);
    const Planned next = std::move(planned_.back());
    planned_.pop_back();
    now_ = next.at;
    next.deed();
  }
  now_ = std::max(now_, to);
}

}  // namespace hearth::simulation
