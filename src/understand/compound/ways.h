// The ways to read a sentence in several parts, the likeliest first.
#pragma once

#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "understand/compound/compound_reader.h"

namespace hearth::understand {

/// How a sentence may be parted.
struct Parting {
  bool apart = false;          ///< also where no word stands between two parts
  bool all_contained = false;  ///< every part says itself what it is about
  home::AreaId room;           ///< said before everything; none: nothing was
};

/// One search, from the cheapest way on: what a part costs never goes down with what follows. Borrows what it is given.
class Ways {
 public:
  Ways(PartReader& parts, const Words& words, Parting parting)
      : parts_(parts), words_(words), joints_(joints(words, parts.words())), parting_(parting) {}

  /// The best way to read the words from `at` on.
  std::optional<Compound> best(size_t at, const Recent& recent);

 private:
  /// The parts until some word, and what is left to try for the next one.
  struct Way {
    enum Stage : uint8_t { Alone, Borrowing, Following };
    size_t at = 0, number = 0;
    Stage stage = Alone;
    bool behind_gap = false;  ///< no word stands between the next part and the one before
    Compound done;
    std::vector<std::pair<size_t, size_t>> waiting;  ///< pieces without their verb, which may come behind: words
    Part last;
    bool any = false;  ///< there is a `last`
    size_t verb = 0;   ///< the first request of the part whose verb the later ones borrowed
    std::optional<flow::When> put_off;
    home::AreaId said;  ///< the room named last
    Recent recent;
  };
  struct Later {
    bool operator()(const Way& a, const Way& b) const;
  };
  static void share_time(Way& way, const Part& part);
  static std::tuple<size_t, int, size_t, size_t, size_t> key(const Way& way);

  void push(Way way);
  void expand(const Way& way);
  void alone(const Way& way);
  void leave_out(const Way& way);
  void borrowing(const Way& way);
  void following(const Way& way);
  std::optional<Part> lent(const Way& way, const Words& piece);
  bool fill(Way& way, const Part& behind);
  void go_on(const Way& way, Part part, size_t joint, int borrowed, int bent);
  bool take(Way& way, Part part) const;
  Words piece(size_t first, size_t last) const;
  bool complete(const Way& way) const;
  size_t behind(size_t end) const;
  bool is_joint(size_t end) const;
  std::vector<size_t> ends(const Way& way, size_t most) const;

  PartReader& parts_;
  const Words& words_;
  const std::vector<Joint> joints_;
  const Parting parting_;
  std::priority_queue<Way, std::vector<Way>, Later> open_;
  size_t pushed_ = 0;
};

}  // namespace hearth::understand
