#include "connect/recording/recording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace hearth::connect {
namespace {

constexpr size_t kLinesToLookAt = 200;
constexpr int64_t kLeap = int64_t{30} * 86'400 * 1'000'000;  // wall-clock microseconds
constexpr size_t kMostAlike = 64;                            // lines of one time that are compared with each other

}  // namespace

struct Recording::Reader {
  RecordingOptions options;
  LineSource lines;
  std::unique_ptr<RowFormat> format;
  Sensors sensors;
  flow::Inventory inventory;
  uint64_t rows = 0, bytes = 0;

  // Of the second pass.
  struct Held {
    Row row;
    uint64_t line = 0;
    std::string text;
  };
  TimeOrder order;
  Oddities oddities;
  std::optional<Held> held;            ///< a row that leaps ahead; the next one tells whether to believe it
  std::optional<Stamp> before;         ///< of the row taken last
  std::vector<std::string> same_time;  ///< lines that have that stamp
  Time latest = Time::min();           ///< of the rows taken
  std::string activity;                ///< begun and not yet ended
  std::string key;                     ///< of the observation returned last
  std::string row_label, label;        ///< of the row taken last; of the observation returned last
  bool ended = false;

  Reader(std::unique_ptr<std::istream> stream, RecordingOptions chosen)
      : options(std::move(chosen)), lines(std::move(stream)), order(options.window) {}

  Status detect(LabelList names, std::string_view place);
  void survey();
  bool read_row(Held& into);
  void judge(Held next);
  void take(const Held& held);
  void push(const Row& row, Time at, bool moves_on, const Held& held);
  std::string label_of(const std::string& written);
  Time to_time(const Stamp& stamp, Time not_before) const;
  bool is_duplicate(const Held& held);
};

Status Recording::Reader::detect(LabelList names, std::string_view place) {
  std::vector<std::string> first;
  for (std::string line; first.size() < kLinesToLookAt && lines.next(line);) {
    if (!lines.cut()) first.push_back(line);
  }
  format = TRY(detect_format(first, names, place));
  lines.rewind();
  return ok();
}

/// The first pass: which sensors there are and what kind of values they report.
void Recording::Reader::survey() {
  Row row;
  std::optional<Stamp> first;
  for (std::string line; lines.next(line);) {
    if (lines.cut() || format->read(line, row) != Read::Row) continue;
    ++rows;
    if (!first) first = row.at;
    sensors.note(row);
  }
  bytes = lines.bytes();
  inventory.listing = sensors.settle(options.door);
  if (first) inventory.head.at = to_time(*first, Time::min());
  lines.rewind();
  format->begin_again();
}

/// The next row that reads as one; what does not is counted.
bool Recording::Reader::read_row(Held& into) {
  while (lines.next(into.text)) {
    into.line = lines.number();
    if (lines.cut()) {
      oddities.add(OddityKind::TooLong, into.line, into.text);
      continue;
    }
    switch (format->read(into.text, into.row)) {
      case Read::Nothing:
        continue;
      case Read::Unparsable:
        oddities.add(OddityKind::Unparsable, into.line, into.text);
        continue;
      case Read::Impossible:
        oddities.add(OddityKind::ImpossibleDate, into.line, into.text);
        continue;
      case Read::Row:
        break;
    }
    if (format->last_was_unnamed()) oddities.add(OddityKind::UnknownNumber, into.line, into.text);
    return true;
  }
  return false;
}

/// Takes rows on, but for one that alone leaps far ahead.
void Recording::Reader::judge(Held next) {
  const auto ahead = [](const Stamp& a, const Stamp& b) { return wall_microseconds(a) - wall_microseconds(b); };
  if (held) {
    if (ahead(held->row.at, next.row.at) > kLeap) {
      oddities.add(OddityKind::LoneJump, held->line, held->text);
    } else {
      take(*held);
    }
    held.reset();
  }
  if (!before || ahead(next.row.at, *before) > kLeap) {
    held = std::move(next);
  } else {
    take(next);
  }
}

bool Recording::Reader::is_duplicate(const Held& line) {
  if (before != line.row.at) same_time.clear();
  if (std::find(same_time.begin(), same_time.end(), line.text) != same_time.end()) return true;
  if (same_time.size() < kMostAlike) same_time.push_back(line.text);
  return false;
}

