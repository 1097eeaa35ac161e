#include "understand/grammar/graph_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "understand/grammar/spoken_text.h"
#include "understand/grammar/template_parser.h"

namespace hearth::understand {
namespace {

constexpr size_t kMaxDepth = 200;
constexpr size_t kMaxNodes = 500'000;
constexpr size_t kMaxNodesOfOne = 50'000;  // where one sentence must not cost the others
constexpr size_t kMaxPermutation = 8;

}  // namespace

Error GraphBuilder::wrong(std::string message, size_t column) const {
  return invalid(std::move(message), fmt::format("{}, column {}", place_, column));
}

Status GraphBuilder::leave_out(Error error) {
  if (problems_ == nullptr) return error;
  problems_->push_back(std::move(error));
  return ok();
}

Status GraphBuilder::read_rules() {
  for (const auto& [name, rule] : into_.source.rules) {
    Result<Expression> body = parse_template(rule.text, rule.place);
    if (!body) {
      TRY(leave_out(std::move(body).error()));
    } else {
      rules_[name] = std::move(body).value();
    }
  }
  return ok();
}

Status GraphBuilder::begin(const Block& block) {
  block_ = &block;
  own_rules_.clear();
  own_lists_.clear();
  built_.clear();
  parsed_.clear();
  for (const auto& [name, rule] : block.rules) own_rules_[name] = TRY(parse_template(rule.text, rule.place));
  block_domains_ = TRY(domains_of(block));
  return ok();
}

Status GraphBuilder::add(size_t index, std::vector<NodeId>& starts) {
  const Block& block = into_.source.blocks[index];
  if (Status begun = begin(block); !begun) return leave_out(begun.error());
  const NodeId end = graph_.node({{kFirstEnd + static_cast<Label>(index), 0}});
  for (const Template& sentence : block.sentences) {
    Result<NodeId> start = start_of(sentence, end);
    if (!start) {
      TRY(leave_out(std::move(start).error()));
    } else {
      starts.push_back(*start);
    }
  }
  return ok();
}

Result<NodeId> GraphBuilder::start_of(const Template& sentence, NodeId end) {
  place_ = sentence.place;
  most_nodes_ = problems_ == nullptr ? kMaxNodes : std::min(kMaxNodes, graph_.size() + kMaxNodesOfOne);
  parsed_.push_back(TRY(parse_template(sentence.text, sentence.place)));
  const NodeId start = TRY(build(parsed_.back(), end, 0));
  if (start == end) return wrong("expected a sentence of at least one word", 1);
  return start;
}

Result<NodeId> GraphBuilder::build(const Expression& expression, NodeId then, size_t depth) {
  if (depth > kMaxDepth) return wrong("expected rules that end; one refers to itself", expression.column);
  if (graph_.size() > most_nodes_) return wrong("expected sentences that need at most half a million nodes", 1);
  if (expression.kind == Expression::Kind::Text) return text(expression.text, then);
  const Key key{&expression, 0, then};
  if (const auto done = built_.find(key); done != built_.end()) return done->second;
  const NodeId node = TRY(compute(expression, then, depth));
  built_.emplace(key, node);
  return node;
}

Result<NodeId> GraphBuilder::compute(const Expression& expression, NodeId then, size_t depth) {
  switch (expression.kind) {
    case Expression::Kind::Text:
      break;
    case Expression::Kind::Sequence:
      for (auto item = expression.items.rbegin(); item != expression.items.rend(); ++item) {
        then = TRY(build(*item, then, depth + 1));
      }
      return then;
    case Expression::Kind::Alternative:
      return alternatives(expression, then, depth);
    case Expression::Kind::Permutation: {
      if (expression.items.size() > kMaxPermutation) {
        return wrong(fmt::format("expected at most {} parts in any order", kMaxPermutation), expression.column);
      }
      return any_order(expression, (1U << expression.items.size()) - 1, then, depth);
    }
    case Expression::Kind::List:
      return list(expression, then);
    case Expression::Kind::Rule: {
      if (const auto own = own_rules_.find(expression.name); own != own_rules_.end()) {
        return build(own->second, then, depth + 1);
      }
      const auto rule = rules_.find(expression.name);
      if (rule != rules_.end()) return build(rule->second, then, depth + 1);
      return wrong(fmt::format("expected a known rule, found <{}>", expression.name), expression.column);
    }
  }
  return text(expression.text, then);
}

Result<NodeId> GraphBuilder::alternatives(const Expression& expression, NodeId then, size_t depth) {
  std::vector<Arc> arcs;
  for (const Expression& item : expression.items) {
    const auto more = graph_.arcs(TRY(build(item, then, depth + 1)));
    arcs.insert(arcs.end(), more.begin(), more.end());
  }
  return graph_.node(std::move(arcs));
}

Result<NodeId> GraphBuilder::any_order(const Expression& expression, uint32_t left, NodeId then, size_t depth) {
  if (left == 0) return then;
  const Key key{&expression, left, then};
  if (const auto done = built_.find(key); done != built_.end()) return done->second;
  std::vector<Arc> arcs;
  for (size_t i = 0; i < expression.items.size(); ++i) {
    if ((left & 1U << i) == 0) continue;
    const NodeId rest = TRY(any_order(expression, left & ~(1U << i), then, depth + 1));
    const auto more = graph_.arcs(TRY(build(expression.items[i], rest, depth + 1)));
    arcs.insert(arcs.end(), more.begin(), more.end());
  }
  const NodeId node = graph_.node(std::move(arcs));
  built_.emplace(key, node);
  return node;
}

NodeId GraphBuilder::text(const std::u32string& text, NodeId then) {
  for (auto c = text.rbegin(); c != text.rend(); ++c) {
    then = graph_.node({{*c == U' ' ? kGap : static_cast<Label>(*c), then}});
  }
  return then;
}

Result<NodeId> GraphBuilder::list(const Expression& expression, NodeId then) {
  ListSymbol symbol;
  symbol.list = TRY(list_index(expression));
  symbol.slot = slot_index(expression.slot);
  symbol.capture = expression.capture;
  if (into_.lists[symbol.list].kind == ValueList::Kind::Name) symbol.domains = block_domains_;
  const auto following = graph_.arcs(then);
  symbol.glued = std::ranges::any_of(following, [](const Arc& arc) { return arc.label < kGap; });
  return graph_.node({{kFirstList + symbol_index(symbol), then}});
}

Result<uint32_t> GraphBuilder::list_index(const Expression& expression) {
  if (const auto own = own_lists_.find(expression.name); own != own_lists_.end()) return own->second;
  const auto local = block_->lists.find(expression.name);
  if (local == block_->lists.end()) {
    if (const auto known = lists_.find(expression.name); known != lists_.end()) return known->second;
  }
  ListSource range;
  RuleLookup rules;
  const ListSource* source = nullptr;
  const RuleLookup* known_rules = &rules_;
  ValueList compiled;
  const auto global = into_.source.lists.find(expression.name);
  if (expression.range) {
    range.kind = ListSource::Kind::Range;
    range.range.from = expression.range->from;
    range.range.to = expression.range->to;
    range.range.step = expression.range->step;
    source = &range;
  } else if (local != block_->lists.end()) {
    rules = rules_;
    for (const auto& [name, rule] : own_rules_) rules[name] = rule;
    known_rules = &rules;
    source = &local->second;
  } else if (global != into_.source.lists.end()) {
    source = &global->second;
  } else if (expression.name == "name") {
    compiled.kind = ValueList::Kind::Name;
  } else if (expression.name == "area") {
    compiled.kind = ValueList::Kind::Area;
  } else if (expression.name == "floor") {
    compiled.kind = ValueList::Kind::Floor;
  } else {
    return wrong(fmt::format("expected a known list, found {{{}}}", expression.name), expression.column);
  }
  if (source != nullptr) {
    Result<ValueList> list = compile_list(*source, *known_rules, into_.source.language);
    if (!list && list.error().place.empty()) return wrong(list.error().message, expression.column);
    compiled = TRY(std::move(list));
  }
  const auto index = static_cast<uint32_t>(into_.lists.size());
  into_.lists.push_back(std::move(compiled));
  (local != block_->lists.end() ? own_lists_ : lists_).emplace(expression.name, index);
  return index;
}

Result<uint64_t> GraphBuilder::domains_of(const Block& block) {
  uint64_t domains = kAnyDomain;
  for (const ContextRule& rule : block.requires_context) {
    if (rule.key == "domain" && !rule.values.empty()) domains &= TRY(domain_bits(rule, block));
  }
  for (const ContextRule& rule : block.excludes_context) {
    if (rule.key == "domain") domains &= ~TRY(domain_bits(rule, block));
  }
  return domains;
}

Result<uint64_t> GraphBuilder::domain_bits(const ContextRule& rule, const Block& block) {
  uint64_t bits = 0;
  for (const Json& value : rule.values) {
    const std::string place = block.sentences.empty() ? block.intent : block.sentences.front().place;
    if (!value.is_string()) return invalid("expected domains as text, found " + dump(value), place);
    auto& known = into_.domains;
    auto found = std::find(known.begin(), known.end(), value.get<std::string>());
    if (found == known.end()) {
      if (known.size() == kMaxDomains) return invalid(fmt::format("expected at most {} domains", kMaxDomains), place);
      found = known.insert(known.end(), value.get<std::string>());
    }
    bits |= 1ULL << (found - known.begin());
  }
  return bits;
}

uint32_t GraphBuilder::slot_index(const std::string& slot) {
  const auto [place, fresh] = slots_.emplace(slot, static_cast<uint32_t>(into_.slots.size()));
  if (fresh) into_.slots.push_back(slot);
  return place->second;
}

uint32_t GraphBuilder::symbol_index(const ListSymbol& symbol) {
  const auto found = std::find(into_.symbols.begin(), into_.symbols.end(), symbol);
  if (found != into_.symbols.end()) return static_cast<uint32_t>(found - into_.symbols.begin());
  into_.symbols.push_back(symbol);
  return static_cast<uint32_t>(into_.symbols.size() - 1);
}

namespace {

/// What no reading refers to any more.
void forget_templates(Language& source) {
  for (Block& block : source.blocks) {
    block.sentences = {};
    block.lists = {};
    block.rules = {};
  }
  source.lists = {};
  source.rules = {};
  source.skip_words = {};
}

}  // namespace

Result<CompiledLanguage> compile_language(Language source, std::vector<Error>* problems) {
  CompiledLanguage compiled;
  compiled.source = std::move(source);
  GraphBuilder builder(compiled, problems);
  TRY(builder.read_rules());
  std::vector<NodeId> starts;
  for (size_t i = 0; i < compiled.source.blocks.size(); ++i) TRY(builder.add(i, starts));
  std::vector<Trie::Entry> skip_words;
  for (const std::string& word : compiled.source.skip_words) skip_words.push_back({read_name(word), 0});
  compiled.skip_words = Trie(std::move(skip_words));
  compiled.size = {starts.size(), compiled.source.blocks.size(), builder.graph().size()};
  compiled.automaton = TRY(Automaton::determinise(builder.graph(), std::move(starts)));
  compiled.size.states = compiled.automaton.states();
  compiled.size.arcs = compiled.automaton.arcs();
  forget_templates(compiled.source);
  return compiled;
}

}  // namespace hearth::understand
