#include "understand/compound/words.h"

#include <algorithm>

#include "text/normalise.h"

namespace hearth::understand {
namespace {

/// How many words from `at` on say `phrase`; 0: they do not.
size_t says(const Words& words, size_t at, const Words& phrase) {
  if (phrase.empty() || at + phrase.size() > words.size()) return 0;
  for (size_t i = 0; i < phrase.size(); ++i) {
    if (text::fold(words[at + i]) != text::fold(phrase[i])) return 0;
  }
  return phrase.size();
}

bool is_stop(char c) { return c == ',' || c == ';'; }

/// "Lights off. Blinds down.", but not "on the 20. of March", "no. 5" or "at 8 p.m.".
bool ends_sentence(std::string_view word) {
  constexpr size_t kShortest = 4;  // bytes, the stop among them
  if (word.size() < kShortest || (word.back() != '.' && word.back() != '!' && word.back() != '?')) return false;
  const char before = word[word.size() - 2];
  return (before < '0' || before > '9') && word.find('.') >= word.size() - 1;
}

}  // namespace

size_t longest_phrase(const Words& words, size_t at, const std::vector<std::string>& phrases) {
  size_t best = 0;
  for (const std::string& phrase : phrases) {
    best = std::max(best, says(words, at, phrase == "," ? Words{phrase} : split_words(phrase)));
  }
  return best;
}

Words split_words(std::string_view text) {
  Words words;
  std::string word;
  bool ended = false;
  const auto end = [&] {
    if (word.empty()) return;
    if (ended && words.back() != ",") {
      words.back().pop_back();
      words.emplace_back(",");
    }
    ended = ends_sentence(word);
    const size_t stops = word.size() - static_cast<size_t>(std::ranges::distance(
                                           word.begin(), std::find_if_not(word.rbegin(), word.rend(), is_stop).base()));
    const bool stopped = stops > 0;
    word.resize(word.size() - stops);
    if (!word.empty()) words.push_back(word);
    if (stopped && !words.empty()) words.emplace_back(",");
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
  if (ended && words.back() != ",") words.back().pop_back();
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
    for (const std::string& phrase : talk.after) {
      const Words courtesy = split_words(phrase);
      if (courtesy.size() >= words.size() || says(words, words.size() - courtesy.size(), courtesy) == 0) continue;
      words.resize(words.size() - courtesy.size());
      while (!words.empty() && words.back() == ",") words.pop_back();
      again = true;
      break;
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
