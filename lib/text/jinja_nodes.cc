#include "text/jinja_nodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "text/jinja_library.h"
#include "text/jinja_operators.h"
#include "text/jinja_values.h"

namespace hearth::text {
namespace {

using jinja::context;
using jinja::statement_ptr;
using jinja::statements;
using Value = TemplateValue;

/// One level of nodes within nodes; the stack must hold them all.
class NodeDepth {
 public:
  NodeDepth() {
    // Counted only once it is let in: a constructor that throws has no destructor run.
    if (Rendering::current().depth >= kDeepestNodes) fail("the template nests too deep", Error::Timeout);
    ++Rendering::current().depth;
  }
  ~NodeDepth() { --Rendering::current().depth; }
  NodeDepth(const NodeDepth&) = delete;
  NodeDepth& operator=(const NodeDepth&) = delete;

 private:
  static constexpr size_t kDeepestNodes = 500;
};

/// Runs `body`, adding the place of the node to a failure that has none yet.
template <class Body>
Value placed(size_t at, Body body) {
  try {
    spend(1);
    const NodeDepth depth;
    return body();
  } catch (TemplateFailure& failure) {
    if (failure.at == std::string::npos) failure.at = at;
    throw;
  }
}

Arguments evaluate(const statements& given, context& scope) {
  Arguments out;
  for (const statement_ptr& argument : given) {
    if (const auto* named = dynamic_cast<const jinja::keyword_argument_expression*>(argument.get())) {
      const auto* name = dynamic_cast<const jinja::identifier*>(named->key.get());
      if (name == nullptr) fail("the name of an argument must be a plain name");
      out.named.emplace_back(name->val, named->val->execute(scope));
    } else {
      out.positional.push_back(argument->execute(scope));
    }
  }
  return out;
}

/// A call bound to what it was written on: a macro carries its definition.
struct MacroValue final : jinja::value_func_t {
  explicit MacroValue(const struct Macro& definition);
  const Macro& macro;
};

struct Name final : jinja::identifier {
  explicit Name(const std::string& name) : identifier(name) {}
  Value execute_impl(context& scope) override { return scope.get_val(val); }
};

struct FloatLiteral final : jinja::expression {
  explicit FloatLiteral(double literal) : number(literal) {}
  Value execute_impl(context&) override { return make_float(number); }
  double number;
};

/// Prints an expression, and counts what was printed.
struct Output final : jinja::expression {
  explicit Output(statement_ptr printed_expression) : inner(std::move(printed_expression)) { pos = inner->pos; }
  Value execute_impl(context& scope) override {
    return placed(pos, [&] {
      std::string text = printed(inner->execute(scope));
      size_t& left = Rendering::current().left.output_bytes;
      if (text.size() > left) fail("the result is longer than the budget of the template allows", Error::Timeout);
      left -= text.size();
      return make_text(std::move(text));
    });
  }
  statement_ptr inner;
};

struct Binary final : jinja::binary_expression {
  using binary_expression::binary_expression;
  Value execute_impl(context& scope) override {
    return placed(pos, [&] {
      Value a = left->execute(scope);
      if (op.value.front() == '&') return chained(a, scope);
      if (op.value == "and") return is_true(a) ? right->execute(scope) : a;
      if (op.value == "or") return is_true(a) ? a : right->execute(scope);
      return operate(op.value, a, right->execute(scope));
    });
  }

 private:
  /// `a < b < c`: what is left holds, and its right side compares with ours.
  Value chained(const Value& before, context& scope) const {
    const auto* inner = dynamic_cast<const Binary*>(left.get());
    if (inner == nullptr) fail("a comparison has nothing to compare with");
    if (!is_true(before)) return before;
    return operate(std::string_view(op.value).substr(1), inner->right->execute(scope), right->execute(scope));
  }
};

struct Not final : jinja::unary_expression {
  using unary_expression::unary_expression;
  Value execute_impl(context& scope) override {
    return placed(pos, [&] { return make_bool(!is_true(argument->execute(scope))); });
  }
};

struct Member final : jinja::member_expression {
  using member_expression::member_expression;

