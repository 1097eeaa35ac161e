// Regular expressions of templates, by ICU: its syntax is close to Python's, and it can be bounded.
#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <memory>

#include "text/jinja_library.h"

namespace hearth::text {
namespace {

constexpr int32_t kTimeLimit = 10;         // ICU's unit: about a millisecond each
constexpr int32_t kStackLimit = 64 << 10;  // bytes of backtracking

/// A matcher over a text that it owns.
class Matcher {
 public:
  Matcher(const std::string& text, const std::string& find, bool any_case) : text_(icu::UnicodeString::fromUTF8(text)) {
    UErrorCode status = U_ZERO_ERROR;
    const uint32_t flags = any_case ? UREGEX_CASE_INSENSITIVE : 0;
    matcher_ = std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(find), flags, status);
    if (U_FAILURE(status)) fail(fmt::format("'{}' is no regular expression: {}", find, u_errorName(status)));
    matcher_->setTimeLimit(kTimeLimit, status);
    matcher_->setStackLimit(kStackLimit, status);
    matcher_->reset(text_);
    check(status);
    spend(1 + text.size() / 64);
  }
  icu::RegexMatcher* operator->() { return matcher_.get(); }

  static void check(UErrorCode status) {
    if (status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW) {
      fail("a regular expression takes too long", Error::Timeout);
    }
    if (U_FAILURE(status)) fail(fmt::format("a regular expression fails: {}", u_errorName(status)));
  }

 private:
  icu::UnicodeString text_;
  std::unique_ptr<icu::RegexMatcher> matcher_;
};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Python writes groups as \1 and \g<1>, ICU as $1; a dollar or a backslash that means itself is escaped.
icu::UnicodeString replacement(const std::string& python) {
  std::string out;
  for (size_t i = 0; i < python.size(); ++i) {
    const char c = python[i], next = i + 1 < python.size() ? python[i + 1] : '\0';
    if (c == '$') {
      out += "\\$";
    } else if (c != '\\') {
      out += c;
    } else if (next >= '0' && next <= '9') {
      out += fmt::format("${}", next);
      ++i;
    } else if (python.compare(i, 3, "\\g<") == 0 && python.find('>', i) != std::string::npos) {
      const size_t end = python.find('>', i);
      const std::string group = python.substr(i + 3, end - i - 3);
      const bool number = group.find_first_not_of("0123456789") == std::string::npos;
      out += number ? "$" + group : "${" + group + "}";
      i = end;
    } else if (next == 'n') {
      out += '\n';
      ++i;
    } else {
      out += "\\\\";
      if (next == '\\') ++i;
    }
  }
  return icu::UnicodeString::fromUTF8(out);
}

}  // namespace

TemplateValue regex_replaced(const std::string& text, const std::string& find, const std::string& to, bool any_case) {
  Matcher matcher(text, find, any_case);
  const icu::UnicodeString by = replacement(to);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  while (matcher->find(status) && U_SUCCESS(status)) {
    spend(1);
    matcher->appendReplacement(out, by, status);
    Matcher::check(status);
    const auto size = static_cast<size_t>(out.length());
    if (size > Rendering::current().left.value_bytes) spend_text(size);
  }
  Matcher::check(status);
  matcher->appendTail(out);
  return make_text(utf8(out));
}

bool regex_found(const std::string& text, const std::string& find, bool any_case, RegexWhere where) {
  Matcher matcher(text, find, any_case);
  UErrorCode status = U_ZERO_ERROR;
  const bool found = where == RegexWhere::Start ? matcher->lookingAt(status) : matcher->find(status);
  Matcher::check(status);
  return found;
}

TemplateValue regex_all(const std::string& text, const std::string& find, bool any_case) {
  Matcher matcher(text, find, any_case);
  UErrorCode status = U_ZERO_ERROR;
  TemplateValues out;
  while (matcher->find(status) && U_SUCCESS(status)) {
    spend(1);
    const int32_t groups = matcher->groupCount();
    TemplateValues parts;
    for (int32_t i = groups == 0 ? 0 : 1; i <= groups; ++i) parts.push_back(make_text(utf8(matcher->group(i, status))));
    out.push_back(parts.size() == 1 ? parts.front() : make_tuple(std::move(parts)));
  }
  Matcher::check(status);
  return make_list(std::move(out));
}

}  // namespace hearth::text