Time Recording::Reader::to_time(const Stamp& stamp, Time not_before) const {
  const calendar::Placement placement = options.zone.place(stamp.civil);
  const Duration fraction{stamp.microsecond};
  return (placement.earlier + fraction < not_before ? placement.later : placement.earlier) + fraction;
}

/// The label of this row. "X begin" and "X end" span the rows between them, a bare "X" speaks of its row alone.
std::string Recording::Reader::label_of(const std::string& written) {
  if (written.ends_with(" begin")) return activity = written.substr(0, written.size() - 6);
  if (written.ends_with(" end")) {
    activity.clear();
    return written.substr(0, written.size() - 4);
  }
  return written.empty() ? activity : written;
}

void Recording::Reader::take(const Held& line) {
  if (is_duplicate(line)) return oddities.add(OddityKind::Duplicate, line.line, line.text);
  before = line.row.at;
  const Time slack = latest == Time::min() ? latest : latest - options.window;
  const Time at = to_time(line.row.at, slack);
  latest = std::max(latest, at);
  row_label = label_of(line.row.label);
  push(line.row, at, true, line);
  if (!line.row.until) return;
  Row end = line.row;
  end.value = "OFF";
  Time until = to_time(*line.row.until, at);
  if (until < at) {
    oddities.add(OddityKind::EndsEarly, line.line, line.text);
    until = at;
  }
  push(end, until, false, line);
}

void Recording::Reader::push(const Row& row, Time at, bool moves_on, const Held& line) {
  const auto reading = sensors.read(row);
  if (!reading) {
    const bool full = inventory.listing.entities.size() >= Sensors::kMost;
    return oddities.add(full ? OddityKind::TooManySensors : OddityKind::MisfitValue, line.line, line.text);
  }
  switch (order.push({.at = at, .reading = *reading, .label = row_label}, moves_on)) {
    case TimeOrder::Late:
      return oddities.add(OddityKind::Late, line.line, line.text);
    case TimeOrder::Early:
      return oddities.add(OddityKind::Sorted, line.line, line.text);
    case TimeOrder::InOrder:
      return;
  }
}

Recording::Recording(std::unique_ptr<Reader> reader) : reader_(std::move(reader)) {}
Recording::Recording(Recording&&) noexcept = default;
Recording& Recording::operator=(Recording&&) noexcept = default;
Recording::~Recording() = default;

Result<Recording> Recording::open(const std::filesystem::path& path, RecordingOptions options) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  if (!std::filesystem::exists(status)) {
    return not_found("no such file; expected a recording of a home", path.string());
  }
  if (!std::filesystem::is_regular_file(status)) return invalid("not a file; expected a recording", path.string());
  auto stream = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!stream->is_open()) return unavailable("cannot be opened for reading", path.string());
  return read(std::move(stream), path.string(), std::move(options), LabelList::beside(path));
}

Result<Recording> Recording::read(std::unique_ptr<std::istream> stream, std::string_view place,
                                  RecordingOptions options, LabelList names) {
  auto reader = std::make_unique<Reader>(std::move(stream), std::move(options));
  TRY(reader->detect(std::move(names), place));
  reader->survey();
  return Recording(std::move(reader));
}

const flow::Inventory& Recording::inventory() const { return reader_->inventory; }

std::optional<flow::Observation> Recording::next() {
  Reader& reader = *reader_;
  for (;;) {
    if (auto event = reader.order.pop()) {
      flow::Observation observation;
      observation.head.at = event->at;
      observation.entity = event->reading.entity;
      observation.capability = event->reading.capability;
      observation.value = std::move(event->reading.value);
      reader.key = reader.inventory.listing.entities[event->reading.entity.value - 1].key;
      reader.label = std::move(event->label);
      return observation;
    }
    if (reader.ended) return std::nullopt;
    Reader::Held line;
    if (reader.read_row(line)) {
      reader.judge(std::move(line));
      continue;
    }
    if (reader.held) reader.take(*reader.held);
    reader.held.reset();
    reader.order.finish();
    reader.ended = true;
  }
}

const std::string& Recording::key() const { return reader_->key; }
const std::string& Recording::label() const { return reader_->label; }
const std::vector<Oddity>& Recording::oddities() const { return reader_->oddities.list(); }
std::string_view Recording::format() const { return reader_->format->name(); }
uint64_t Recording::rows() const { return reader_->rows; }

double Recording::progress() const {
  if (reader_->bytes == 0) return 1;
  return static_cast<double>(reader_->lines.bytes()) / static_cast<double>(reader_->bytes);
}

}  // namespace hearth::connect
