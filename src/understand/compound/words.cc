#include "understand/compound/words.h"

#include <algorithm>

#include "text/normalise.h"

namespace hearth::understand {
namespace {

constexpr size_t kLongestCourtesy = 6;  // words behind a sentence

/// How many words from `at` on say `phrase`, the first of them folded in `first`; 0: they do not.
size_t says(const Words& words, size_t at, std::string_view first, std::string_view phrase) {
  if (phrase.empty() || !phrase.starts_with(first)) return 0;
  size_t count = 1, begin = first.size();
  for (; begin < phrase.size(); ++count) {
    if (phrase[begin] != ' ' || at + count >= words.size()) return 0;
    const std::string_view next = phrase.substr(begin + 1, phrase.find(' ', begin + 1) - begin - 1);
    if (text::fold(words[at + count]) != next) return 0;
    begin += 1 + next.size();
  }
  return count;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_stop(char c) { return c == ',' || c == ';' || c == ':'; }

/// A dash or an ellipsis that stands alone parts like a comma.
bool is_pause(std::string_view word) {
  return word == "-" || word == "\u2013" || word == "\u2014" || word == "..." || word == "\u2026";
}

/// "Lights off. Blinds down.", but not "on the 20. of March", "no. 5" or "at 8 p.m.".
bool ends_sentence(std::string_view word, std::string_view next) {
  constexpr size_t kShortest = 3, kShort = 3;  // bytes, the stop among them
  if (word.size() < kShortest || (word.back() != '.' && word.back() != '!' && word.back() != '?')) return false;
  if (word.size() <= kShort && !next.empty() && is_digit(next.front())) return false;
  return !is_digit(word[word.size() - 2]) && word.find('.') >= word.size() - 1;
}

/// Spanish asks and exclaims at both ends.
void drop_opening_mark(std::string& word) {
  for (const std::string_view mark : {"\u00bf", "\u00a1"}) {
    if (word.starts_with(mark)) word.erase(0, mark.size());
  }
}

}  // namespace

size_t longest_phrase(const Words& words, size_t at, const std::vector<std::string>& phrases) {
  size_t best = 0;
  const std::string first = text::fold(words[at]);
  for (const std::string& phrase : phrases) best = std::max(best, says(words, at, first, phrase));
  return best;
}

Words split_words(std::string_view text) {
  Words words;
  std::string word;
  const auto end = [&] {
    drop_opening_mark(word);
    if (word.empty()) return;
    if (!words.empty() && words.back() != "," && ends_sentence(words.back(), word)) {
      words.back().pop_back();
      words.emplace_back(",");
    }
    if (is_pause(word)) word = ",";
    const size_t stops = word.size() - static_cast<size_t>(std::ranges::distance(
                                           word.begin(), std::find_if_not(word.rbegin(), word.rend(), is_stop).base()));
    const bool stopped = stops > 0;
    word.resize(word.size() - stops);
    if (!word.empty()) words.push_back(word);
    if (stopped && !words.empty() && words.back() != ",") words.emplace_back(",");
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      end();
    } else {
      word += c;
    }
  }
  end();
  if (!words.empty() && ends_sentence(words.back(), {})) words.back().pop_back();
  return words;
}

std::string join_words(const Words& words, size_t first, size_t last) {
  std::string text;
  for (size_t i = first; i < last && i < words.size(); ++i) {
    if (words[i] != "," && !text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

std::vector<Joint> joints(const Words& words, const std::vector<std::string>& between) {
  std::vector<Joint> found;
  for (size_t i = 0; i < words.size();) {
    const size_t length = longest_phrase(words, i, between);
    if (length == 0) {
      ++i;
      continue;
    }
    if (!found.empty() && found.back().last == i) {
      found.back().last = i + length;
    } else {
      found.push_back({i, i + length});
    }
    i += length;
  }
  std::erase_if(found, [&](const Joint& joint) { return joint.first == 0 || joint.last == words.size(); });
  return found;
}

std::vector<Joint> joints(const Words& words, const TalkWords& talk) {
  const std::vector<Joint> between = joints(words, talk.between);
  std::vector<Joint> found;
  auto next = between.begin();
  bool aside = longest_phrase(words, 0, talk.asides) > 0;
  for (size_t i = 1; i < words.size(); ++i) {
    while (next != between.end() && next->last < i) ++next;
    if (next != between.end() && next->first == i) {
      found.push_back(*next);
      aside = longest_phrase(words, next->last, talk.asides) > 0;
    } else if (!aside && (next == between.end() || i < next->first) && longest_phrase(words, i, talk.asides) > 0) {
      found.push_back({i, i});
      aside = true;
    }
  }
  return found;
}

Words without_fillers(const Words& words, const TalkWords& talk) {
  Words left;
  for (size_t i = 0; i < words.size();) {
    const size_t length = std::max(longest_phrase(words, i, talk.opener), longest_phrase(words, i, talk.fillers));
    if (length == 0) left.push_back(words[i++]);
    i += length;
  }
  const Words plain = split_words(without_courtesy(join_words(left, 0, left.size()), talk));
  const auto comma = [](const std::string& word) { return word == ","; };
  const auto first = std::ranges::find_if_not(plain, comma);
  const auto last = std::find_if_not(plain.rbegin(), plain.rend(), comma).base();
  return first < last ? Words(first, last) : Words();
}

std::string without_courtesy(std::string_view text, const TalkWords& talk) {
  Words words = split_words(text);
  for (bool again = true; again && words.size() > 1;) {
    again = false;
    const size_t leading = longest_phrase(words, 0, talk.before);
    if (leading > 0 && leading < words.size()) {
      const size_t comma = words[leading] == "," ? 1 : 0;
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(leading + comma));
      again = true;
    }
    for (size_t length = std::min(kLongestCourtesy, words.size() - 1); length > 0 && !again; --length) {
      if (longest_phrase(words, words.size() - length, talk.after) != length) continue;
      words.resize(words.size() - length);
      while (!words.empty() && words.back() == ",") words.pop_back();
      again = true;
    }
  }
  return join_words(words, 0, words.size());
}

bool only_articles_outside(std::string_view text, size_t begin, size_t end, const std::vector<std::string>& articles) {
  const auto plain = [&](std::string_view part) {
    return std::ranges::all_of(split_words(part), [&](const std::string& word) {
      return word == "," || std::ranges::any_of(articles, [&](const std::string& article) {
               return text::fold(article) == text::fold(word);
             });
    });
  };
  // Articles stand before a name: in German "Ventilator ein" the last word switches.
  return plain(text.substr(0, begin)) && split_words(text.substr(std::min(end, text.size()))).empty();
}

}  // namespace hearth::understand
