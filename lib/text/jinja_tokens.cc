#include "text/jinja_tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "text/jinja_values.h"
#include "text/utf.h"

namespace hearth::text {
namespace {

using jinja::token;
using Tokens = std::vector<token>;

constexpr size_t kDeepestBrackets = 64;
constexpr size_t kLongestChain = 200;
constexpr size_t kDeepestBlocks = 128;

/// Walks over the source once, knowing whether it is in text, a comment, a block or a string of a block.
class SourceReader {
 public:
  explicit SourceReader(const std::string& source) : in_(source) {}

  PreparedSource read() && {
    while (at_ < in_.size()) step();
    if (!out_.text.empty() && out_.text.back() == '\n') {
      out_.text.pop_back();
      out_.origin.pop_back();
    }
    out_.origin.push_back(in_.size());
    return std::move(out_);
  }

 private:
  void step() {
    const char c = in_[at_];
    if (c == '\r') {
      if (at_ + 1 >= in_.size() || in_[at_ + 1] != '\n') put("\n");
      ++at_;
    } else if (closing_.empty()) {
      if (c == '{' && at_ + 1 < in_.size() && std::string_view("{%#").find(in_[at_ + 1]) != std::string_view::npos) {
        closing_ = in_[at_ + 1] == '{' ? "}}" : (in_[at_ + 1] == '%' ? "%}" : "#}");
        copy(2);
      } else {
        copy(1);
      }
    } else if (quote_ == 0 && in_.compare(at_, 2, closing_) == 0) {
      closing_.clear();
      copy(2);
    } else if (closing_ == "#}") {
      copy(1);
    } else if (quote_ == 0) {
      if (c == '\'' || c == '"') quote_ = c;
      copy(1);
    } else if (c == '\\' && at_ + 1 < in_.size()) {
      escape();
    } else {
      if (c == quote_) quote_ = 0;
      copy(1);
    }
  }

  /// The lexer knows the single-letter escapes; Python also has numbers, and leaves the others as they stand.
  void escape() {
    static constexpr std::string_view kKnown = "ntrbfv\\'\"";
    const char kind = in_[at_ + 1];
    if (kKnown.find(kind) != std::string_view::npos) {
      copy(2);
      return;
    }
    if (kind >= '0' && kind <= '7') {
      octal();
      return;
    }
    const size_t digits = kind == 'x' ? 2 : (kind == 'u' ? 4 : 0);
    const std::string hex = in_.substr(at_ + 2, digits);
    const bool number = digits > 0 && hex.size() == digits &&
                        std::all_of(hex.begin(), hex.end(), [](unsigned char h) { return std::isxdigit(h) != 0; });
    if (!number) {
      put("\\\\");
      ++at_;
      copy(1);
      return;
    }
    put_letter(static_cast<char32_t>(std::stoul(hex, nullptr, 16)));
    at_ += 2 + digits;
  }

  /// Up to three octal digits; so "\\1" in a replacement is a control character, and a group takes two backslashes.
  void octal() {
    char32_t code = 0;
    size_t digits = 0;
    while (digits < 3 && at_ + 1 + digits < in_.size() && in_[at_ + 1 + digits] >= '0' &&
           in_[at_ + 1 + digits] <= '7') {
      code = code * 8 + static_cast<char32_t>(in_[at_ + 1 + digits++] - '0');
    }
    put_letter(code);
    at_ += 1 + digits;
  }

  void put_letter(char32_t code) {
    std::string letter;
    append_utf8(letter, code);
    if (letter == "\\" || letter == "'" || letter == "\"") letter.insert(0, "\\");
    put(letter);
  }

  void copy(size_t bytes) {
    for (size_t i = 0; i < bytes && at_ < in_.size(); ++i) {
      out_.text.push_back(in_[at_]);
      out_.origin.push_back(at_++);
    }
  }
  void put(std::string_view text) {
    out_.text += text;
    out_.origin.insert(out_.origin.end(), text.size(), at_);
  }

