// Any text is a template or is refused, and any template ends within its budget. Behind the first zero byte stands the
// payload that it is rendered for.
#include <algorithm>
#include <cstdint>

#include "base/check.h"
#include "text/jinja.h"
#include "text/utf.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t end = std::min(input.find('\0'), input.size());
  const auto made = text::Template::compile(std::string(input.substr(0, end)), "fuzz");
  if (!made.ok()) {
    CHECK(made.error().place.starts_with("fuzz"));
    return 0;
  }
  const std::string_view payload = end < input.size() ? input.substr(end + 1) : R"({"a": {"b": [1, 2.5, "x"]}})";
  const text::Budget budget{.steps = 3000, .output_bytes = 4096, .value_bytes = 4096};
  static const text::TemplateFunctions functions =
      text::state_functions([](std::string_view, std::string_view) { return Json("on"); });
  const auto out = made->render_payload(payload, {{"entity_id", "light.x"}}, budget, functions);
  if (out.ok()) {
    CHECK(out->size() <= budget.output_bytes);
    CHECK(text::is_valid_utf8(*out));
  } else {
    CHECK(out.error().kind != Error::Internal);
  }
  return 0;
}