  Value execute_impl(context& scope) override {
    return placed(pos, [&] {
      const Value on = object->execute(scope);
      if (const auto* range = dynamic_cast<const jinja::slice_expression*>(property.get())) {
        const auto part = [&](const statement_ptr& end) { return end ? end->execute(scope) : make_none(); };
        return slice(on, part(range->start_expr), part(range->stop_expr), part(range->step_expr));
      }
      return member_of(on, key(scope));
    });
  }
  Value key(context& scope) const {
    const auto* name = dynamic_cast<const jinja::identifier*>(property.get());
    return !computed && name != nullptr ? make_text(name->val) : property->execute(scope);
  }
};

struct Filter final : jinja::filter_expression {
  Filter(statement_ptr&& input, statement_ptr&& applied, std::string_view name)
      : filter_expression(std::move(input), std::move(applied)), function(filters().at(name)) {
    if (auto* call = dynamic_cast<jinja::call_expression*>(filter.get())) arguments = &call->args;
  }
  Value execute_impl(context& scope) override {
    return placed(pos, [&] {
      const Value input = operand->execute(scope);
      return function(input, arguments ? evaluate(*arguments, scope) : Arguments{});
    });
  }
  LibraryFunction function;
  const statements* arguments = nullptr;
};

struct Test final : jinja::test_expression {
  Test(statement_ptr&& input, bool negated, statement_ptr&& applied, std::string_view name)
      : test_expression(std::move(input), negated, std::move(applied)), function(tests().at(name)) {
    if (auto* call = dynamic_cast<jinja::call_expression*>(test.get())) arguments = &call->args;
  }
  Value execute_impl(context& scope) override {
    return placed(pos, [&] {
      const Value input = operand->execute(scope);
      const Value holds = function(input, arguments ? evaluate(*arguments, scope) : Arguments{});
      return make_bool(is_true(holds) != negate);
    });
  }
  LibraryFunction function;
  const statements* arguments = nullptr;
};

/// A new scope copies every variable.
void spend_scope() { spend(1 + Rendering::current().variables / 8); }

/// Prints all of `body` into one text.
Value run_body(const statements& body, context& scope) {
  std::string out;
  for (const statement_ptr& part : body) out += printed(part->execute(scope));
  return make_text(std::move(out));
}

struct For final : jinja::for_statement {
  using for_statement::for_statement;

  Value execute_impl(context& scope) override {
    return placed(pos, [&] {
      auto* chosen = dynamic_cast<jinja::select_expression*>(iterable.get());
      const TemplateValues all = items_of((chosen != nullptr ? chosen->lhs : iterable)->execute(scope));
      TemplateValues items;
      for (const Value& item : all) {
        if (chosen != nullptr) {
          spend_scope();
          context trial(scope);
          bind(item, trial);
          if (!is_true(chosen->test->execute(trial))) continue;
        }
        items.push_back(item);
      }
      if (items.empty()) return run_body(default_block, scope);
      return run_loop(items, scope);
    });
  }

 private:
  Value run_loop(const TemplateValues& items, context& scope) {
    std::string out;
    for (size_t i = 0; i < items.size(); ++i) {
      spend_scope();
      context inner(scope);
      inner.set_val("loop", loop_variable(items, i));
      bind(items[i], inner);
      try {
        for (const statement_ptr& part : body) out += printed(part->execute(inner));
      } catch (const jinja::continue_statement::signal&) {
      } catch (const jinja::break_statement::signal&) { break; }
    }
    return make_text(std::move(out));
  }

  static Value loop_variable(const TemplateValues& items, size_t i) {
    auto loop = jinja::mk_val<jinja::value_object>();
    const auto index = static_cast<int64_t>(i), length = static_cast<int64_t>(items.size());
    loop->insert("index", make_int(index + 1));
    loop->insert("index0", make_int(index));
    loop->insert("revindex", make_int(length - index));
    loop->insert("revindex0", make_int(length - index - 1));
    loop->insert("first", make_bool(i == 0));
    loop->insert("last", make_bool(i + 1 == items.size()));
    loop->insert("length", make_int(length));
    loop->insert("previtem", i > 0 ? items[i - 1] : make_undefined("loop.previtem"));
    loop->insert("nextitem", i + 1 < items.size() ? items[i + 1] : make_undefined("loop.nextitem"));
    return loop;
  }

  void bind(const Value& item, context& scope) const {
    if (const auto* name = dynamic_cast<const jinja::identifier*>(loopvar.get())) {
      scope.set_val(name->val, item);
      return;
    }
    const auto* names = dynamic_cast<const jinja::tuple_literal*>(loopvar.get());
    if (names == nullptr) fail("a loop needs a name, or names with commas between");
    const TemplateValues parts = items_of(item);
    if (parts.size() != names->val.size()) {
      fail(fmt::format("{} names for {} values", names->val.size(), parts.size()));
    }
    for (size_t i = 0; i < parts.size(); ++i) {
      const auto* name = dynamic_cast<const jinja::identifier*>(names->val[i].get());
      if (name == nullptr) fail("a loop needs names with commas between");
      scope.set_val(name->val, parts[i]);
    }
  }
};

/// Holds one level of macro calls.
class CallDepth {
 public:
  CallDepth() {
    size_t& left = Rendering::current().left.calls;
    if (left == 0) fail("macros call each other too deep", Error::Timeout);
    --left;
  }
  ~CallDepth() { ++Rendering::current().left.calls; }
  CallDepth(const CallDepth&) = delete;
  CallDepth& operator=(const CallDepth&) = delete;
};

struct Macro final : jinja::macro_statement {
  using macro_statement::macro_statement;

