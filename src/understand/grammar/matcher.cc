#include "understand/grammar/matcher.h"

#include <algorithm>

namespace hearth::understand {
namespace {

constexpr size_t kMaxEdges = 100'000;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

uint64_t key_of(StateId state, uint32_t position, bool after_value) {
  return static_cast<uint64_t>(state) << 20 | static_cast<uint64_t>(position) << 1 | (after_value ? 1 : 0);
}

}  // namespace

const Lattice& Matcher::match(const CompiledLanguage& language, const HomeTries& home, const SpokenText& text) {
  start(language, home, text.characters);
  if (text_.empty() || text_.size() > kMaxCharacters) return lattice_;
  find_or_add(0, 0, false);
  for (uint32_t position = 0; position <= text_.size(); ++position) {
    lookups_.clear();
    trie_hits_.clear();
    for (uint32_t item = first_at_[position]; item != Lattice::kNone; item = lattice_.items[item].next) visit(item);
  }
  return lattice_;
}

void Matcher::start(const CompiledLanguage& language, const HomeTries& home, std::u32string_view text) {
  language_ = &language;
  home_ = &home;
  text_ = text;
  lattice_.items.clear();
  lattice_.edges.clear();
  lattice_.hits.clear();
  lattice_.finals.clear();
  lattice_.truncated = false;
  first_at_.assign(text.size() + 1, Lattice::kNone);
  last_at_.assign(text.size() + 1, Lattice::kNone);
  if (table_.empty()) table_.resize(4096);
  if (++round_ == 0) {  // once in four billion texts
    std::fill(table_.begin(), table_.end(), Slot{});
    round_ = 1;
  }
}

uint32_t Matcher::find_or_add(StateId state, uint32_t position, bool after_value) {
  const uint64_t key = key_of(state, position, after_value);
  size_t at = (key * 0x9e3779b97f4a7c15ULL) >> 32 & (table_.size() - 1);
  for (; table_[at].round == round_; at = (at + 1) & (table_.size() - 1)) {
    if (table_[at].key == key) return table_[at].item;
  }
  const auto item = static_cast<uint32_t>(lattice_.items.size());
  table_[at] = {key, item, round_};
  lattice_.items.push_back({state, position, Lattice::kNone, Lattice::kNone, after_value});
  if (last_at_[position] == Lattice::kNone) {
    first_at_[position] = item;
  } else {
    lattice_.items[last_at_[position]].next = item;
  }
  last_at_[position] = item;
  if (lattice_.items.size() * 2 > table_.size()) grow();
  return item;
}

void Matcher::grow() {
  table_.assign(table_.size() * 4, Slot{});
  for (uint32_t item = 0; item < lattice_.items.size(); ++item) {
    const Lattice::Item& it = lattice_.items[item];
    const uint64_t key = key_of(it.state, it.position, it.after_value);
    size_t at = (key * 0x9e3779b97f4a7c15ULL) >> 32 & (table_.size() - 1);
    while (table_[at].round == round_) at = (at + 1) & (table_.size() - 1);
    table_[at] = {key, item, round_};
  }
}

void Matcher::reach(StateId state, uint32_t position, bool after_value, uint32_t from, Score gain, uint32_t hit) {
  if (lattice_.edges.size() >= kMaxEdges) {
    lattice_.truncated = true;
    return;
  }
  Lattice::Item& item = lattice_.items[find_or_add(state, position, after_value)];
  lattice_.edges.push_back({from, item.first_edge, hit, gain});
  item.first_edge = static_cast<uint32_t>(lattice_.edges.size() - 1);
}

void Matcher::reach_value(const ListArc& arc, uint32_t from, Score gain, const ValueHit& hit, bool after_value) {
  lattice_.hits.push_back(hit);
  reach(arc.to, hit.end, after_value, from, gain, static_cast<uint32_t>(lattice_.hits.size() - 1));
}

void Matcher::visit(uint32_t item) {
  const Lattice::Item at = lattice_.items[item];
  const Automaton& automaton = language_->automaton;
  const bool at_end = at.position == text_.size();
  if (at_end && !automaton.ends(at.state).empty()) lattice_.finals.push_back(item);
  const char32_t before = at.position > 0 ? text_[at.position - 1] : U' ';
  const bool gap = at_end || before == U'\'' || is_gap(before) || at.after_value;
  // A space of the text behind a value or an apostrophe may be missing from the template.
  if (!at_end && text_[at.position] == U' ' && gap) return reach(at.state, at.position + 1, false, item, 0);
  read_gap(item, at, gap);
  if (at_end) return;
  const char32_t c = text_[at.position];
  if (const StateId to = automaton.next(at.state, c); to != Automaton::kNone) {
    reach(to, at.position + 1, false, item, kLiteral);
  }
  for (const ListArc& arc : automaton.lists(at.state)) read_list(item, arc);
}

void Matcher::read_gap(uint32_t item, const Lattice::Item& at, bool gap) {
  const StateId to = language_->automaton.gap(at.state);
  if (to == Automaton::kNone) return;
  if (gap || language_->source.ignore_whitespace) reach(to, at.position, at.after_value, item, 0);
  if (at.position == text_.size() || (gap && !at.after_value)) return;
  const char32_t c = text_[at.position];
  // "living-room" is two words, but "-5" is a number.
  const bool minus = c == U'-' && at.position + 1 < text_.size() && is_digit(text_[at.position + 1]);
  if (is_gap(c) && !minus) reach(to, at.position + 1, false, item, 0);
}

void Matcher::read_list(uint32_t item, const ListArc& arc) {
  const ValueList& list = language_->lists[language_->symbols[arc.symbol].list];
  switch (list.kind) {
    case ValueList::Kind::Text:
      return read_forms(item, arc, list, list.forms);
    case ValueList::Kind::Name:
      return read_forms(item, arc, list, home_->name);
    case ValueList::Kind::Area:
      return read_forms(item, arc, list, home_->area);
    case ValueList::Kind::Floor:
      return read_forms(item, arc, list, home_->floor);
    case ValueList::Kind::Range:
      return read_numbers(item, arc, list);
    case ValueList::Kind::Wildcard:
      return read_wildcard(item, arc);
  }
}

void Matcher::read_forms(uint32_t item, const ListArc& arc, const ValueList& list, const Trie& forms) {
  const uint32_t position = lattice_.items[item].position;
  auto known = std::find_if(lookups_.begin(), lookups_.end(), [&](const Lookup& one) { return one.forms == &forms; });
  if (known == lookups_.end()) {
    const auto first = static_cast<uint32_t>(trie_hits_.size());
    forms.find(text_, position, trie_hits_);
    lookups_.push_back({&forms, first, static_cast<uint32_t>(trie_hits_.size()) - first});
    known = lookups_.end() - 1;
  }
  const ListSymbol& symbol = language_->symbols[arc.symbol];
  const bool name = !symbol.capture && language_->slots[symbol.slot] == "name";
  for (uint32_t i = known->first; i < known->first + known->count; ++i) {
    const Trie::Hit found = trie_hits_[i];
    for (uint32_t k = found.count; k-- > 0;) {  // of values with one form the first is met last, and read first
      const uint32_t value = forms.values()[found.first + k];
      if (list.kind == ValueList::Kind::Name && (home_->groups[value].any_domain & symbol.domains) == 0) continue;
      const Score gain = name ? kName + kNameLetter * (found.end - position) : 0;
      reach_value(arc, item, gain, {arc.symbol, position, found.end, value}, true);
    }
  }
}

void Matcher::read_numbers(uint32_t item, const ListArc& arc, const ValueList& list) {
  const uint32_t position = lattice_.items[item].position;
  number_hits_.clear();
  list.find_numbers(text_, position, number_hits_);
  for (const NumberHit& hit : number_hits_) {
    const Score gain = hit.words ? kLiteral * (hit.end - position) : 0;
    reach_value(arc, item, gain, {arc.symbol, position, hit.end, 0, hit.value}, true);
  }
}

void Matcher::read_wildcard(uint32_t item, const ListArc& arc) {
  uint32_t begin = lattice_.items[item].position;
  if (text_[begin] == U' ') ++begin;
  const ListSymbol& symbol = language_->symbols[arc.symbol];
  const Score once = symbol.capture ? 0 : kWildcard;
  for (uint32_t end = begin + 1; end <= text_.size(); ++end) {
    const bool word_end = end == text_.size() || text_[end] == U' ' || language_->source.ignore_whitespace;
    if (!word_end && (!symbol.glued || text_[end - 1] == U' ')) continue;
    const Score gain = once + (symbol.capture ? 0 : kWildcardLetter * (end - begin));
    reach_value(arc, item, gain, {arc.symbol, begin, end}, word_end);
  }
}

}  // namespace hearth::understand
