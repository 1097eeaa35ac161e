#include <algorithm>
#include <queue>

#include "understand/grammar/lattice.h"

namespace hearth::understand {
namespace {

constexpr Score kUnknown = INT64_MIN;

/// Best-first search from the ends back to the start. The best score from the start to each item is known beforehand,
/// so the ways come out in order and no partial way is followed in vain.
class Search {
 public:
  Search(const Automaton& automaton, const Lattice& lattice, size_t limit)
      : automaton_(automaton), lattice_(lattice), limit_(limit), best_(lattice.items.size(), kUnknown) {}

  std::vector<Path> run() {
    for (const uint32_t item : lattice_.finals) {
      for (const uint32_t block : automaton_.ends(lattice_.items[item].state)) {
        open_.push({best(item), order_++, item, 0, Lattice::kNone, block});
      }
    }
    while (!open_.empty() && paths_.size() < limit_) {
      Partial partial = open_.top();
      open_.pop();
      follow(partial);
    }
    return std::move(paths_);
  }

 private:
  struct Step {
    uint32_t hit;
    uint32_t later;  // the step after this one in the text
  };
  struct Partial {
    Score promise;   // of the best whole way that ends like this
    uint64_t order;  // makes the order of equals fixed
    uint32_t item;
    Score behind;  // gained between item and the end
    uint32_t step;
    uint32_t block;
    bool operator<(const Partial& other) const {
      return promise != other.promise ? promise < other.promise : order > other.order;
    }
  };

  Score best(uint32_t item) {
    Score& known = best_[item];
    if (known != kUnknown) return known;
    uint32_t edge = lattice_.items[item].first_edge;
    if (edge == Lattice::kNone) return known = 0;  // the start
    Score found = kUnknown + 1;
    for (; edge != Lattice::kNone; edge = lattice_.edges[edge].next) {
      found = std::max(found, best(lattice_.edges[edge].from) + lattice_.edges[edge].gain);
    }
    return best_[item] = found;
  }

  void take(Partial& partial, const Lattice::Edge& edge) {
    partial.item = edge.from;
    partial.behind += edge.gain;
    if (edge.hit == Lattice::kNone) return;
    steps_.push_back({edge.hit, partial.step});
    partial.step = static_cast<uint32_t>(steps_.size() - 1);
  }

  /// Back to the start, or to the first place where ways join: each of them is then a partial way of its own.
  void follow(Partial& partial) {
    for (;;) {
      const uint32_t first = lattice_.items[partial.item].first_edge;
      if (first == Lattice::kNone) return finish(partial);
      const Lattice::Edge& edge = lattice_.edges[first];
      if (edge.next == Lattice::kNone) {
        take(partial, edge);
        continue;
      }
      for (uint32_t next = first; next != Lattice::kNone; next = lattice_.edges[next].next) {
        Partial longer = partial;
        take(longer, lattice_.edges[next]);
        longer.promise = longer.behind + best(longer.item);
        longer.order = order_++;
        open_.push(longer);
      }
      return;
    }
  }

  void finish(const Partial& partial) {
    Path& path = paths_.emplace_back();
    path.score = partial.behind;
    path.block = partial.block;
    for (uint32_t step = partial.step; step != Lattice::kNone; step = steps_[step].later) {
      path.hits.push_back(steps_[step].hit);
    }
  }

  const Automaton& automaton_;
  const Lattice& lattice_;
  size_t limit_;
  uint64_t order_ = 0;
  std::vector<Score> best_;
  std::vector<Step> steps_;
  std::vector<Path> paths_;
  std::priority_queue<Partial> open_;
};

}  // namespace

std::vector<Path> best_paths(const Automaton& automaton, const Lattice& lattice, size_t limit) {
  if (lattice.finals.empty()) return {};
  return Search(automaton, lattice, limit).run();
}

}  // namespace hearth::understand
