// What waits to be sent to one reader who may be slow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace hearth::net {

/// Bounded. A message with a key takes back the one of that key which still waits, and stands at the end, so that what
/// is sent keeps its order. Not thread-safe.
class Outbox {
 public:
  Outbox(size_t most_messages, size_t most_bytes) : most_messages_(most_messages), most_bytes_(most_bytes) {}

  /// False when there is no room; the message is then not taken.
  bool push(std::string text, const std::string& key = {});
  /// The oldest; nothing when none waits.
  std::optional<std::string> pop();
  size_t size() const { return waiting_; }
  size_t bytes() const { return bytes_; }
  void clear();

 private:
  struct Slot {
    std::string text, key;
    bool gone = false;  // taken back
  };
  void drop_gone();

  const size_t most_messages_, most_bytes_;
  std::deque<Slot> slots_;
  std::unordered_map<std::string, uint64_t> by_key_;  // number of the slot, counted from the first ever pushed
  uint64_t first_ = 0;
  size_t waiting_ = 0, bytes_ = 0;
};

}  // namespace hearth::net
