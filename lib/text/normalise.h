// One form for what was said, typed and named, so that the rest of the program compares bytes. All functions take
// UTF-8, replace what is malformed, work in every script, and are safe to call from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::text {

/// Unicode normal form C.
std::string nfc(std::string_view text);
/// Full case folding of Unicode (ß → ss), in normal form C. For comparing, never for showing.
std::string fold(std::string_view text);
std::string lower(std::string_view text);
std::string upper(std::string_view text);
/// First letter large, the rest small ("kitchen LIGHT" → "Kitchen light").
std::string capitalise(std::string_view text);
/// Every word with a large first letter. `language` (BCP 47) decides cases such as Dutch "IJ"; empty is the root.
std::string title_case(std::string_view text, std::string_view language = {});

/// Runs of white space become one space; none is left at either end.
std::string squeeze(std::string_view text);

/// For text that we or the household wrote (names, template literals): normal form C, ’ to ', white space squeezed,
/// folded. Punctuation stays.
std::string normalise(std::string_view text);

/// For what was said or typed: as `normalise`, with the punctuation dropped that speech recognition adds around words
/// and at the end. What stands inside a word stays: "10:30", "1.5", "a.c.", "it's". The rules are those of hassil 3.12
/// (`hassil/util.py`), so that sentence templates written for it meet the same text.
std::string normalise_utterance(std::string_view text);

/// Only the punctuation rules of `normalise_utterance`, case kept.
std::string strip_punctuation(std::string_view text);

/// The words between white space.
std::vector<std::string> words(std::string_view text);

/// ASCII letters, digits and single underscores ("Küche (oben)" → "kuche_oben"), other scripts transliterated.
/// Empty if nothing is left.
std::string slug(std::string_view text);

}  // namespace hearth::text
