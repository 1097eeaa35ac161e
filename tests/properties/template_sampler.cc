#include "tests/properties/template_sampler.h"

#include <algorithm>
#include <map>

#include "text/normalise.h"
#include "text/utf.h"
#include "understand/grammar/template_parser.h"

namespace hearth::properties {

using understand::Block;
using understand::Expression;
using understand::ListSource;

namespace {

constexpr int kDeepest = 40;

/// The block's own first, as the compiler looks them up.
template <class T>
const T* look_up(const std::map<std::string, T>& own, const std::map<std::string, T>& all, const std::string& name) {
  if (const auto found = own.find(name); found != own.end()) return &found->second;
  const auto found = all.find(name);
  return found == all.end() ? nullptr : &found->second;
}

}  // namespace

TemplateSampler::TemplateSampler(const understand::Language& language, SampledNames names, uint64_t seed)
    : language_(language), names_(std::move(names)), random_(seed) {
  std::map<std::string, std::vector<const Block*>> sorted;
  for (const Block& block : language.blocks) {
    if (!block.sentences.empty()) sorted[block.intent].push_back(&block);
  }
  for (auto& [intent, blocks] : sorted) by_intent_.push_back(std::move(blocks));
}

std::string TemplateSampler::draw() {
  const std::vector<const Block*>& blocks = by_intent_[below(by_intent_.size())];
  const Block& block = *blocks[below(blocks.size())];
  std::string out;
  add(block.sentences[below(block.sentences.size())].text, block, 0, out);
  return text::squeeze(out);
}

const std::string& TemplateSampler::any(const std::vector<std::string>& list) {
  static const std::string kNone;
  return list.empty() ? kNone : list[below(list.size())];
}

void TemplateSampler::add(const std::string& text, const Block& block, int depth, std::string& out) {
  if (const Result<Expression> parsed = understand::parse_template(text)) add(*parsed, block, depth, out);
}

void TemplateSampler::add(const Expression& expression, const Block& block, int depth, std::string& out) {
  if (depth > kDeepest) return;
  switch (expression.kind) {
    case Expression::Kind::Text:
      out += text::to_utf8(expression.text);
      return;
    case Expression::Kind::Sequence:
      for (const Expression& item : expression.items) add(item, block, depth + 1, out);
      return;
    case Expression::Kind::Alternative:
      add(expression.items[below(expression.items.size())], block, depth + 1, out);
      return;
    case Expression::Kind::Permutation: {
      std::vector<size_t> order(expression.items.size());
      for (size_t i = 0; i < order.size(); ++i) order[i] = i;
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[below(i)]);
      for (const size_t i : order) {
        out += ' ';
        add(expression.items[i], block, depth + 1, out);
        out += ' ';
      }
      return;
    }
    case Expression::Kind::List:
      return add_value(expression, block, depth + 1, out);
    case Expression::Kind::Rule:
      if (const auto* rule = look_up(block.rules, language_.rules, expression.name)) {
        add(rule->text, block, depth + 1, out);
      }
      return;
  }
}

void TemplateSampler::add_value(const Expression& list, const Block& block, int depth, std::string& out) {
  if (list.range) {
    const auto count = static_cast<size_t>((list.range->to - list.range->from) / list.range->step + 1);
    out += std::to_string(list.range->from + static_cast<int64_t>(below(count)) * list.range->step);
    return;
  }
  if (list.name == "name") {
    out += name_for(block);
    return;
  }
  if (list.name == "area" || list.name == "floor") {
    out += any(list.name == "area" ? names_.areas : names_.floors);
    return;
  }
  const ListSource* source = look_up(block.lists, language_.lists, list.name);
  if (source == nullptr) return;
  if (source->kind == ListSource::Kind::Wildcard) {
    out += any(names_.anything);
  } else if (source->kind == ListSource::Kind::Range) {
    const auto& range = source->range;
    const auto count = static_cast<size_t>((range.to - range.from) / std::max<int64_t>(range.step, 1) + 1);
    out += std::to_string(range.from + static_cast<int64_t>(below(count)) * std::max<int64_t>(range.step, 1));
  } else if (!source->values.empty()) {
    const understand::ListValueSource& value = source->values[below(source->values.size())];
    if (value.is_template) {
      add(value.in.text, block, depth + 1, out);
    } else {
      out += value.in.text;
    }
  }
}

/// Four times in five a thing of the kind that the template asks for.
std::string TemplateSampler::name_for(const Block& block) {
  std::vector<std::string> fitting;
  for (const understand::ContextRule& rule : block.requires_context) {
    if (rule.key != "domain") continue;
    for (const SampledNames::Named& entity : names_.entities) {
      if (std::ranges::count(rule.values, Json(entity.domain)) > 0) fitting.push_back(entity.name);
    }
  }
  if (!fitting.empty() && below(5) > 0) return any(fitting);
  return names_.entities.empty() ? std::string() : names_.entities[below(names_.entities.size())].name;
}

}  // namespace hearth::properties