  const std::string& in_;
  size_t at_ = 0;
  std::string closing_;
  char quote_ = 0;
  PreparedSource out_;
};

bool opens_block(const token& t) { return t.t == token::open_statement || t.t == token::open_expression; }
bool closes_block(const token& t) { return t.t == token::close_statement || t.t == token::close_expression; }
bool is_name(const token& t, std::string_view name) { return t.t == token::identifier && t.value == name; }

std::string trimmed(std::string text, bool left, bool right) {
  static constexpr const char* kSpace = " \t\r\n\v\f";
  if (right) text.erase(text.find_last_not_of(kSpace) + 1);
  if (left) text.erase(0, std::min(text.find_first_not_of(kSpace), text.size()));
  return text;
}

/// Replaces the lexer's text tokens by what really stands between the blocks.
Tokens with_plain_text(const Tokens& tokens, const std::string& source) {
  Tokens out;
  size_t start = 0;  // where the text region begins
  bool trim_left = false;
  const auto add_text = [&](size_t end, bool trim_right) {
    std::string text = trimmed(source.substr(start, end - start), trim_left, trim_right);
    if (!text.empty()) out.push_back({token::text, std::move(text), start});
  };
  for (const token& t : tokens) {
    if (t.t == token::text) continue;
    if (t.t == token::comment) {
      add_text(t.pos, t.value.starts_with('-'));
      start = t.pos + t.value.size() + 4;
      trim_left = t.value.ends_with('-');
      continue;
    }
    if (opens_block(t)) add_text(t.pos, t.value.ends_with('-'));
    out.push_back(t);
    if (closes_block(t)) {
      start = t.pos + t.value.size();
      trim_left = t.value.starts_with('-');
    }
  }
  const bool inside_block = !out.empty() && out.back().t != token::text && !closes_block(out.back());
  if (!inside_block && start < source.size()) add_text(source.size(), false);
  return out;
}

bool is_operand_end(const token& t) {
  switch (t.t) {
    case token::numeric_literal:
    case token::string_literal:
    case token::close_paren:
    case token::close_square_bracket:
    case token::close_curly_bracket:
      return true;
    case token::identifier: {
      static constexpr std::string_view kWords[] = {"and", "or", "not", "in", "is", "if", "else", "elif"};
      return std::find(std::begin(kWords), std::end(kWords), t.value) == std::end(kWords);
    }
    default:
      return false;
  }
}

/// `- x` is unknown to the parser; `-1 * x` is the same.
void put_sign(const token& sign, const token& before, Tokens& out) {
  if (before.t == token::multiplicative_binary_operator && before.value != "*") {
    throw TemplateFailure{Error::InvalidInput, fmt::format("put brackets around what follows '{}'", before.value),
                          sign.pos};
  }
  if (sign.value == "+") return;
  out.push_back({token::numeric_literal, "-1", sign.pos});
  out.push_back({token::multiplicative_binary_operator, "*", sign.pos});
}

Tokens mended(const Tokens& tokens) {
  Tokens out;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const token& t = tokens[i];
    const token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    const token* before = out.empty() ? nullptr : &out.back();
    if (t.t == token::colon && next != nullptr && next->t == token::close_statement) continue;
    if (t.t == token::multiplicative_binary_operator && t.value != "%" && next != nullptr && next->value == t.value &&
        next->t == t.t && next->pos == t.pos + 1) {
      out.push_back({t.t, t.value + t.value, t.pos});
      ++i;
    } else if (before != nullptr && before->t == token::open_statement && is_name(t, "do")) {
      out.push_back({token::identifier, "set", t.pos});
      out.push_back({token::identifier, "_", t.pos});
      out.push_back({token::equals, "=", t.pos});
    } else if (before != nullptr && (t.t == token::unary_operator || t.t == token::additive_binary_operator) &&
               (t.value == "-" || t.value == "+") && !is_operand_end(*before)) {
      put_sign(t, *before, out);
    } else {
      out.push_back(t);
    }
  }
  return out;
}

/// Marks the later comparisons of a chain (`1 < x < 3`) with an `&`, and refuses a power where the parser, to which it
/// is one more product, would get the order wrong.
void mark_chains(Tokens& tokens) {
  struct Level {
    bool compared = false, product = false;
  };
  std::vector<Level> levels(1);
  for (token& t : tokens) {
    Level& level = levels.back();
    switch (t.t) {
      case token::open_paren:
      case token::open_square_bracket:
      case token::open_curly_bracket:
        levels.emplace_back();
        break;
      case token::close_paren:
      case token::close_square_bracket:
      case token::close_curly_bracket:
        if (levels.size() > 1) levels.pop_back();
        break;
      case token::comparison_binary_operator:
        if (level.compared) t.value.insert(0, "&");
        level = {.compared = true};
        break;
      case token::multiplicative_binary_operator:
        if (t.value == "**" && level.product) {
          throw TemplateFailure{Error::InvalidInput, "put brackets around the power and what is before it", t.pos};
        }
        level.product = true;
        break;
      case token::additive_binary_operator:
        level.product = false;
        break;
      case token::identifier: {
        static constexpr std::string_view kEnds[] = {"and", "or", "not", "if", "else", "in"};
        if (std::find(std::begin(kEnds), std::end(kEnds), t.value) != std::end(kEnds)) level = {};
        break;
      }
      case token::open_statement:
      case token::open_expression:
        levels.assign(1, {});
        break;
      case token::comma:
      case token::colon:
      case token::equals:
        level = {};
        break;
      default:
        break;
    }
  }
}

/// Bounds how deep the parser, the tree and its evaluation can recurse, from above.
class NestingCheck {
 public:
  void see(const token& t) {
    const bool first = std::exchange(first_, t.t == token::open_statement);
    switch (t.t) {
      case token::open_statement:
      case token::open_expression:
        levels_.assign(1, {});
        break;
      case token::open_paren:
      case token::open_square_bracket:
      case token::open_curly_bracket:
        link(t);
        levels_.emplace_back();
        if (levels_.size() > kDeepestBrackets) refuse(t, "brackets", kDeepestBrackets);
        break;
      case token::close_paren:
      case token::close_square_bracket:
      case token::close_curly_bracket:
        close_bracket();
        break;
      case token::comma:
        if (!levels_.empty()) levels_.back().chain = 0;
        break;
      case token::equals:
        // `set x = 1` opens no block.
        if (levels_.size() == 1 && !blocks_.empty() && blocks_.back() == "set") blocks_.pop_back();
        break;
      case token::identifier:
        if (first) see_keyword(t);
        see_name(t);
        break;
      case token::dot:
      case token::pipe:
      case token::additive_binary_operator:
      case token::multiplicative_binary_operator:
      case token::comparison_binary_operator:
      case token::unary_operator:
        link(t);
        break;
      default:
        break;
    }
  }

