#include "understand/grammar/trie.h"

#include <algorithm>
#include <deque>

#include "base/wire_lists.h"

namespace hearth::understand {
namespace {

/// Every run of gaps one space, none at the ends.
std::u32string with_plain_gaps(std::u32string_view form) {
  std::u32string out;
  for (const char32_t c : form) {
    if (!is_gap(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != U' ') {
      out.push_back(U' ');
    }
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  return out;
}

}  // namespace

Trie::Trie(std::vector<Entry> entries) {
  for (Entry& entry : entries) entry.form = with_plain_gaps(entry.form);
  std::erase_if(entries, [](const Entry& entry) { return entry.form.empty(); });
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.form != b.form ? a.form < b.form : a.value < b.value; });
  const auto same = [](const Entry& a, const Entry& b) { return a.form == b.form && a.value == b.value; };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());

  struct Part {
    uint32_t node;
    size_t begin, end, depth;  // entries that share the first `depth` characters
  };
  nodes_.emplace_back();
  std::deque<Part> open{{0, 0, entries.size(), 0}};
  while (!open.empty()) {
    const Part part = open.front();
    open.pop_front();
    size_t i = part.begin;
    nodes_[part.node].first_value = static_cast<uint32_t>(values_.size());
    for (; i < part.end && entries[i].form.size() == part.depth; ++i) values_.push_back(entries[i].value);
    nodes_[part.node].value_count = static_cast<uint32_t>(i - part.begin);
    nodes_[part.node].first_child = static_cast<uint32_t>(nodes_.size());
    while (i < part.end) {
      const char32_t c = entries[i].form[part.depth];
      const size_t begin = i;
      while (i < part.end && entries[i].form[part.depth] == c) ++i;
      open.push_back({static_cast<uint32_t>(nodes_.size()), begin, i, part.depth + 1});
      nodes_.emplace_back().character = c;
      ++nodes_[part.node].child_count;
    }
  }
  nodes_.shrink_to_fit();
  values_.shrink_to_fit();
}

void Trie::store(wire::Writer& out) const {
  wire::write_plain(out, nodes_);
  wire::write_plain(out, values_);
}

Result<Trie> Trie::restore(wire::Reader& in, size_t values) {
  Trie trie;
  trie.nodes_ = TRY(wire::read_plain<Node>(in));
  trie.values_ = TRY(wire::read_plain<uint32_t>(in));
  const auto within = [](size_t first, size_t count, size_t size) { return first <= size && count <= size - first; };
  const bool sound = std::ranges::all_of(trie.nodes_,
                                         [&](const Node& node) {
                                           return within(node.first_child, node.child_count, trie.nodes_.size()) &&
                                                  within(node.first_value, node.value_count, trie.values_.size());
                                         }) &&
                     std::ranges::all_of(trie.values_, [&](uint32_t value) { return value < values; });
  if (!sound) return corrupt("a form that leads nowhere", in.place());
  return trie;
}

const Trie::Node* Trie::child(const Node& node, char32_t character) const {
  const Node* begin = nodes_.data() + node.first_child;
  const Node* end = begin + node.child_count;
  const Node* found =
      std::lower_bound(begin, end, character, [](const Node& a, char32_t c) { return a.character < c; });
  return found != end && found->character == character ? found : nullptr;
}

void Trie::find(std::u32string_view text, size_t from, std::vector<Hit>& hits) const {
  if (nodes_.empty()) return;
  const Node* node = nodes_.data();
  for (size_t at = from; at < text.size();) {
    const bool gap = at > from && is_gap(text[at]);
    node = child(*node, gap ? U' ' : text[at]);
    if (node == nullptr) return;
    ++at;
    while (gap && at < text.size() && is_gap(text[at])) ++at;
    if (node->value_count > 0) hits.push_back({static_cast<uint32_t>(at), node->first_value, node->value_count});
  }
}

}  // namespace hearth::understand
