// The syntax tree, with the nodes exchanged whose evaluation must be Jinja2's and must be counted. Private to lib/text.
#pragma once

#include <jinja/runtime.h>

#include <set>
#include <string>

namespace hearth::text {

/// Exchanges nodes in place: names, literals, operators, members, calls, filters, tests, loops, macros, assignments to
/// members, and whatever prints. Throws TemplateFailure for a filter, test or function that nobody defines.
/// `supplied`: names of functions that the caller of the rendering brings. Returns how many names
/// the template mentions.
size_t adopt(jinja::program& program, const std::set<std::string, std::less<>>& supplied);

}  // namespace hearth::text
