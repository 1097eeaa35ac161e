// Any text is a configuration or is refused with the place that is wrong.
#include "engine/config.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<engine::Config> config = engine::parse_config(text, "/fuzz/hearth.toml");
  if (!config) CHECK(!config.error().message.empty());
  return 0;
}