 private:
  struct Level {
    size_t chain = 0;    // operators since the last comma
    size_t longest = 0;  // of all chains of the bracket
  };

  void see_name(const token& t) {
    static constexpr std::string_view kLinks[] = {"and", "or", "not", "in", "is", "if", "else"};
    if (std::find(std::begin(kLinks), std::end(kLinks), t.value) != std::end(kLinks)) link(t);
  }
  void see_keyword(const token& t) {
    static constexpr std::string_view kBlocks[] = {"if", "for", "macro", "set", "call", "filter", "elif"};
    if (std::find(std::begin(kBlocks), std::end(kBlocks), t.value) != std::end(kBlocks)) {
      blocks_.push_back(t.value);
      if (blocks_.size() > kDeepestBlocks) refuse(t, "blocks", kDeepestBlocks);
    } else if (t.value.starts_with("end")) {
      // The innermost block of that kind goes, with the `elif`s in it.
      const auto found = std::find(blocks_.rbegin(), blocks_.rend(), std::string_view(t.value).substr(3));
      if (found != blocks_.rend()) blocks_.erase(std::prev(found.base()), blocks_.end());
    }
  }
  void close_bracket() {
    if (levels_.size() < 2) return;
    const size_t inside = levels_.back().longest;
    levels_.pop_back();
    // What stood in the bracket may be the left end of a chain that goes on behind it.
    levels_.back().chain += inside;
    levels_.back().longest = std::max(levels_.back().longest, levels_.back().chain);
  }
  void link(const token& t) {
    if (levels_.empty()) return;
    ++levels_.back().chain;
    levels_.back().longest = std::max(levels_.back().longest, levels_.back().chain);
    size_t sum = 0;
    for (const Level& level : levels_) sum += level.chain;
    if (sum > kLongestChain) refuse(t, "operators in one expression", kLongestChain);
  }
  [[noreturn]] static void refuse(const token& t, std::string_view what, size_t most) {
    throw TemplateFailure{Error::InvalidInput, fmt::format("more than {} {} within each other", most, what), t.pos};
  }

  std::vector<Level> levels_;        // of the statement or expression, then one for each open bracket
  std::vector<std::string> blocks_;  // what is open
  bool first_ = false;               // the next name is the keyword of a statement
};

}  // namespace

PreparedSource prepare_source(const std::string& source) { return SourceReader(source).read(); }

jinja::lexer_result template_tokens(const PreparedSource& source) {
  jinja::lexer_result lexed = jinja::lexer{}.tokenize(source.text);
  Tokens tokens = mended(with_plain_text(lexed.tokens, source.text));
  mark_chains(tokens);
  NestingCheck nesting;
  for (const token& t : tokens) nesting.see(t);
  return {std::move(tokens), source.text};
}

}  // namespace hearth::text
