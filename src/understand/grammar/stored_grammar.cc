#include "understand/grammar/stored_grammar.h"

#include <bit>

#include "base/wire_lists.h"

namespace hearth::understand {
namespace {

using wire::read_each;
using wire::write_each;

Result<std::string> text(wire::Reader& in) { return std::string(TRY(in.bytes())); }

void store_json(const Json& json, wire::Writer& out) { out.bytes(json.is_null() ? std::string() : dump(json)); }

Result<Json> restore_json(wire::Reader& in) {
  const std::string_view written = TRY(in.bytes());
  if (written.empty()) return Json();
  return parse_json(written, "a stored grammar");
}

void store_texts(const std::vector<std::string>& texts, wire::Writer& out) {
  write_each(out, texts, [&](const std::string& one) { out.bytes(one); });
}
Status restore_texts(std::vector<std::string>& texts, wire::Reader& in) {
  return read_each(in, texts, [&] { return text(in); });
}

void store_rules(const std::vector<ContextRule>& rules, wire::Writer& out) {
  write_each(out, rules, [&](const ContextRule& rule) {
    out.bytes(rule.key);
    write_each(out, rule.values, [&](const Json& value) { store_json(value, out); });
    out.bytes(rule.slot);
  });
}
Status restore_rules(std::vector<ContextRule>& rules, wire::Reader& in) {
  return read_each(in, rules, [&]() -> Result<ContextRule> {
    ContextRule rule;
    rule.key = TRY(text(in));
    TRY(read_each(in, rule.values, [&] { return restore_json(in); }));
    rule.slot = TRY(text(in));
    return rule;
  });
}

void store_block(const Block& block, wire::Writer& out) {
  out.bytes(block.intent);
  write_each(out, block.slots, [&](const std::pair<std::string, Json>& slot) {
    out.bytes(slot.first);
    store_json(slot.second, out);
  });
  store_rules(block.requires_context, out);
  store_rules(block.excludes_context, out);
  store_texts(block.required_keywords, out);
  out.bytes(block.response);
  store_json(block.metadata, out);
  out.varint(block.household ? 1 : 0);
}
Result<Block> restore_block(wire::Reader& in) {
  Block block;
  block.intent = TRY(text(in));
  TRY(read_each(in, block.slots, [&]() -> Result<std::pair<std::string, Json>> {
    std::string name = TRY(text(in));
    return std::pair(std::move(name), TRY(restore_json(in)));
  }));
  TRY(restore_rules(block.requires_context, in));
  TRY(restore_rules(block.excludes_context, in));
  TRY(restore_texts(block.required_keywords, in));
  block.response = TRY(text(in));
  block.metadata = TRY(restore_json(in));
  block.household = TRY(in.varint()) != 0;
  return block;
}

void store_range(const RangeSource& range, wire::Writer& out) {
  for (const int64_t number : {range.from, range.to, range.step}) out.varint(wire::zigzag(number));
  out.fixed64(std::bit_cast<uint64_t>(range.multiplier));
  out.varint(static_cast<uint64_t>(range.fractions));
  out.varint((range.digits ? 1U : 0U) | (range.words ? 2U : 0U));
  out.bytes(range.words_language);
}
Result<RangeSource> restore_range(wire::Reader& in) {
  RangeSource range;
  for (int64_t* number : {&range.from, &range.to, &range.step}) *number = wire::unzigzag(TRY(in.varint()));
  range.multiplier = std::bit_cast<double>(TRY(in.fixed64()));
  const uint64_t fractions = TRY(in.varint());
  if (fractions > static_cast<uint64_t>(RangeSource::Fractions::Tenths)) return corrupt("no fractions", in.place());
  range.fractions = static_cast<RangeSource::Fractions>(fractions);
  const uint64_t flags = TRY(in.varint());
  range.digits = (flags & 1) != 0;
  range.words = (flags & 2) != 0;
  range.words_language = TRY(text(in));
  if (range.step < 1) return corrupt("a step below one", in.place());
  return range;
}

void store_list(const ValueList& list, wire::Writer& out) {
  out.varint(static_cast<uint64_t>(list.kind));
  write_each(out, list.values, [&](const ListValue& value) {
    store_json(value.out, out);
    store_json(value.context, out);
    store_json(value.metadata, out);
  });
  store_range(list.range, out);
  wire::write_plain(out, list.numbers);
  list.forms.store(out);
}
Result<ValueList> restore_list(wire::Reader& in) {
  ValueList list;
  const uint64_t kind = TRY(in.varint());
  if (kind > static_cast<uint64_t>(ValueList::Kind::Floor)) return corrupt("no kind of list", in.place());
  list.kind = static_cast<ValueList::Kind>(kind);
  TRY(read_each(in, list.values, [&]() -> Result<ListValue> {
    ListValue value;
    value.out = TRY(restore_json(in));
    value.context = TRY(restore_json(in));
    value.metadata = TRY(restore_json(in));
    return value;
  }));
  list.range = TRY(restore_range(in));
  list.numbers = TRY(wire::read_plain<double>(in));
  const bool range = list.kind == ValueList::Kind::Range;
  list.forms = TRY(Trie::restore(in, range ? list.numbers.size() : list.values.size()));
  return list;
}

void store_symbol(const ListSymbol& symbol, wire::Writer& out) {
  out.varint(symbol.list);
  out.varint(symbol.slot);
  out.fixed64(symbol.domains);
  out.varint((symbol.capture ? 1U : 0U) | (symbol.glued ? 2U : 0U));
}
Result<ListSymbol> restore_symbol(wire::Reader& in, const CompiledLanguage& language) {
  const uint64_t list = TRY(in.varint()), slot = TRY(in.varint());
  if (list >= language.lists.size() || slot >= language.slots.size()) return corrupt("no such list", in.place());
  ListSymbol symbol{static_cast<uint32_t>(list), static_cast<uint32_t>(slot), TRY(in.fixed64()), false, false};
  const uint64_t flags = TRY(in.varint());
  symbol.capture = (flags & 1) != 0;
  symbol.glued = (flags & 2) != 0;
  return symbol;
}

}  // namespace

void store(const CompiledLanguage& language, wire::Writer& out) {
  out.bytes(language.source.language);
  out.varint(language.source.ignore_whitespace ? 1 : 0);
  write_each(out, language.source.blocks, [&](const Block& block) { store_block(block, out); });
  store_json(language.source.responses, out);
  write_each(out, language.lists, [&](const ValueList& list) { store_list(list, out); });
  store_texts(language.slots, out);
  store_texts(language.domains, out);
  write_each(out, language.symbols, [&](const ListSymbol& symbol) { store_symbol(symbol, out); });
  language.automaton.store(out);
  language.skip_words.store(out);
  const GrammarSize& size = language.size;
  for (const size_t count : {size.sentences, size.blocks, size.nodes, size.states, size.arcs}) out.varint(count);
}

Result<CompiledLanguage> restore_language(wire::Reader& in) {
  CompiledLanguage language;
  language.source.language = TRY(text(in));
  language.source.ignore_whitespace = TRY(in.varint()) != 0;
  TRY(read_each(in, language.source.blocks, [&] { return restore_block(in); }));
  language.source.responses = TRY(restore_json(in));
  TRY(read_each(in, language.lists, [&] { return restore_list(in); }));
  TRY(restore_texts(language.slots, in));
  TRY(restore_texts(language.domains, in));
  TRY(read_each(in, language.symbols, [&] { return restore_symbol(in, language); }));
  language.automaton = TRY(Automaton::restore(in, language.symbols.size(), language.source.blocks.size()));
  language.skip_words = TRY(Trie::restore(in, 1));
  GrammarSize& size = language.size;
  for (size_t* count : {&size.sentences, &size.blocks, &size.nodes, &size.states, &size.arcs}) {
    *count = static_cast<size_t>(TRY(in.varint()));
  }
  return language;
}

}  // namespace hearth::understand
