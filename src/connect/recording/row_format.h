// What one line of a recording says, and the formats that say it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "connect/recording/label_list.h"
#include "connect/recording/stamp.h"

namespace hearth::connect {

/// One line. `sensor` is the key: what tells this sensor from the others of the file.
struct Row {
  Stamp at;
  std::optional<Stamp> until;  ///< of an interval: the sensor was on from `at` until then
  std::string sensor;
  std::string name;   ///< as people would call it
  std::string room;   ///< empty when the file names none
  std::string type;   ///< what kind of sensor, in the file's own word; "activity" for an annotated activity
  std::string value;  ///< as written: ON, 21.5, CLOSE; of an interval "ON"
  std::string label;  ///< the activity that the annotator gave the line, if any
};

enum class Read : unsigned char {
  Row,         ///< a row
  Nothing,     ///< blank, a heading or part of a list: nothing happened
  Unparsable,  ///< should be a row and is not
  Impossible,  ///< a row but for its date
};

/// One way to write a recording. Thread-hostile: reading a preamble may teach it names.
class RowFormat {
 public:
  virtual ~RowFormat() = default;
  virtual std::string_view name() const = 0;
  /// Fills `row` on Read::Row, else leaves it in any state.
  virtual Read read(std::string_view line, Row& row) = 0;
  /// The next line will be the first of the file again. Names stay learnt.
  virtual void begin_again() {}
  /// The row read last is called by a number that no list explains.
  virtual bool last_was_unnamed() const { return false; }
};

/// The format that explains most of the first `lines`. `names` are those of a list that lies beside the file. Errors:
/// InvalidInput, when none explains any; `place` names the file there.
Result<std::unique_ptr<RowFormat>> detect_format(const std::vector<std::string>& lines, LabelList names,
                                                 std::string_view place);

// Shared by the formats.

/// Without spaces, tabs and carriage returns at both ends.
std::string_view trim(std::string_view text);
/// "LivingRoom" and "living_room" as "living room", "Hall-Toilet door" as "hall-toilet door".
std::string as_words(std::string_view name);
/// A word that a binary sensor or a meter would say: ON, OFF, OPEN, CLOSE, PRESENT, 21.5 …
bool is_value(std::string_view word);
/// The words of `name` name a room or begin with one: "kitchen" in "PIR kitchen", "bedroom" in "bedroom door".
std::string room_in(std::string_view name);

}  // namespace hearth::connect
