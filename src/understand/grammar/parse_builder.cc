#include "understand/grammar/parse_builder.h"

#include <algorithm>
#include <cmath>

namespace hearth::understand {
namespace {

using Where = SkippedText::Where;

/// Open text at the start keeps its first words, at the end its last; hassil chooses its texts like this.
bool skipping_fits(const Path& path, const PathSource& source) {
  const auto open = [&](uint32_t hit) {
    const ListSymbol& symbol = source.language->symbols[source.lattice.hits[hit].symbol];
    return source.language->lists[symbol.list].kind == ValueList::Kind::Wildcard;
  };
  const bool starts =
      !path.hits.empty() && open(path.hits.front()) && source.lattice.hits[path.hits.front()].begin == 0;
  const bool ends = !path.hits.empty() && open(path.hits.back()) &&
                    source.lattice.hits[path.hits.back()].end == source.text.text.size();
  switch (source.text.where) {
    case Where::Nowhere:
      return true;
    case Where::Everywhere:
      return !starts && !ends;
    case Where::Start:
      return ends && !starts;
    case Where::End:
      return starts;
  }
  return false;
}

Json number_json(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) return static_cast<int64_t>(number);
  return number;
}

class Builder {
 public:
  Builder(const Path& path, const PathSource& source)
      : path_(path), source_(source), block_(source.language->source.blocks[path.block]) {}

  std::optional<Parse> build() {
    if (!skipping_fits(path_, source_) || !has_keyword()) return std::nullopt;
    parse_.block = std::shared_ptr<const Block>(source_.language, &block_);
    parse_.block_index = path_.block;
    parse_.score = path_.score;
    parse_.skipped = static_cast<uint8_t>(source_.text.where);
    parse_.slots.reserve(path_.hits.size() + block_.slots.size() + 1);
    for (const uint32_t hit : path_.hits) add(source_.lattice.hits[hit]);
    const size_t spoken = parse_.slots.size();
    for (const auto& [name, value] : block_.slots) {
      if (!has_slot(name, spoken)) add_silent(name, value, ParsedSlot::Origin::Fixed);
    }
    if (!surroundings_fit(spoken)) return std::nullopt;
    return std::move(parse_);
  }

 private:
  void add(const ValueHit& hit) {
    const CompiledLanguage& language = *source_.language;
    const ListSymbol& symbol = language.symbols[hit.symbol];
    const ValueList& list = language.lists[symbol.list];
    ParsedSlot slot;
    slot.text = source_.text.text.spoken(source_.sentence, hit.begin, hit.end);
    if (list.kind == ValueList::Kind::Text) note_context(list.values[hit.value].context);
    if (list.kind == ValueList::Kind::Name) named_ = true;
    if (symbol.capture) {
      parse_.captures.emplace_back(language.slots[symbol.slot], std::move(slot.text));
      return;
    }
    slot.name = language.slots[symbol.slot];
    slot.begin = source_.text.text.spans[hit.begin].begin;
    slot.end = source_.text.text.spans[hit.end - 1].end;
    switch (list.kind) {
      case ValueList::Kind::Text:
        slot.value = list.values[hit.value].out;
        slot.metadata = list.values[hit.value].metadata;
        if (slot.value.is_null()) slot.value = slot.text;
        break;
      case ValueList::Kind::Range:
        slot.value = number_json(hit.number);
        break;
      case ValueList::Kind::Wildcard:
        slot.value = slot.text;
        slot.is_wildcard = true;
        break;
      case ValueList::Kind::Name:
      case ValueList::Kind::Area:
      case ValueList::Kind::Floor:
        add_ids(source_.home.groups[hit.value], symbol, slot);
        break;
    }
    parse_.slots.push_back(std::move(slot));
  }

  static void add_ids(const HomeTries::Group& group, const ListSymbol& symbol, ParsedSlot& slot) {
    slot.value = group.value;
    for (size_t i = 0; i < group.ids.size(); ++i) {
      if ((group.domains[i] & symbol.domains) != 0) slot.ids.push_back(group.ids[i]);
    }
  }

