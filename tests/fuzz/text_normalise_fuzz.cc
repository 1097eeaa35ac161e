// Any bytes come to one form that is valid UTF-8 and stays as it is when it is normalised again.
#include <cstdint>

#include "base/check.h"
#include "text/normalise.h"
#include "text/utf.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth::text;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string once = normalise(input);
  CHECK(is_valid_utf8(once));
  CHECK(normalise(once) == once);
  const std::string said = normalise_utterance(input);
  CHECK(is_valid_utf8(said));
  for (const std::string& word : words(said)) CHECK(!word.empty());
  const std::string name = slug(input);
  CHECK(is_ascii(name) && slug(name) == name);
  CHECK(to_utf8(to_utf32(input)) == valid_utf8(input));
  CHECK(is_valid_utf8(title_case(input)) && is_valid_utf8(capitalise(input)));
  return 0;
}
