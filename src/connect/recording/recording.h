// A public recording of a real home, read as if it happened now: an Inventory, then Observations in order of time.
#pragma once

#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "calendar/zone.h"
#include "connect/recording/line_source.h"
#include "connect/recording/oddities.h"
#include "connect/recording/row_format.h"
#include "connect/recording/sensors.h"
#include "connect/recording/time_order.h"
#include "flow/inventory.h"
#include "flow/observation.h"

namespace hearth::connect {

struct RecordingOptions {
  calendar::Zone zone;             ///< of the recorder's wall clock, which the files do not name
  std::string door = "recording";  ///< what the inventory calls its door
  Duration window{10'000'000};     ///< lines out of order by less than this are put in order
};

/// Reads a file twice: once, in `open`, for its sensors, then as it is asked for events; never more of it in memory
/// than a window. Formats: CASAS logs, interval tables (van Kasteren, UCI ADL, hh101), point tables; found out by
/// looking.
///
/// Odd lines are counted in oddities() and never fatal. A line out of order by more than the window keeps its place in
/// the file and its time is moved forward to that of the event before. A single line more than 30 days ahead of both
/// its neighbours is left out, because it would move everything behind it. Of a wall-clock time that came twice (clocks
/// set back) the one that keeps the file in order is taken.
///
/// One thread at a time.
class Recording {
 public:
  /// Errors: NotFound or Unavailable for the file, InvalidInput when no format explains it.
  static Result<Recording> open(const std::filesystem::path& path, RecordingOptions options = {});
  /// The same from any stream that can go back to its beginning. `place` names it in errors.
  static Result<Recording> read(std::unique_ptr<std::istream> stream, std::string_view place,
                                RecordingOptions options = {}, LabelList names = {});

  Recording(Recording&&) noexcept;
  Recording& operator=(Recording&&) noexcept;
  ~Recording();

  /// Every sensor of the file; `head.at` is the time of the first row.
  const flow::Inventory& inventory() const;
  /// The next observation, at its `head.at`; nothing at the end. `entity` is local to the inventory's listing: its
  /// place there, from 1.
  std::optional<flow::Observation> next();
  /// The key in the listing of the observation returned last, as a door tells it to the house.
  const std::string& key() const;
  /// The activity that the annotator gave the observation returned last; empty when there is none. "X begin" holds
  /// until "X end". It is the truth to measure against, never an input of the house.
  const std::string& label() const;

  /// What was odd in what next() has read so far; complete at the end.
  const std::vector<Oddity>& oddities() const;
  std::string_view format() const;
  uint64_t rows() const;    ///< of the whole file, as the first pass counted them
  double progress() const;  ///< share of the file that next() has read, 0 to 1

 private:
  struct Reader;
  explicit Recording(std::unique_ptr<Reader> reader);

  std::unique_ptr<Reader> reader_;
};

}  // namespace hearth::connect
