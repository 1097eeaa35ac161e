// From a template's source to the tokens that the engine's parser takes. Private to lib/text.
#pragma once

#include <jinja/lexer.h>

#include <string>
#include <vector>

namespace hearth::text {

/// The source as the lexer reads it, with the way back for error places.
struct PreparedSource {
  std::string text;            ///< line ends unified, escapes that the lexer does not know spelled out
  std::vector<size_t> origin;  ///< for every byte of `text` (and one past) the byte of the source it came from
};

/// Line ends, the final line end, and string escapes (`\d`, `\u00b0`).
PreparedSource prepare_source(const std::string& source);

/// Lexes and mends, throwing TemplateFailure:
/// - text between blocks keeps its white space, as Jinja2 does by default (the lexer trims as chat templates want);
/// - a colon at the end of a statement is dropped (`{% else: %}`), as Jinja2 drops it;
/// - `//` becomes one operator, a sign before a name or bracket becomes a multiplication;
/// - `do` becomes an assignment; comments go;
/// - too deep nesting is refused before the parser, which recurses, sees it.
jinja::lexer_result template_tokens(const PreparedSource& source);

}  // namespace hearth::text
