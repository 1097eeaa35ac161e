// The members of what a client posts.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"

namespace hearth::connect {

/// The object that a request's body holds. Errors: InvalidInput for what is no object, or above 64 KiB.
Result<Json> parse_asked(std::string_view body);

/// A text of at most `longest` bytes. Errors: InvalidInput naming the member, also when it is absent or empty.
Result<std::string> text_in(const Json& asked, const char* member, size_t longest);
/// The same, but absent or empty it is `otherwise`.
Result<std::string> text_in(const Json& asked, const char* member, size_t longest, const std::string& otherwise);
/// A whole number from 1 up.
Result<uint64_t> number_in(const Json& asked, const char* member);

inline constexpr size_t kLongestSentence = 2000;
inline constexpr size_t kLongestConversation = 64;
inline constexpr size_t kLongestName = 100;

}  // namespace hearth::connect
