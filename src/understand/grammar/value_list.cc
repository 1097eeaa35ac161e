#include "understand/grammar/value_list.h"

#include <fmt/format.h>

#include <cmath>

#include "text/number_words.h"
#include "text/utf.h"
#include "understand/grammar/spoken_text.h"
#include "understand/grammar/template_parser.h"

namespace hearth::understand {
namespace {

constexpr size_t kMaxTexts = 20'000;
constexpr size_t kMaxLength = 1'000;
constexpr size_t kMaxDepth = 200;
constexpr size_t kMaxVisits = 1'000'000;  // rules that double what they refer to cost no more than this

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

class Expander {
 public:
  Expander(const RuleLookup& rules, std::string_view place) : rules_(rules), place_(place) {}

  Result<std::vector<std::u32string>> texts(const Expression& expression, size_t depth) {
    if (depth > kMaxDepth) return invalid("expected rules that end; one refers to itself", std::string(place_));
    if (++visits_ > kMaxVisits) return too_many();
    switch (expression.kind) {
      case Expression::Kind::Text:
        return std::vector<std::u32string>{expression.text};
      case Expression::Kind::List:
        return invalid(fmt::format("expected no list within a list value, found {{{}}}", expression.name),
                       std::string(place_));
      case Expression::Kind::Rule: {
        const auto rule = rules_.find(expression.name);
        if (rule != rules_.end()) return texts(rule->second, depth + 1);
        return invalid(fmt::format("expected a known rule, found <{}>", expression.name), std::string(place_));
      }
      case Expression::Kind::Alternative: {
        std::vector<std::u32string> out;
        for (const Expression& item : expression.items) {
          for (std::u32string& one : TRY(texts(item, depth + 1))) out.push_back(std::move(one));
          if (out.size() > kMaxTexts) return too_many();
        }
        return out;
      }
      case Expression::Kind::Sequence:
        return in_order(expression.items, depth);
      case Expression::Kind::Permutation:
        return any_order(expression.items, depth);
    }
    return internal("expected an expression");
  }

 private:
  Error too_many() const {
    return invalid(
        fmt::format("expected at most {} texts of at most {} letters from one template", kMaxTexts, kMaxLength),
        std::string(place_));
  }

  Result<std::vector<std::u32string>> in_order(const std::vector<Expression>& items, size_t depth) {
    std::vector<std::u32string> out{{}};
    for (const Expression& item : items) {
      const std::vector<std::u32string> ends = TRY(texts(item, depth + 1));
      if (out.size() * ends.size() > kMaxTexts) return too_many();
      std::vector<std::u32string> longer;
      longer.reserve(out.size() * ends.size());
      for (const std::u32string& begin : out) {
        for (const std::u32string& end : ends) {
          if (begin.size() + end.size() > kMaxLength) return too_many();
          longer.push_back(begin + end);
        }
      }
      out = std::move(longer);
    }
    return out;
  }

