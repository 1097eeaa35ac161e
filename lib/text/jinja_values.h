// The engine's values with Python's manners: how they print, compare, order and iterate, and what making them costs.
// Private to lib/text.
#pragma once

#include <jinja/value.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "text/jinja.h"

namespace hearth::text {

/// Thrown while compiling and rendering, caught in `Template`. Not a std::exception, so that the engine, which wraps
/// those in prose, lets it pass.
struct TemplateFailure {
  Error::Kind kind = Error::InvalidInput;
  std::string message;
  size_t at = std::string::npos;  ///< byte in the prepared source; npos until a node adds its own
};
[[noreturn]] void fail(std::string message, Error::Kind kind = Error::InvalidInput);

/// One rendering. The engine's tree has no room for it, so nodes find it through the thread.
struct Rendering {
  Budget left;
  const TemplateFunctions* functions = nullptr;
  size_t variables = 0;  ///< at most so many names are known at once
  size_t depth = 0;      ///< of nodes within nodes

  /// The one of this thread; a node runs only while one is set.
  static Rendering& current();
  /// Sets the thread's rendering for the life of this object.
  class Scope {
   public:
    explicit Scope(Rendering& rendering);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Rendering* before_;
  };
};
/// Takes steps from the budget. Fails with Timeout when there are not as many left.
void spend(size_t steps);
/// Takes the steps for a text of that many bytes, and fails if it is longer than one value may be.
void spend_text(size_t bytes);

using TemplateValue = jinja::value;
using TemplateValues = std::vector<TemplateValue>;

TemplateValue make_none();
TemplateValue make_undefined(const std::string& what);
TemplateValue make_bool(bool value);
TemplateValue make_int(int64_t value);
TemplateValue make_float(double value);
TemplateValue make_text(std::string text);  ///< spends
TemplateValue make_list(TemplateValues items);
TemplateValue make_tuple(TemplateValues items);

bool is_text(const TemplateValue& value);
bool is_list(const TemplateValue& value);  ///< list or tuple
bool is_mapping(const TemplateValue& value);
bool is_int(const TemplateValue& value);
bool is_float(const TemplateValue& value);
bool is_bool(const TemplateValue& value);
/// Number of an int, float or bool.
std::optional<double> as_number(const TemplateValue& value);
/// Integer of an int or bool; fails otherwise, naming `what`.
int64_t as_integer(const TemplateValue& value, std::string_view what);
/// Fails for anything but text, naming `what`.
std::string as_text(const TemplateValue& value, std::string_view what);

bool is_true(const TemplateValue& value);
/// "int", "str", "list", … for messages.
std::string_view kind_of(const TemplateValue& value);

/// As Python's str() and repr(). Nothing is printed for what is not defined.
std::string printed(const TemplateValue& value);
std::string quoted(const TemplateValue& value);
/// As Python prints a float: the shortest digits that read back as the same number.
std::string printed(double value);

bool equal(const TemplateValue& a, const TemplateValue& b);
/// Below, equal or above zero. Fails for values that have no order.
int order(const TemplateValue& a, const TemplateValue& b);
/// Whether `needle` is an item, a key or a part of `haystack`.
bool contains(const TemplateValue& haystack, const TemplateValue& needle);

/// What a loop visits: items, keys, characters; nothing for what is not defined. Spends a step each.
TemplateValues items_of(const TemplateValue& value);
/// `value[key]` or `value.key`, without methods; not defined if there is none. Fails on what is not defined itself.
TemplateValue member_of(const TemplateValue& value, const TemplateValue& key);
/// Fails if `container` could be reached from `value`, or a function could: neither may be stored in the other.
void check_storable(const TemplateValue& value, const TemplateValue& container);

TemplateValue from_json(const Json& json);
Json to_json(const TemplateValue& value);

struct JsonStyle {
  std::string_view between = ", ", after_key = ": ";
  bool sort_keys = false, ascii = false, html_safe = false;
  int indent = -1;
};
std::string written_json(const TemplateValue& value, const JsonStyle& style);

}  // namespace hearth::text
