// Any bytes are a message or are refused; what was read is written and read again as the same.
#include "flow/codec.h"
#include "flow/json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  if (size == 0) return 0;
  const size_t kind = data[0] % (std::variant_size_v<flow::Message> + 1);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Result<flow::Message> message = flow::decode(kind, bytes);
  if (!message) return 0;
  const std::string written = flow::encode(*message);
  const Result<flow::Message> again = flow::decode(kind, written);
  CHECK(again.ok());
  CHECK(flow::encode(*again) == written);
  CHECK(!dump(flow::to_json(*message)).empty());
  return 0;
}
