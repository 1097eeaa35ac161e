// Any bytes may be said: every time found lies within them, apart from the others, and ends after it begins; rules of
// any bytes compile or are refused.
#include "understand/time/time_reader.h"

namespace {

using namespace hearth;
using understand::TimeReader;

/// A little of everything that the four languages' rules have.
constexpr std::string_view kRules = R"(
waking: wake
o: <n> (st|nd|rd|th) => number $1
hour: <n> => dial $1
hm: <n> : <n> => dial $1 $2
clock: (<hour>|<hm>) (am|a . m .) => am $1
clock: (<hour>|<hm>) (pm|p . m .) => pm $1
clock: half past <hour> => plus $1 30
clock: <n> to <hour> => minus $2 $1
clock: <hm>
sun: sunset => sunset
part: morning => part 6 12
part: night => part 22 30
weekday: monday => weekday 1
weekday: friday => weekday 5
monthname: february => month_name 2
day: tomorrow => day 1
day: [next] <weekday>
day: next <weekday> => next $1
day: [the] <o> of <monthname> [<n>] => date $1 $2 $3
day: the <o> <weekday> of the month => nth $1 $2
day: easter => feast easter
unit: (second|seconds) => second
unit: (minute|minutes) => minute
unit: (hour|hours) => hour
unit: (day|days) => day_unit
unit: (month|months) => month_unit
length: <n> <unit> => length $1 $2
length: <length> and <length> => sum $1 $2
point: [at] (<clock>|<sun>)
point: at <hour>
point: in the <part>
point: <day> [<part>] => join $1 $2
point: <day>
point: <length> before <clock> => later $2 $1 -1
point: <point> [,] <point> => join $1 $2
point: in <length> => after $1
rec: every <weekday> => every $1
rec: every <length> => every $1
rec: every <part> => every $1
rec: <rec> and <weekday> => also $1 $2
rec: <weekday> to <weekday> => through $1 $2
rec: <rec> <point> => join $1 $2
when: <point>
when: <rec>
when: until <point> => until $1
when: from (<clock>|<hour>) to (<clock>|<hour>) => between $1 $2
when: for <length> => for $1
when: in the next <length> => within $1
when: <length> ago => ago $1
ring: for (<hour>|<clock>)
bare: <hour>
)";

const calendar::Zone& zone_of(uint8_t byte) {
  static const calendar::Zone zones[] = {calendar::Zone::find("Europe/Berlin").value_or({}),
                                         calendar::Zone::find("America/New_York").value_or({}), calendar::Zone()};
  return zones[byte % 3];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const TimeReader reader = [] {
    auto compiled = TimeReader::compile(kRules, "fuzz.rules", "en");
    CHECK(compiled.ok());
    return *compiled;
  }();
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  // A moment of the years 2024 to 2032, on the minute.
  const Time now = from_microseconds((int64_t{28'401'120} + data[0] * 256 * 64 + data[1] * 61) * 60'000'000);
  const calendar::Zone& zone = zone_of(data[0]);
  std::vector<bool> taken(text.size(), false);
  for (const TimeReader::Found& found : reader.find(text, now, zone)) {
    CHECK(found.first < found.last && found.last <= text.size());
    CHECK(found.when.spoken == text.substr(found.first, found.last - found.first));
    CHECK(found.when.from < found.when.to);
    CHECK(found.when.recurrence.empty() == found.when.zone.empty());
    for (size_t i = found.first; i < found.last; ++i) {
      CHECK(!taken[i]);
      taken[i] = true;
    }
  }
  const auto whole = reader.read(text, now, zone);
  CHECK(!whole || whole->from < whole->to);
  (void)reader.gather(text, now, zone);
  (void)TimeReader::compile(text.substr(0, 400), "input", "en");
  return 0;
}
