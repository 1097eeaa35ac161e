#include "text/jinja.h"

#include <gtest/gtest.h>

#include <thread>

namespace hearth::text {
namespace {

std::string rendered(std::string source, const Json& context = Json::object(),
                     const TemplateFunctions& functions = {}) {
  const Result<Template> made = Template::compile(std::move(source), "t");
  if (!made.ok()) return to_string(made.error());
  const Result<std::string> out = made->render(context, {}, functions);
  return out.ok() ? *out : to_string(out.error());
}

Error compile_error(std::string source) {
  const Result<Template> made = Template::compile(std::move(source), "zigbee2mqtt/lamp value_template");
  return made.ok() ? Error{Error::Internal, "it compiled", ""} : made.error();
}

Error budget_error(std::string source, Budget budget = {}) {
  const Result<Template> made = Template::compile(source, "t");
  if (!made.ok()) return made.error();
  const Result<std::string> out = made->render(Json::object(), budget);
  return out.ok() ? Error{Error::Internal, "it rendered " + std::to_string(out->size()), ""} : out.error();
}

std::string repeated(std::string_view text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Jinja, ErrorsNameTemplateLineAndColumn) {
  const Error filter = compile_error("a\n  {{ value | frobnicate }}");
  EXPECT_EQ(filter.place, "zigbee2mqtt/lamp value_template:2:12");
  EXPECT_EQ(filter.message, "unknown filter 'frobnicate'");
  EXPECT_EQ(filter.kind, Error::InvalidInput);
  EXPECT_EQ(compile_error("{{ value is weird }}").message, "unknown test 'weird'");
  EXPECT_EQ(compile_error("{{ now() }}").message, "unknown function 'now'");
  EXPECT_EQ(compile_error("{{ now() }}").place, "zigbee2mqtt/lamp value_template:1:7");
  EXPECT_EQ(compile_error("ü{% include 'x' %}").place, "zigbee2mqtt/lamp value_template:1:5");
  EXPECT_EQ(compile_error("{{ value").message, "a block is not closed: the template ends within it");
  EXPECT_EQ(compile_error("{% if value %}x").place, "zigbee2mqtt/lamp value_template:1:16");
  EXPECT_EQ(compile_error("{{ a }}{{ 1 + }}").place, "zigbee2mqtt/lamp value_template:1:15");
  EXPECT_EQ(compile_error("{{ a }}{{ 'x }}").kind, Error::InvalidInput);
  EXPECT_EQ(compile_error("{{ 2 * 2 ** 3 }}").place, "zigbee2mqtt/lamp value_template:1:10");
  EXPECT_EQ(compile_error("{{ a ? b }}").place, "zigbee2mqtt/lamp value_template:1:6");
  EXPECT_EQ(compile_error("{% endif %}").kind, Error::InvalidInput);
  EXPECT_EQ(compile_error("{% macro 'x'() %}{% endmacro %}").message, "it compiled");
}

TEST(Jinja, RenderErrorsNameThePlaceToo) {
  EXPECT_EQ(rendered("ab {{ value_json.a.b }}"), "t:1:17: value_json is not defined, so it has no 'a' (not found)");
  EXPECT_EQ(rendered("{{ 1 + missing }}"), "t:1:6: 'missing' is not defined (not found)");
  EXPECT_EQ(rendered("{{ 'a' + 1 }}"), "t:1:8: str + int is not possible (invalid input)");
  EXPECT_EQ(rendered("{{ x | int }}", {{"x", "off"}}),
            "t:1:6: 'off' is no number for int, and no default is given (invalid input)");
  EXPECT_EQ(rendered("{{ 5 % 0 }}"), "t:1:6: division by zero (invalid input)");
  EXPECT_EQ(rendered("{% break %}"), "t: `break` outside of a loop (invalid input)");
}

TEST(Jinja, CallerSuppliesStates) {
  const TemplateFunctions functions = state_functions([](std::string_view entity, std::string_view attribute) -> Json {
    if (entity != "light.desk") return nullptr;
    return attribute.empty() ? Json("on") : (attribute == "brightness" ? Json(102) : Json(nullptr));
  });
  EXPECT_EQ(rendered("{{ states('light.desk') }} {{ states('light.none') }} {{ is_state('light.desk', 'on') }} "
                     "{{ state_attr('light.desk', 'brightness') / 255 }} {{ has_value('light.none') }}",
                     Json::object(), functions),
            "on unknown True 0.4 False");
  EXPECT_EQ(rendered("{{ states('light.desk') }}"), "t:1:10: the function states is not available here (not found)");
}

TEST(Jinja, PayloadsMayBeNoJson) {
  const Result<Template> plain = Template::compile(" {{ value }} ", "t");
  ASSERT_TRUE(plain.ok());
  EXPECT_EQ(*plain->render_payload("{broken"), "{broken");
  EXPECT_EQ(*plain->render_payload("a\xff"), "a\xEF\xBF\xBD");
  const Result<Template> json = Template::compile("{{ value_json.a }}", "t");
  EXPECT_EQ(json->render_payload("{broken").error().kind, Error::NotFound);
  EXPECT_EQ(*json->render_payload(R"({"a": 5})", {{"entity", "x"}}), "5");
}

TEST(Jinja, HostileLoopsEnd) {
  const std::string loops = repeated("{% for i in range(1000) %}", 6) + "x" + repeated("{% endfor %}", 6);
  EXPECT_EQ(budget_error(loops).kind, Error::Timeout);
  EXPECT_EQ(budget_error("{{ range(1000000000) | list }}").kind, Error::Timeout);
  EXPECT_EQ(budget_error("{{ 'a' * 1000000000 }}").kind, Error::Timeout);
  EXPECT_EQ(budget_error("{{ '%999d' % 1 * 100 }}").kind, Error::Timeout);
  EXPECT_EQ(budget_error("{{ 'a'.rjust(999999999) }}").kind, Error::Timeout);
  EXPECT_EQ(budget_error("{{ '{:>99999}'.format(1) }}").kind, Error::InvalidInput);
  const std::string doubling =
      "{% set ns = namespace(s='ab') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}";
  EXPECT_EQ(budget_error(doubling).kind, Error::Timeout);
  const std::string lists =
      "{% set ns = namespace(s=[1]) %}{% for i in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}";
  EXPECT_EQ(budget_error(lists).kind, Error::Timeout);
  EXPECT_EQ(budget_error("{% for i in range(9000) %}{{ 'abcdefgh' }}{% endfor %}").kind, Error::Timeout);
  EXPECT_EQ(budget_error("{{ ('x' * 30000).replace('x', 'yyyyyyyyyy') }}").kind, Error::Timeout);
  EXPECT_EQ(budget_error("{{ ('a' * 5000) | regex_match('(a+)+$b') }}").kind, Error::Timeout);
}

TEST(Jinja, RecursionEnds) {
  EXPECT_EQ(budget_error("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}").kind, Error::Timeout);
  EXPECT_EQ(compile_error("{{ " + repeated("(", 5000) + "1" + repeated(")", 5000) + " }}").message,
            "more than 64 brackets within each other");
  EXPECT_EQ(compile_error("{{ " + repeated("[", 20000)).kind, Error::InvalidInput);
  EXPECT_EQ(compile_error("{{ 1" + repeated(" + 1", 5000) + " }}").kind, Error::InvalidInput);
  EXPECT_EQ(compile_error("{{ " + repeated("not ", 5000) + "1 }}").kind, Error::InvalidInput);
  EXPECT_EQ(compile_error("{{ a" + repeated(".a", 5000) + " }}").kind, Error::InvalidInput);
  EXPECT_EQ(compile_error("{{ " + repeated("1 if 1 else ", 3000) + "1 }}").kind, Error::InvalidInput);
  EXPECT_EQ(compile_error(repeated("{% if 1 %}", 3000)).message, "more than 128 blocks within each other");
  EXPECT_EQ(compile_error(repeated("{% set x %}", 3000)).message, "more than 128 blocks within each other");
  EXPECT_EQ(compile_error("{% if 1 %}" + repeated("{% elif 1 %}", 3000)).kind, Error::InvalidInput);
  EXPECT_EQ(rendered(repeated("{% set x = 1 %}", 1000) + "{{ x }}"), "1");
  EXPECT_EQ(compile_error(repeated("x", 70000)).kind, Error::InvalidInput);
}

TEST(Jinja, ValuesCannotContainThemselves) {
  EXPECT_EQ(rendered("{% set ns = namespace() %}{% set ns.a = ns %}"),
            "t:1:30: a value cannot contain itself (invalid input)");
  EXPECT_EQ(rendered("{% set l = [] %}{{ l.append([l]) }}"), "t:1:28: a value cannot contain itself (invalid input)");
  EXPECT_EQ(rendered("{% macro m() %}{% endmacro %}{% set ns = namespace() %}{% set ns.f = m %}"),
            "t:1:59: a function cannot be stored in a list or a namespace (invalid input)");
}

TEST(Jinja, OneTemplateServesManyThreads) {
  const Result<Template> made =
      Template::compile("{% for i in range(n) %}{{ i * n }}{% if not loop.last %},{% endif %}{% endfor %}", "t");
  ASSERT_TRUE(made.ok());
  std::vector<std::thread> threads;
  std::vector<std::string> results(4);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 50; ++i) results[static_cast<size_t>(t)] = *made->render({{"n", t + 1}});
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(results, (std::vector<std::string>{"0", "0,2", "0,3,6", "0,4,8,12"}));
}

TEST(Jinja, ABudgetIsPerRendering) {
  const Result<Template> made = Template::compile("{% for i in range(20) %}x{% endfor %}", "t");
  const Budget budget{.steps = 200, .output_bytes = 20};
  for (int i = 0; i < 3; ++i) EXPECT_EQ(*made->render(Json::object(), budget), repeated("x", 20));
  EXPECT_EQ(made->render(Json::object(), {.steps = 200, .output_bytes = 19}).error().kind, Error::Timeout);
  EXPECT_EQ(made->render(Json::object(), {.steps = 20}).error().kind, Error::Timeout);
}

}  // namespace
}  // namespace hearth::text
