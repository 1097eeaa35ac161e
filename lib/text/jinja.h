// Jinja templates, as MQTT discovery (`value_template`, `command_template`) and Home Assistant's spoken replies write
// them. Lexing, parsing and the values are those of llama.cpp's engine (fetched, MIT); what its evaluation does
// differently from Jinja2 is done here instead, on its syntax tree (`jinja_nodes.h`), and so are the limits.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace hearth::text {

/// What one rendering may cost. All of it is counted while rendering:
/// - `steps`: every node of a loop body or macro, every call, filter and operator; every item that a loop, a filter,
///   `range` or a list operation visits or makes; every 64 bytes of text made. So steps bound time and memory alike.
/// - `output_bytes`: the result.
/// - `value_bytes`: any one text in between (checked before it is made where an operator or a filter multiplies it).
/// - `calls`: macros within macros.
/// Regular expressions have a limit of their own inside ICU (about 10 ms of matching, 64 KiB of stack).
/// Not counted: the functions that the caller supplies.
struct Budget {
  size_t steps = 50'000;
  size_t output_bytes = 64 << 10;
  size_t value_bytes = 64 << 10;
  size_t calls = 16;
};

/// A function of the caller's that a template may call: positional arguments in, a JSON value out. Null means unknown.
using TemplateFunction = std::function<Result<Json>(const std::vector<Json>& arguments)>;
using TemplateFunctions = std::map<std::string, TemplateFunction, std::less<>>;

/// The state of an entity ("light.desk"), or one attribute of it if `attribute` is not empty. Null = unknown.
using StateLookup = std::function<Json(std::string_view entity, std::string_view attribute)>;
/// `states`, `state_attr`, `is_state`, `is_state_attr` and `has_value` over `lookup`.
TemplateFunctions state_functions(StateLookup lookup);

/// A compiled template. Immutable: may be copied, shared and rendered by several threads at once.
class Template {
 public:
  /// Longest source that is read.
  static constexpr size_t kLongestSource = 64 << 10;

  /// `name` says where the template comes from (a topic and a key, a reply); errors carry it as
  /// "name:line:column". Syntax as Jinja2 3.1 without inheritance, imports, `raw`, `call` and `filter`
  /// blocks and the tests written without brackets (`is divisibleby 3`). `functions`: names beside the built-in ones
  /// that will be supplied to `render`; by default those of `state_functions`. Errors: InvalidInput for a syntax error,
  /// an unknown statement, filter, test or function, and for a source too long or nested too deep (64 brackets, 200
  /// chained operators, 128 blocks).
  static Result<Template> compile(std::string source, std::string name,
                                  const std::vector<std::string>& functions = {"states", "state_attr", "is_state",
                                                                               "is_state_attr", "has_value"});

  /// `context` must be an object: its keys are the variables. White space of the result is kept.
  /// Errors, with place "name:line:column": NotFound for a value that is not defined but needed (an attribute of
  /// nothing, arithmetic with nothing, `| is_defined`), InvalidInput for an operation its values do not allow,
  /// Timeout when the budget is used up.
  Result<std::string> render(const Json& context, const Budget& budget = {},
                             const TemplateFunctions& functions = {}) const;

  /// Renders for one MQTT payload: `value` is its text, `value_json` the parsed JSON (not defined if it is none), and
  /// the keys of `more` beside them. White space at both ends of the result is dropped, as Home Assistant does.
  Result<std::string> render_payload(std::string_view payload, const Json& more = Json::object(),
                                     const Budget& budget = {}, const TemplateFunctions& functions = {}) const;

  const std::string& name() const;
  const std::string& source() const;

 private:
  struct Compiled;
  explicit Template(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace hearth::text
