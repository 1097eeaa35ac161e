// The filters, tests, methods and functions that a template may use. Private to lib/text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/jinja_values.h"

namespace hearth::text {

/// What a filter, test, method or function is called with.
struct Arguments {
  TemplateValues positional;
  std::vector<std::pair<std::string, TemplateValue>> named;

  /// The argument at `index` or of that name; null when it was not given.
  TemplateValue find(size_t index, std::string_view name = {}) const;
  /// The same, failing when it was not given.
  TemplateValue need(size_t index, std::string_view name) const;
  /// Truth of an argument; `otherwise` when it was not given.
  bool flag(size_t index, std::string_view name, bool otherwise) const;
  /// Fails when more than `most` arguments were given.
  void at_most(size_t most) const;
};

/// `input` is what stands before the bar; for a method the object; for a function not used.
using LibraryFunction = TemplateValue (*)(const TemplateValue& input, const Arguments& arguments);
using LibraryTable = std::map<std::string_view, LibraryFunction>;

const LibraryTable& filters();    ///< all of them, by name
const LibraryTable& tests();      ///< yield a bool
const LibraryTable& functions();  ///< the built-in ones: range, namespace, dict, iif, …
/// The methods of a value of this kind (text, list, dict), or null where it has none.
const LibraryTable* methods_of(const TemplateValue& value);

// The parts of the filter table, by what they work on (one file each).
void add_number_filters(LibraryTable& table);
void add_text_filters(LibraryTable& table);
void add_list_filters(LibraryTable& table);

/// Calls a filter or a test by name on each item; used by map, select and reject. Fails on an unknown name.
TemplateValue apply_filter(std::string_view name, const TemplateValue& input, const Arguments& arguments);
bool apply_test(std::string_view name, const TemplateValue& input, const Arguments& arguments);

/// Python's `"%…" % values` and `"{…}".format(…)`.
TemplateValue percent_format(const std::string& format, const TemplateValues& values);
TemplateValue brace_format(const std::string& format, const Arguments& arguments);

/// `text` with every `from` replaced, `most` times at most (negative: all). Spends before it makes.
TemplateValue replaced(const std::string& text, const std::string& from, const std::string& to, int64_t most);
/// `items` printed, with `between` between them.
TemplateValue joined(const TemplateValues& items, const std::string& between);
/// From int, float, bool or text, as Python's float(); nothing where that raises.
std::optional<double> parsed_number(const TemplateValue& value);

/// Regular expressions: `find` in ICU's syntax (close to Python's), bounded in time and stack.
TemplateValue regex_replaced(const std::string& text, const std::string& find, const std::string& to, bool any_case);
enum class RegexWhere { Start, Anywhere };
bool regex_found(const std::string& text, const std::string& find, bool any_case, RegexWhere where);
TemplateValue regex_all(const std::string& text, const std::string& find, bool any_case);

}  // namespace hearth::text
