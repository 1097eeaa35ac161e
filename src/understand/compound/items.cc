#include "understand/compound/items.h"

#include <algorithm>

#include "text/normalise.h"
#include "understand/compound/words.h"

namespace hearth::understand {
namespace {

constexpr size_t kMostItems = 20;

}  // namespace

void part_items(flow::Request& request, const TalkWords& words) {
  if (!flow::changes_lists(request.intent)) return;
  const flow::Slot* slot = flow::find_slot(request, "item");
  const std::string item = slot == nullptr ? std::string() : slot->spoken;
  const auto is_item = [&](const std::string& one) { return text::normalise(one) == text::normalise(item); };
  if (item.empty() || std::ranges::any_of(words.one_item, is_item)) return;
  const std::vector<std::string> spoken = split_words(item);
  const std::vector<Joint> between = joints(spoken, words.between_items);
  if (between.empty() || between.size() >= kMostItems) return;
  size_t first = 0;
  const auto add = [&](size_t last) {
    std::string part = join_words(spoken, first, last);
    request.slots.push_back({"part", part, part, {}});
  };
  for (const Joint& joint : between) {
    add(joint.first);
    first = joint.last;
  }
  add(spoken.size());
}

}  // namespace hearth::understand