  Value execute_impl(context& scope) override {
    return placed(pos, [&]() -> Value {
      scope.set_val(title(), std::make_shared<MacroValue>(*this));
      return make_undefined("");
    });
  }
  std::string title() const {
    const auto* plain = dynamic_cast<const jinja::identifier*>(name.get());
    if (plain == nullptr) fail("a macro needs a name");
    return plain->val;
  }
  Value run(const Arguments& given, context& caller) const {
    const CallDepth depth;
    spend_scope();
    context scope(caller);
    if (given.positional.size() > args.size()) fail(fmt::format("macro {} takes {} arguments", title(), args.size()));
    for (size_t i = 0; i < args.size(); ++i) {
      const auto* with_default = dynamic_cast<const jinja::keyword_argument_expression*>(args[i].get());
      const auto& parameter = with_default != nullptr ? with_default->key : args[i];
      const auto* plain = dynamic_cast<const jinja::identifier*>(parameter.get());
      if (plain == nullptr) fail("a macro's parameters must be names");
      Value value = given.find(i, plain->val);
      if (!value) value = with_default != nullptr ? with_default->val->execute(caller) : make_undefined(plain->val);
      scope.set_val(plain->val, value);
    }
    return run_body(body, scope);
  }
};

MacroValue::MacroValue(const Macro& definition)
    : value_func_t("macro", [](const jinja::func_args&) -> Value { fail("a macro cannot be used as a value"); }),
      macro(definition) {}

Value call_supplied(const std::string& name, const Arguments& given) {
  const TemplateFunctions* supplied = Rendering::current().functions;
  const auto found = supplied != nullptr ? supplied->find(name) : TemplateFunctions::const_iterator{};
  if (supplied == nullptr || found == supplied->end()) {
    fail(fmt::format("the function {} is not available here", name), Error::NotFound);
  }
  std::vector<Json> arguments;
  for (const Value& argument : given.positional) arguments.push_back(to_json(argument));
  if (!given.named.empty()) fail(fmt::format("{} takes no named arguments", name));
  Result<Json> result = found->second(arguments);
  if (!result.ok()) fail(result.error().message, result.error().kind);
  return from_json(*result);
}

struct Call final : jinja::call_expression {
  using call_expression::call_expression;

  Value execute_impl(context& scope) override {
    return placed(pos, [&]() -> Value {
      if (const auto* method = dynamic_cast<const Member*>(callee.get())) return call_method(*method, scope);
      const auto* name = dynamic_cast<const jinja::identifier*>(callee.get());
      if (name == nullptr) fail("only a name or a method can be called");
      const Arguments given = evaluate(args, scope);
      const Value known = scope.get_val(name->val);
      if (const auto* macro = dynamic_cast<const MacroValue*>(known.get())) return macro->macro.run(given, scope);
      if (!known->is_undefined()) fail(fmt::format("{} is a {}, not a function", name->val, kind_of(known)));
      const auto built_in = functions().find(name->val);
      if (built_in != functions().end()) return built_in->second(known, given);
      return call_supplied(name->val, given);
    });
  }

 private:
  Value call_method(const Member& method, context& scope) {
    const Value on = method.object->execute(scope);
    const std::string name = as_text(method.key(scope), "the name of a method");
    if (on->is_undefined()) member_of(on, make_text(name));
    const LibraryTable* table = methods_of(on);
    if (table == nullptr || !table->contains(name)) fail(fmt::format("a {} has no method {}", kind_of(on), name));
    return table->find(name)->second(on, evaluate(args, scope));
  }
};

/// `set ns.x = …` and `set x = …`; the first must not close a circle of values.
struct Set final : jinja::set_statement {
  using set_statement::set_statement;

