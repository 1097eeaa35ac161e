#include "understand/dialogue/remarks.h"

#include <algorithm>

#include "understand/compound/words.h"

namespace hearth::understand {
namespace {

constexpr size_t kMostWays = 4;
constexpr size_t kLeastWords = 2;  // "it's late": a word alone is no remark

using Tells = std::function<bool(const std::string&)>;

bool harmless(const Words& words, size_t first, size_t last, const TalkWords& talk, const Tells& tells) {
  if (last < first + kLeastWords) return false;
  const std::string remark = join_words(words, first, last);
  return !holds_word(remark, talk.no_remark) && !tells(remark);
}

}  // namespace

std::vector<std::string> without_remarks(std::string_view text, const TalkWords& talk, const Tells& tells) {
  std::vector<std::string> ways;
  if (talk.remarks.empty()) return ways;
  const Words words = split_words(text);
  for (size_t at = words.size(); at-- > 1 && ways.size() < kMostWays;) {
    if (words[at] == "," || longest_phrase(words, at, talk.remarks) == 0) continue;
    if (!harmless(words, at, words.size(), talk, tells)) continue;
    // "Turn off the one that is in the kitchen": that tells which.
    if (longest_phrase(words, at - 1, talk.no_remark_after) == 1) continue;
    size_t end = at;
    while (end > 0 && words[end - 1] == ",") --end;
    if (end > 0) ways.push_back(join_words(words, 0, end));
  }
  if (words.empty() || ways.size() == kMostWays || longest_phrase(words, 0, talk.remarks) == 0) return ways;
  const auto comma = std::ranges::find(words, ",");
  const auto length = static_cast<size_t>(comma - words.begin());
  if (length + 1 < words.size() && harmless(words, 0, length, talk, tells)) {
    ways.push_back(join_words(words, length + 1, words.size()));
  }
  return ways;
}

bool tells_more(const std::string& text, const SentenceReader& sentences, const TalkWords& words,
                const HeardNames& names) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::ranges::any_of(text, digit) || holds_word(text, words.names.kinds) || sentences.says_time(text) ||
         names.any_in(text);
}

}  // namespace hearth::understand
