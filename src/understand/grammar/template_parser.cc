#include "understand/grammar/template_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "text/normalise.h"
#include "text/utf.h"
#include "understand/grammar/spoken_text.h"

namespace hearth::understand {
namespace {

constexpr size_t kMaxDepth = 64;
constexpr int64_t kMaxNumber = 1'000'000;
constexpr std::u32string_view kSigns = U"()[]{}<>|;\\";

Expression text_expression(std::u32string text, size_t column) {
  Expression expression;
  expression.kind = Expression::Kind::Text;
  expression.text = std::move(text);
  expression.column = column;
  return expression;
}

/// "a..b" or "a..b,step", or nothing.
std::optional<InlineRange> inline_range(std::string_view name) {
  const size_t dots = name.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  InlineRange range;
  const auto number = [](std::string_view digits, int64_t& into) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  std::string_view to = name.substr(dots + 2);
  if (const size_t comma = to.find(','); comma != std::string_view::npos) {
    if (!number(to.substr(comma + 1), range.step)) return std::nullopt;
    to = to.substr(0, comma);
  }
  if (!number(name.substr(0, dots), range.from) || !number(to, range.to)) return std::nullopt;
  return range;
}

class Parser {
 public:
  Parser(std::u32string text, std::string_view place) : text_(std::move(text)), place_(place) {}

  Result<Expression> parse() {
    Expression whole = TRY(group(0, 0));
    return whole;
  }

 private:
  bool done() const { return at_ >= text_.size(); }

  Error wrong(std::string_view expected, size_t at) const {
    const std::string found =
        at < text_.size() ? fmt::format("'{}'", text::to_utf8(text_.substr(at, 1))) : std::string("the end");
    const std::string place = place_.empty() ? "" : place_ + ", ";
    return invalid(fmt::format("expected {}, found {} in \"{}\"", expected, found, text::to_utf8(text_)),
                   fmt::format("{}column {}", place, at + 1));
  }
  Error wrong(std::string_view expected) const { return wrong(expected, at_); }

  /// Everything up to `close` (0: the end), which stays unread.
  Result<Expression> group(char32_t close, size_t depth) {
    if (depth > kMaxDepth) return wrong(fmt::format("groups at most {} deep", kMaxDepth));
    const size_t start = at_;
    std::vector<Expression> parts(1);
    parts.back().column = at_ + 1;
    char32_t separator = 0;
    while (!done() && text_[at_] != close) {
      const char32_t c = text_[at_];
      if (c == U'|' || c == U';') {
        if (separator != 0 && separator != c) return wrong("only '|' or only ';' within one group");
        separator = c;
        ++at_;
        parts.emplace_back().column = at_ + 1;
      } else {
        parts.back().items.push_back(TRY(item(depth)));
      }
    }
    if (close != 0 && done()) return wrong(fmt::format("'{}'", text::to_utf8(std::u32string(1, close))));
    if (close != 0 && at_ == start) return wrong("words or a group before the closing sign");
    if (separator == 0) return std::move(parts.front());
    Expression whole;
    whole.kind = separator == U'|' ? Expression::Kind::Alternative : Expression::Kind::Permutation;
    whole.column = start + 1;
    if (separator == U';') {
      for (Expression& part : parts) {  // each stands apart from its neighbours
        part.items.insert(part.items.begin(), text_expression(U" ", part.column));
        part.items.push_back(text_expression(U" ", part.column));
      }
    }
    whole.items = std::move(parts);
    return whole;
  }

  Result<Expression> item(size_t depth) {
    const size_t start = at_;
    switch (text_[at_]) {
      case U'(': {
        ++at_;
        Expression inner = TRY(group(U')', depth + 1));
        ++at_;
        return inner;
      }
      case U'[': {
        ++at_;
        Expression inner = TRY(group(U']', depth + 1));
        ++at_;
        if (inner.kind != Expression::Kind::Alternative) {
          Expression optional;
          optional.kind = Expression::Kind::Alternative;
          optional.items.push_back(std::move(inner));
          inner = std::move(optional);
        }
        inner.column = start + 1;
        inner.items.push_back(text_expression({}, start + 1));
        return inner;
      }
      case U'{':
        return list(start);
      case U'<':
        return rule(start);
      case U')':
      case U']':
      case U'}':
      case U'>':
        return wrong("a word, '(', '[', '{' or '<'");
      default:
        return words();
    }
  }

  /// The name between two signs, escapes removed.
  Result<std::string> name(char32_t close, std::string_view what) {
    std::u32string name;
    const size_t start = at_;
    while (!done() && text_[at_] != close) {
      if (text_[at_] == U'\\' && at_ + 1 < text_.size()) ++at_;
      if (text_[at_] == U'{' || text_[at_] == U'<') return wrong(fmt::format("the name of a {}", what));
      name.push_back(text_[at_++]);
    }
    if (done()) return wrong(fmt::format("'{}' after the name of a {}", text::to_utf8(std::u32string(1, close)), what));
    if (name.empty()) return wrong(fmt::format("the name of a {}", what), start);
    ++at_;
    return text::to_utf8(name);
  }

  Result<Expression> list(size_t start) {
    Expression expression;
    expression.kind = Expression::Kind::List;
    expression.column = start + 1;
    ++at_;
    std::string whole = TRY(name(U'}', "list"));
    const size_t colon = whole.find(':');
    expression.name = whole.substr(0, colon);
    if (colon != std::string::npos) expression.slot = whole.substr(colon + 1);
    if (colon == std::string::npos) expression.slot = expression.name;
    if (colon == std::string::npos && expression.name.starts_with('@')) expression.name.erase(0, 1);
    if (expression.slot.starts_with('@')) {
      expression.capture = true;
      expression.slot.erase(0, 1);
    }
    if (expression.name.empty() || expression.slot.empty()) return wrong("{list}, {list:slot} or {list:@name}", start);
    expression.range = inline_range(expression.name);
    if (expression.range) {
      const InlineRange& range = *expression.range;
      if (colon == std::string::npos) return wrong("':slot' after a range of numbers", start);
      if (range.from > range.to || range.step < 1) return wrong("a range from low to high with a step above 0", start);
      if (std::max({std::abs(range.from), std::abs(range.to), range.step}) > kMaxNumber) {
        return wrong("numbers within a million", start);
      }
    }
    return expression;
  }

  Result<Expression> rule(size_t start) {
    Expression expression;
    expression.kind = Expression::Kind::Rule;
    expression.column = start + 1;
    ++at_;
    expression.name = TRY(name(U'>', "rule"));
    return expression;
  }

  Result<Expression> words() {
    const size_t start = at_;
    std::u32string literal;
    while (!done()) {
      char32_t c = text_[at_];
      if (c == U'\\') {
        if (at_ + 1 >= text_.size()) return wrong("a sign after '\\'", at_ + 1);
        c = text_[++at_];
      } else if (kSigns.find(c) != std::u32string_view::npos) {
        break;
      }
      ++at_;
      if (!text::is_space(c)) {
        literal.push_back(c);
      } else if (literal.empty() || literal.back() != U' ') {
        literal.push_back(U' ');
      }
    }
    return text_expression(literal_text(literal, done()), start + 1);
  }

  std::u32string text_;
  std::string place_;
  size_t at_ = 0;
};

}  // namespace

bool is_template(std::string_view text) { return text.find_first_of("(){}<>[]|;\\") != std::string_view::npos; }

Result<Expression> parse_template(std::string_view text, std::string_view place) {
  return Parser(text::to_utf32(text::squeeze(text)), place).parse();
}

}  // namespace hearth::understand