  void add_silent(const std::string& name, const Json& value, ParsedSlot::Origin origin, uint32_t id = 0) {
    ParsedSlot slot;
    slot.name = name;
    slot.value = value;
    slot.origin = origin;
    if (id != 0) slot.ids.push_back(id);
    parse_.slots.push_back(std::move(slot));
  }

  bool has_slot(const std::string& name, size_t among) const {
    const auto end = parse_.slots.begin() + static_cast<ptrdiff_t>(among);
    return std::any_of(parse_.slots.begin(), end, [&](const ParsedSlot& slot) { return slot.name == name; });
  }

  bool has_keyword() const {
    if (block_.required_keywords.empty()) return true;
    const std::u32string text = U" " + source_.text.text.characters + U" ";
    return std::any_of(block_.required_keywords.begin(), block_.required_keywords.end(), [&](const std::string& word) {
      return text.find(U" " + read_name(word) + U" ") != std::u32string::npos;
    });
  }

  void note_context(const Json& context) {
    if (!context.is_object()) return;
    for (const auto& [key, value] : context.items()) noted_.emplace_back(key, &value);
  }

  /// What the surroundings say about a key: list values first, the later the stronger. Null: nothing.
  Json surroundings(const std::string& key) const {
    for (auto noted = noted_.rbegin(); noted != noted_.rend(); ++noted) {
      if (noted->first == key) return unpacked(*noted->second);
    }
    if (key == "area" && !source_.context.area.empty()) return source_.context.area;
    for (const auto& [known, value] : source_.context.more) {
      if (known == key) return value;
    }
    return nullptr;
  }

  static Json unpacked(const Json& value) { return value.is_object() ? value.value("value", Json()) : value; }

  bool surroundings_fit(size_t spoken) {
    for (const ContextRule& rule : block_.requires_context) {
      if (rule.key == "domain" && named_) continue;  // the arc of {name} let only these pass
      const Json value = surroundings(rule.key);
      if (value.is_null()) return false;
      if (!rule.values.empty() && std::find(rule.values.begin(), rule.values.end(), value) == rule.values.end()) {
        return false;
      }
      if (rule.slot.empty() || has_slot(rule.slot, spoken)) continue;
      const bool here = rule.key == "area" && value == source_.context.area;
      add_silent(rule.slot, value, ParsedSlot::Origin::Context, here ? source_.context.area_id : 0);
    }
    return std::none_of(block_.excludes_context.begin(), block_.excludes_context.end(), [&](const ContextRule& rule) {
      const Json value = surroundings(rule.key);
      return !value.is_null() && std::find(rule.values.begin(), rule.values.end(), value) != rule.values.end();
    });
  }

  const Path& path_;
  const PathSource& source_;
  const Block& block_;
  Parse parse_;
  bool named_ = false;
  std::vector<std::pair<std::string, const Json*>> noted_;
};

}  // namespace

std::optional<Parse> build_parse(const Path& path, const PathSource& source) { return Builder(path, source).build(); }

bool better(const Parse& a, const Parse& b) {
  if (a.block->household != b.block->household) return a.block->household;
  if (a.score != b.score) return a.score > b.score;
  if (a.block->intent != b.block->intent) return a.block->intent < b.block->intent;
  if (a.skipped != b.skipped) return a.skipped < b.skipped;
  return a.block_index < b.block_index;
}

bool same_meaning(const Parse& a, const Parse& b) {
  return a.block_index == b.block_index && a.captures == b.captures &&
         std::ranges::equal(a.slots, b.slots, [](const ParsedSlot& x, const ParsedSlot& y) {
           return x.name == y.name && x.value == y.value && x.ids == y.ids;
         });
}

const ParsedSlot* Parse::slot(std::string_view name) const {
  for (auto slot = slots.rbegin(); slot != slots.rend(); ++slot) {
    if (slot->name == name) return &*slot;
  }
  return nullptr;
}

}  // namespace hearth::understand
