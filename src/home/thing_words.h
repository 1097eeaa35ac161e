// What the name of a thing says that it is, in the languages of words/*.words, which are part of the program: who may
// open a door does not hang on a file that could be missing. All functions take a name as text::normalise leaves it
// (folded, in normal form C), heed all languages, and are safe to call from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::home {

/// The name holds a word for `what`: a class of Home Assistant's ("garage", "window", …) or "outdoors". A class that no
/// language has words for is its own word.
bool says(std::string_view name, std::string_view what);

/// The name speaks of a blind, a curtain, a shade, an awning or a shutter.
bool says_covering(std::string_view name);

/// The name of a contact sensor without the words that say so: "front door contact" is at the "front door". Empty where
/// nothing is left but what kind of opening it is.
std::string place_of_contact(std::string_view name);

/// What a cover is that does not tell its class.
struct CoverByName {
  std::string_view device_class;  ///< "garage", "gate" or "door" where it is one; else empty
  bool harmless = false;          ///< the name says that nobody comes in by it
};
/// A blind at a door is a blind, where both words are of one language. A name that says nothing is not harmless.
CoverByName cover_by_name(std::string_view name);

/// Every word of every language with its class, stars left out; for tests.
struct ThingWord {
  std::string_view language, what, word;
};
std::vector<ThingWord> thing_words();

}  // namespace hearth::home
