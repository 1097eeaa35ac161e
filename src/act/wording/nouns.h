// What a language's grammar knows of the names that people give to things: gender, number, and which preposition a room
// takes. The words themselves stand in `phrases/<language>/nouns.toml`.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::act {

/// Of one name. `gender`: "m", "f", "n", or empty where nobody knows.
struct Noun {
  std::string gender;
  bool plural = false;
  bool on = false;  ///< a place that one is on rather than in: a terrace
  bool operator==(const Noun&) const = default;
};

/// Plain data, filled while the files are read. All words are folded.
class Nouns {
 public:
  /// `word` decides the gender of names that hold it; "-lampe" also of names that end so ("Deckenlampe").
  /// `kind`: "m", "f", "n", with "p" behind it for a plural ("p" alone: gender unknown). False for any other kind.
  bool add(std::string_view word, std::string_view kind);
  /// What follows this word in a name says where or whose it is: "Lampe *am* Schreibtisch".
  void add_stop(std::string_view word);
  /// As `word` of `add`, for places that one is on.
  void add_surface(std::string_view word);
  /// What may stand before the noun and says nothing of its gender: "*petite* lampe".
  void add_before(std::string_view word);
  /// Which word of a name decides: the last that is known ("Wohnzimmer Lampe"), or the first ("lampe salon").
  void decide_by_last(bool last) { by_last_ = last; }

  /// Empty for a name of which no word is known.
  Noun of(std::string_view name) const;

 private:
  using Kinds = std::map<std::string, std::string, std::less<>>;
  /// What the table says of the word, or of the longest ending that it has with a hyphen; null when it says nothing.
  static const std::string* find(const Kinds& kinds, std::string_view word);
  std::vector<std::string> head_of(std::string_view name) const;

  Kinds kinds_, surfaces_;
  std::set<std::string, std::less<>> stops_, before_;
  bool by_last_ = false;
};

}  // namespace hearth::act
