// Reads hassil's template language: https://github.com/OHF-Voice/hassil/blob/main/docs/template_syntax.md
//
//   word            that word, whatever its case          (a|b)   one of them       [a]      a or nothing
//   (a; b)          both, in any order                    <rule>  the rule's body   \(       that very sign
//   {list}          a value of the list, in slot "list"   {list:slot}  in slot "slot"
//   {list:@name}    a value of the list, for the reply only; {@list} is {list:@list}
//   {0..100:slot}   a whole number; {0..100,5:slot} in steps of five
#pragma once

#include <string_view>

#include "base/result.h"
#include "understand/grammar/template.h"

namespace hearth::understand {

/// `place` names the file and sentence in an error, to which the column is added.
/// Errors: InvalidInput, saying what stood there and what was expected; also for groups nested deeper than 64.
Result<Expression> parse_template(std::string_view text, std::string_view place = {});

/// Whether the text uses any of the signs above, and so must be read as a template.
bool is_template(std::string_view text);

}  // namespace hearth::understand
