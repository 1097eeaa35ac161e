#include "text/jinja.h"

#include <fmt/format.h>
#include <jinja/parser.h>
#include <jinja/runtime.h>

#include <algorithm>
#include <exception>
#include <set>
#include <utility>

#include "text/jinja_nodes.h"
#include "text/jinja_tokens.h"
#include "text/jinja_values.h"
#include "text/utf.h"

namespace hearth::text {

struct Template::Compiled {
  std::string name, source;
  PreparedSource prepared;
  jinja::program program;
  size_t names = 0;

  /// "name:line:column", columns in code points.
  std::string place(size_t at) const {
    const size_t origin = prepared.origin[std::min(at, prepared.origin.size() - 1)];
    const std::string_view before = std::string_view(source).substr(0, origin);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return fmt::format("{}:{}:{}", name, line, to_utf32(before.substr(start)).size() + 1);
  }
  Error error(const TemplateFailure& failure) const { return {failure.kind, failure.message, place(failure.at)}; }
};

namespace {

/// What the engine says, without the excerpt of the source that it adds.
std::string first_line(std::string_view what) {
  static constexpr std::string_view kError = "Error: ";
  if (what.starts_with("\n")) {
    const size_t error = what.rfind(kError);
    if (error != std::string_view::npos) what.remove_prefix(error + kError.size());
  }
  for (const std::string_view noise :
       {std::string_view("parser: "), std::string_view("Parser Error: "), std::string_view("lexer: ")}) {
    if (what.starts_with(noise)) what.remove_prefix(noise.size());
  }
  return std::string(what.substr(0, what.find('\n')));
}

std::optional<std::string> parse_failure(const jinja::lexer_result& tokens) {
  try {
    (void)jinja::parse_from_tokens(tokens);
    return std::nullopt;
  } catch (const std::exception& failure) { return first_line(failure.what()); }
}

/// The parser says what, but often not where. The tokens up to the offending one fail in the same way, fewer do not.
TemplateFailure located(const jinja::lexer_result& tokens, const std::string& message) {
  size_t low = 0, high = tokens.tokens.size();
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const jinja::lexer_result begin{{tokens.tokens.begin(), tokens.tokens.begin() + static_cast<ptrdiff_t>(middle)},
                                    tokens.source};
    if (parse_failure(begin) == message) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const size_t at = low == 0 || tokens.tokens.empty() ? 0 : tokens.tokens[low - 1].pos;
  const bool at_end =
      message.find("EOF") != std::string::npos || message.ends_with("(Got )") || message == "Unexpected token type";
  return {Error::InvalidInput, at_end ? "a block is not closed: the template ends within it" : message,
          at_end ? tokens.source.size() : at};
}

/// The lexer names no position but shows one, by a caret under the source: count its column instead.
size_t caret_position(const std::string& source, std::string_view what) {
  const size_t caret = what.rfind('^');
  const size_t line = what.rfind('\n', caret);
  if (caret == std::string_view::npos || line == std::string_view::npos) return 0;
  const size_t start = what.find("...");
  const size_t column = caret - line - 1;
  if (start == std::string_view::npos || column < 3) return 0;
  // At most 40 bytes before the place are shown, so the caret stands at 40 unless the place is nearer the start.
  if (column - 3 < 40) return column - 3;
  const size_t end = what.rfind("...", line);
  if (end == std::string_view::npos || end < start + 3) return 0;
  return source.find(what.substr(start + 3, end - start - 3)) + 40;
}

}  // namespace

Result<Template> Template::compile(std::string source, std::string name, const std::vector<std::string>& functions) {
  auto compiled = std::make_shared<Compiled>();
  compiled->name = std::move(name);
  compiled->source = valid_utf8(source);
  if (compiled->source.size() > kLongestSource) {
    return invalid(fmt::format("a template of {} bytes; at most {} are read", source.size(), kLongestSource),
                   compiled->name);
  }
  compiled->prepared = prepare_source(compiled->source);
  try {
    const jinja::lexer_result tokens = template_tokens(compiled->prepared);
    if (const auto message = parse_failure(tokens)) return compiled->error(located(tokens, *message));
    compiled->program = jinja::parse_from_tokens(tokens);
    compiled->names = adopt(compiled->program, {functions.begin(), functions.end()});
  } catch (const TemplateFailure& failure) { return compiled->error(failure); } catch (const std::exception& failure) {
    return compiled->error({Error::InvalidInput, valid_utf8(first_line(failure.what())),
                            caret_position(compiled->prepared.text, failure.what())});
  }
  return Template(std::move(compiled));
}

Result<std::string> Template::render(const Json& context, const Budget& budget,
                                     const TemplateFunctions& functions) const {
  if (!context.is_object()) return invalid("the context of a template must be an object", compiled_->name);
  Rendering rendering{.left = budget, .functions = &functions, .variables = compiled_->names + context.size() + 8};
  const Rendering::Scope scope(rendering);
  try {
    jinja::context variables;
    for (const auto& [key, value] : context.items()) variables.set_val(key, from_json(value));
    std::string out;
    for (const auto& part : compiled_->program.body) out += printed(part->execute(variables));
    return out;
  } catch (const TemplateFailure& failure) {
    return compiled_->error(failure);
  } catch (const jinja::break_statement::signal&) {
    return invalid("`break` outside of a loop", compiled_->name);
  } catch (const jinja::continue_statement::signal&) {
    return invalid("`continue` outside of a loop", compiled_->name);
  } catch (const std::exception& failure) { return invalid(first_line(failure.what()), compiled_->name); }
}

Result<std::string> Template::render_payload(std::string_view payload, const Json& more, const Budget& budget,
                                             const TemplateFunctions& functions) const {
  Json context = more.is_object() ? more : Json::object();
  context["value"] = valid_utf8(payload);
  Result<Json> json = parse_json(payload, {}, 1 << 20, 40);
  if (json.ok()) context["value_json"] = std::move(json).value();
  std::string out = TRY(render(context, budget, functions));
  static constexpr const char* kSpace = " \t\r\n\v\f";
  out.erase(out.find_last_not_of(kSpace) + 1);
  out.erase(0, std::min(out.find_first_not_of(kSpace), out.size()));
  return out;
}

const std::string& Template::name() const { return compiled_->name; }
const std::string& Template::source() const { return compiled_->source; }

TemplateFunctions state_functions(StateLookup lookup) {
  const auto argument = [](const std::vector<Json>& arguments, size_t index) {
    return index < arguments.size() && arguments[index].is_string() ? arguments[index].get<std::string>() : "";
  };
  TemplateFunctions out;
  out["states"] = [=](const std::vector<Json>& arguments) -> Result<Json> {
    const Json state = lookup(argument(arguments, 0), "");
    return state.is_null() ? Json("unknown") : state;
  };
  out["state_attr"] = [=](const std::vector<Json>& arguments) -> Result<Json> {
    const std::string attribute = argument(arguments, 1);
    if (attribute.empty()) return invalid("state_attr needs an entity and an attribute");
    return lookup(argument(arguments, 0), attribute);
  };
  out["is_state"] = [=](const std::vector<Json>& arguments) -> Result<Json> {
    if (arguments.size() != 2) return invalid("is_state needs an entity and a state");
    const Json state = lookup(argument(arguments, 0), "");
    const bool one_of = arguments[1].is_array();
    return Json(one_of ? std::find(arguments[1].begin(), arguments[1].end(), state) != arguments[1].end()
                       : state == arguments[1]);
  };
  out["is_state_attr"] = [=](const std::vector<Json>& arguments) -> Result<Json> {
    if (arguments.size() != 3) return invalid("is_state_attr needs an entity, an attribute and a value");
    return Json(lookup(argument(arguments, 0), argument(arguments, 1)) == arguments[2]);
  };
  out["has_value"] = [=](const std::vector<Json>& arguments) -> Result<Json> {
    const Json state = lookup(argument(arguments, 0), "");
    return Json(!state.is_null() && state != "unknown" && state != "unavailable");
  };
  return out;
}

}  // namespace hearth::text