  Value execute_impl(context& scope) override {
    return placed(pos, [&]() -> Value {
      const Value value = val ? val->execute(scope) : run_body(body, scope);
      if (const auto* member = dynamic_cast<const Member*>(assignee.get())) {
        const Value on = member->object->execute(scope);
        if (!is_mapping(on)) fail(fmt::format("an attribute can only be set on a namespace, not on a {}", kind_of(on)));
        check_storable(value, on);
        on->insert(member->key(scope), value);
      } else if (const auto* names = dynamic_cast<const jinja::tuple_literal*>(assignee.get())) {
        const TemplateValues parts = items_of(value);
        if (parts.size() != names->val.size()) {
          fail(fmt::format("{} names for {} values", names->val.size(), parts.size()));
        }
        for (size_t i = 0; i < parts.size(); ++i) assign(names->val[i], parts[i], scope);
      } else {
        assign(assignee, value, scope);
      }
      return make_undefined("");
    });
  }

 private:
  static void assign(const statement_ptr& to, const Value& value, context& scope) {
    const auto* name = dynamic_cast<const jinja::identifier*>(to.get());
    if (name == nullptr) fail("`set` needs a name, names with commas between, or an attribute");
    scope.set_val(name->val, value);
  }
};

struct If final : jinja::if_statement {
  using if_statement::if_statement;
  Value execute_impl(context& scope) override {
    return placed(pos, [&] { return run_body(is_true(test->execute(scope)) ? body : alternate, scope); });
  }
};

/// Walks over the tree once and exchanges nodes from the leaves up.
class Adoption {
 public:
  explicit Adoption(const std::set<std::string, std::less<>>& supplied) : callable_(supplied) {
    for (const auto& [name, function] : functions()) callable_.emplace(name);
  }

  /// Macros may be called before they stand in the source, from another macro.
  void note_macros(const statements& body) {
    for (const statement_ptr& part : body) {
      if (const auto* macro = dynamic_cast<const jinja::macro_statement*>(part.get())) {
        if (const auto* name = dynamic_cast<const jinja::identifier*>(macro->name.get())) callable_.insert(name->val);
        note_macros(macro->body);
      } else if (const auto* choice = dynamic_cast<const jinja::if_statement*>(part.get())) {
        note_macros(choice->body);
        note_macros(choice->alternate);
      } else if (const auto* loop = dynamic_cast<const jinja::for_statement*>(part.get())) {
        note_macros(loop->body);
      } else if (const auto* block = dynamic_cast<const jinja::set_statement*>(part.get())) {
        note_macros(block->body);
      }
    }
  }

  /// How many different names the template mentions: more it cannot assign.
  size_t names() const { return names_.size(); }

  void body(statements& parts) {
    for (statement_ptr& part : parts) {
      one(part);
      if (dynamic_cast<jinja::expression*>(part.get()) == nullptr) continue;
      if (dynamic_cast<jinja::set_statement*>(part.get()) != nullptr) continue;
      part = std::make_unique<Output>(std::move(part));
    }
  }

 private:
  template <class New, class... Parts>
  static void exchange(statement_ptr& node, Parts&&... parts) {
    const size_t at = node->pos;
    node = std::make_unique<New>(std::forward<Parts>(parts)...);
    node->pos = at;
  }

  void all(statements& parts) {
    for (statement_ptr& part : parts) one(part);
  }

  void one(statement_ptr& node) {
    if (!node) return;
    if (!blocks(node) && !operators(node)) leaves(node);
  }

  bool blocks(statement_ptr& node) {
    if (auto* choice = dynamic_cast<jinja::if_statement*>(node.get())) {
      one(choice->test);
      body(choice->body);
      body(choice->alternate);
      exchange<If>(node, std::move(choice->test), std::move(choice->body), std::move(choice->alternate));
    } else if (auto* loop = dynamic_cast<jinja::for_statement*>(node.get())) {
      one(loop->loopvar);
      one(loop->iterable);
      body(loop->body);
      body(loop->default_block);
      exchange<For>(node, std::move(loop->loopvar), std::move(loop->iterable), std::move(loop->body),
                    std::move(loop->default_block));
    } else if (auto* set = dynamic_cast<jinja::set_statement*>(node.get())) {
      one(set->assignee);
      one(set->val);
      body(set->body);
      exchange<Set>(node, std::move(set->assignee), std::move(set->val), std::move(set->body));
    } else if (auto* macro = dynamic_cast<jinja::macro_statement*>(node.get())) {
      all(macro->args);
      body(macro->body);
      exchange<Macro>(node, std::move(macro->name), std::move(macro->args), std::move(macro->body));
    } else {
      return false;
    }
    return true;
  }

