// Any bytes are a recording or are refused; what is read comes in order of time and belongs to a sensor listed.
#include <sstream>

#include "connect/recording/recording.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  // A zone with gaps and overlaps, in which to_utc is no plain shift.
  static const calendar::Zone zone = calendar::Zone::find("Australia/Lord_Howe").value_or(calendar::Zone());
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  auto opened = connect::Recording::read(std::make_unique<std::istringstream>(bytes), "fuzz", {.zone = zone});
  if (!opened.ok()) return 0;
  auto& recording = opened.value();
  const auto& entities = recording.inventory().listing.entities;
  Time before = Time::min();
  uint64_t observations = 0;
  while (const auto seen = recording.next()) {
    CHECK(seen->head.at >= before);
    CHECK(seen->entity.value >= 1 && seen->entity.value <= entities.size());
    CHECK(home::fits(seen->capability, seen->value));
    before = seen->head.at;
    ++observations;
  }
  CHECK(observations <= 2 * recording.rows());
  CHECK(recording.progress() == 1);
  return 0;
}
