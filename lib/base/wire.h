// Bytes as Protocol Buffers lay them out (varints, tags, length-delimited fields): protobuf.dev, "Encoding".
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth::wire {

enum class Type : uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

inline uint64_t zigzag(int64_t value) {
  return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
}
inline int64_t unzigzag(uint64_t value) { return static_cast<int64_t>((value >> 1) ^ (~(value & 1) + 1)); }

/// Appends to a string that it borrows.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  void varint(uint64_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  void tag(uint32_t number, Type type) { varint(uint64_t{number} << 3 | static_cast<uint64_t>(type)); }
  void fixed64(uint64_t value) {
    for (int i = 0; i < 8; ++i) out_ += static_cast<char>(value >> (8 * i));
  }
  void fixed32(uint32_t value) {
    for (int i = 0; i < 4; ++i) out_ += static_cast<char>(value >> (8 * i));
  }
  void bytes(std::string_view value) {
    varint(value.size());
    out_ += value;
  }

 private:
  std::string& out_;
};

/// Reads what Writer wrote. Errors: Corrupt, with the offset at which the bytes end or make no sense.
class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}
  bool done() const { return at_ >= in_.size(); }

  Result<uint64_t> varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (done()) return ended();
      const auto byte = static_cast<uint8_t>(in_[at_++]);
      if (shift == 63 && byte > 1) break;
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0) return value;
    }
    return corrupt("a varint of more than 64 bits", place());
  }
  struct Tag {
    uint32_t number;
    Type type;
  };
  Result<Tag> tag() {
    const uint64_t key = TRY(varint());
    const auto type = static_cast<uint8_t>(key & 7);
    if (key >> 3 == 0 || key >> 35 != 0 || (type != 0 && type != 1 && type != 2 && type != 5)) {
      return corrupt("not a field tag", place());
    }
    return Tag{static_cast<uint32_t>(key >> 3), static_cast<Type>(type)};
  }
  Result<uint64_t> fixed64() { return fixed<uint64_t>(); }
  Result<uint32_t> fixed32() { return fixed<uint32_t>(); }
  Result<std::string_view> bytes() {
    const uint64_t size = TRY(varint());
    if (size > in_.size() - at_) return ended();
    const std::string_view value = in_.substr(at_, size);
    at_ += size;
    return value;
  }
  /// Passes over a field that this program does not know.
  Status skip(Type type) {
    const auto passed = [](const auto& read) { return read.ok() ? Status() : Status(read.error()); };
    switch (type) {
      case Type::Varint:
        return passed(varint());
      case Type::Fixed64:
        return passed(fixed64());
      case Type::Fixed32:
        return passed(fixed32());
      case Type::Bytes:
        return passed(bytes());
    }
    return corrupt("unknown wire type", place());
  }
  std::string place() const { return "byte " + std::to_string(at_); }

 private:
  template <class Word>
  Result<Word> fixed() {
    if (in_.size() - at_ < sizeof(Word)) return ended();
    Word value = 0;
    for (size_t i = 0; i < sizeof(Word); ++i) value |= static_cast<Word>(static_cast<uint8_t>(in_[at_ + i])) << (8 * i);
    at_ += sizeof(Word);
    return value;
  }
  Error ended() const { return corrupt("ends in the middle of a field", place()); }

  std::string_view in_;
  size_t at_ = 0;
};

}  // namespace hearth::wire
