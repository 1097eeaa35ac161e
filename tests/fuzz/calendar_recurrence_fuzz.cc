// Any text is a rule or is refused; a rule reads as it was written, and its next time lies ahead.
#include "calendar/recurrence.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  using calendar::Recurrence;
  static const calendar::Zone zone = calendar::Zone::find("Europe/Berlin").value_or(calendar::Zone());
  const auto rule = Recurrence::parse({reinterpret_cast<const char*>(data), size});
  if (!rule.ok()) return 0;
  const auto again = Recurrence::parse(calendar::to_string(*rule));
  CHECK(again.ok() && *again == *rule);
  Time after = from_microseconds(1'774'000'000'000'000);  // a few days before the clocks change
  for (int i = 0; i < 5; ++i) {
    const auto next = rule->next_after(after, {.year = 2024, .month = 2, .day = 29, .hour = 2, .minute = 30}, zone);
    if (!next) break;
    CHECK(*next > after);
    after = *next;
  }
  return 0;
}