  bool operators(statement_ptr& node) {
    if (auto* binary = dynamic_cast<jinja::binary_expression*>(node.get())) {
      one(binary->left);
      one(binary->right);
      exchange<Binary>(node, binary->op, std::move(binary->left), std::move(binary->right));
    } else if (auto* unary = dynamic_cast<jinja::unary_expression*>(node.get())) {
      one(unary->argument);
      if (unary->op.value != "not") refuse(*node, "unknown sign '" + unary->op.value + "'");
      exchange<Not>(node, unary->op, std::move(unary->argument));
    } else if (auto* filter = dynamic_cast<jinja::filter_expression*>(node.get())) {
      one(filter->operand);
      const std::string name = applied(filter->filter, *node, "filter");
      if (!filters().contains(name)) refuse(*node, "unknown filter '" + name + "'");
      exchange<Filter>(node, std::move(filter->operand), std::move(filter->filter), name);
    } else if (auto* test = dynamic_cast<jinja::test_expression*>(node.get())) {
      one(test->operand);
      const std::string name = applied(test->test, *node, "test");
      if (!tests().contains(name)) refuse(*node, "unknown test '" + name + "'");
      exchange<Test>(node, std::move(test->operand), test->negate, std::move(test->test), name);
    } else if (auto* member = dynamic_cast<jinja::member_expression*>(node.get())) {
      one(member->object);
      if (member->computed) one(member->property);
      exchange<Member>(node, std::move(member->object), std::move(member->property), member->computed);
    } else if (auto* call = dynamic_cast<jinja::call_expression*>(node.get())) {
      const auto* name = dynamic_cast<const jinja::identifier*>(call->callee.get());
      if (name != nullptr && !callable_.contains(name->val)) refuse(*node, "unknown function '" + name->val + "'");
      one(call->callee);
      all(call->args);
      exchange<Call>(node, std::move(call->callee), std::move(call->args));
    } else {
      return false;
    }
    return true;
  }

  void leaves(statement_ptr& node) {
    if (auto* name = dynamic_cast<jinja::identifier*>(node.get())) {
      names_.insert(name->val);
      exchange<Name>(node, std::string(name->val));
    } else if (auto* number = dynamic_cast<jinja::float_literal*>(node.get())) {
      exchange<FloatLiteral>(node, number->val);
    } else if (auto* list = dynamic_cast<jinja::array_literal*>(node.get())) {
      all(list->val);
    } else if (auto* tuple = dynamic_cast<jinja::tuple_literal*>(node.get())) {
      all(tuple->val);
    } else if (auto* object = dynamic_cast<jinja::object_literal*>(node.get())) {
      for (auto& [key, value] : object->val) {
        one(key);
        one(value);
      }
    } else if (auto* chosen = dynamic_cast<jinja::select_expression*>(node.get())) {
      one(chosen->lhs);
      one(chosen->test);
    } else if (auto* either = dynamic_cast<jinja::ternary_expression*>(node.get())) {
      one(either->condition);
      one(either->true_expr);
      one(either->false_expr);
    } else if (auto* range = dynamic_cast<jinja::slice_expression*>(node.get())) {
      one(range->start_expr);
      one(range->stop_expr);
      one(range->step_expr);
    } else if (auto* named = dynamic_cast<jinja::keyword_argument_expression*>(node.get())) {
      one(named->key);
      one(named->val);
    } else if (dynamic_cast<jinja::integer_literal*>(node.get()) == nullptr &&
               dynamic_cast<jinja::string_literal*>(node.get()) == nullptr &&
               dynamic_cast<jinja::break_statement*>(node.get()) == nullptr &&
               dynamic_cast<jinja::continue_statement*>(node.get()) == nullptr) {
      refuse(*node, fmt::format("{} is not supported", node->type()));
    }
  }

  /// The name of a filter or test, whose arguments are adopted on the way.
  std::string applied(statement_ptr& what, const jinja::statement& around, std::string_view kind) {
    statement_ptr* named = &what;
    if (auto* call = dynamic_cast<jinja::call_expression*>(what.get())) {
      all(call->args);
      named = &call->callee;
    }
    const auto* name = dynamic_cast<const jinja::identifier*>(named->get());
    if (name == nullptr) refuse(around, fmt::format("a {} must be a name", kind));
    return name->val;
  }

  [[noreturn]] static void refuse(const jinja::statement& node, std::string message) {
    throw TemplateFailure{Error::InvalidInput, std::move(message), node.pos};
  }

  std::set<std::string, std::less<>> callable_, names_;
};

}  // namespace

size_t adopt(jinja::program& program, const std::set<std::string, std::less<>>& supplied) {
  Adoption adoption(supplied);
  adoption.note_macros(program.body);
  adoption.body(program.body);
  return adoption.names();
}

}  // namespace hearth::text
