#include "connect/desk/asked.h"

#include <fmt/format.h>

namespace hearth::connect {

Result<Json> parse_asked(std::string_view body) {
  Json asked = TRY(parse_json(body, "body", 64u << 10));
  if (!asked.is_object()) return invalid("expected an object", "body");
  return asked;
}

Result<std::string> text_in(const Json& asked, const char* member, size_t longest) {
  std::string text = TRY(text_in(asked, member, longest, ""));
  if (text.empty()) return invalid(fmt::format("expected a text of 1 to {} bytes", longest), member);
  return text;
}

Result<std::string> text_in(const Json& asked, const char* member, size_t longest, const std::string& otherwise) {
  const auto found = asked.find(member);
  if (found == asked.end()) return otherwise;
  if (!found->is_string()) return invalid("expected text", member);
  const auto& text = found->get_ref<const std::string&>();
  if (text.size() > longest) return invalid(fmt::format("expected a text of at most {} bytes", longest), member);
  return text.empty() ? otherwise : text;
}

Result<uint64_t> number_in(const Json& asked, const char* member) {
  const auto found = asked.find(member);
  if (found == asked.end() || !found->is_number_unsigned() || found->get<uint64_t>() == 0) {
    return invalid("expected a whole number from 1 up", member);
  }
  return found->get<uint64_t>();
}

}  // namespace hearth::connect