  Result<std::vector<std::u32string>> any_order(const std::vector<Expression>& items, size_t depth) {
    if (items.size() > 6) return too_many();
    std::vector<size_t> order(items.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::vector<std::u32string> out;
    do {
      std::vector<Expression> ordered;
      for (const size_t i : order) ordered.push_back(items[i]);
      for (std::u32string& one : TRY(in_order(ordered, depth))) out.push_back(std::move(one));
      if (out.size() > kMaxTexts) return too_many();
    } while (std::next_permutation(order.begin(), order.end()));
    return out;
  }

  const RuleLookup& rules_;
  std::string_view place_;
  size_t visits_ = 0;
};

std::vector<double> range_numbers(const RangeSource& range) {
  std::vector<double> numbers;
  for (int64_t whole = range.from; whole <= range.to && numbers.size() < 100'000; whole += range.step) {
    numbers.push_back(static_cast<double>(whole));
  }
  return numbers;
}

Result<ValueList> compile_range(const RangeSource& range, const std::string& language) {
  ValueList list;
  list.kind = ValueList::Kind::Range;
  list.range = range;
  if (!range.words) return list;
  text::NumberRange wanted{range.from, range.to, range.step};
  wanted.halves = range.fractions == RangeSource::Fractions::Halves;
  wanted.digits = false;
  if (range_numbers(range).size() >= 100'000) {
    return invalid("expected a range of fewer than 100000 numbers, or digits only");
  }
  std::vector<Trie::Entry> entries;
  const std::string& speech = range.words_language.empty() ? language : range.words_language;
  for (const text::NumberSpelling& spelling : text::number_words(speech, wanted)) {
    entries.push_back({read_name(spelling.text), static_cast<uint32_t>(list.numbers.size())});
    list.numbers.push_back(spelling.value * range.multiplier);
  }
  list.forms = Trie(std::move(entries));
  return list;
}

/// Whether the range holds the number; tolerant of the binary form of tenths.
bool contains(const RangeSource& range, double number) {
  const double steps[] = {1, 2, 10};
  const double scale = steps[static_cast<size_t>(range.fractions)];
  if (number < static_cast<double>(range.from)) return false;
  const double whole = std::floor(number);
  if (whole > static_cast<double>(range.to)) return false;
  if (std::abs(number * scale - std::round(number * scale)) > 1e-9) return false;
  return (static_cast<int64_t>(whole) - range.from) % range.step == 0;
}

}  // namespace

Result<std::vector<std::u32string>> expand(const Expression& expression, const RuleLookup& rules,
                                           std::string_view place) {
  return Expander(rules, place).texts(expression, 0);
}

Result<ValueList> compile_list(const ListSource& source, const RuleLookup& rules, const std::string& language) {
  if (source.kind == ListSource::Kind::Range) return compile_range(source.range, language);
  ValueList list;
  if (source.kind == ListSource::Kind::Wildcard) return list;
  list.kind = ValueList::Kind::Text;
  std::vector<Trie::Entry> entries;
  for (const ListValueSource& value : source.values) {
    const auto index = static_cast<uint32_t>(list.values.size());
    list.values.push_back({value.out, value.context, value.metadata});
    if (!value.is_template) {
      entries.push_back({read_name(value.in.text), index});
      continue;
    }
    const Expression parsed = TRY(parse_template(value.in.text, value.in.place));
    for (const std::u32string& form : TRY(expand(parsed, rules, value.in.place))) {
      entries.push_back({read_name(text::to_utf8(form)), index});
    }
  }
  list.forms = Trie(std::move(entries));
  return list;
}

void ValueList::find_numbers(std::u32string_view text, size_t from, std::vector<NumberHit>& hits) const {
  size_t at = from;
  if (at < text.size() && text[at] == U'-') ++at;
  const size_t first_digit = at;
  double number = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) number = number * 10 + static_cast<double>(text[at] - U'0');
  if (at > first_digit) {
    const bool point = at + 1 < text.size() && (text[at] == U'.' || text[at] == U',') && is_digit(text[at + 1]);
    if (point && range.fractions != RangeSource::Fractions::None) {
      double place = 0.1;
      for (++at; at < text.size() && is_digit(text[at]); ++at, place /= 10) {
        number += place * static_cast<double>(text[at] - U'0');
      }
    }
    if (first_digit > from) number = -number;
    if (range.digits && contains(range, number)) {
      hits.push_back({static_cast<uint32_t>(at), number * range.multiplier, false});
    }
    return;
  }
  if (!range.words) return;
  thread_local std::vector<Trie::Hit> words;
  words.clear();
  forms.find(text, from, words);
  for (const Trie::Hit& hit : words) {
    for (uint32_t i = 0; i < hit.count; ++i) {
      hits.push_back({hit.end, numbers[forms.values()[hit.first + i]], true});
    }
  }
}

}  // namespace hearth::understand
