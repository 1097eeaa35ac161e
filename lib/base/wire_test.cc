#include "base/wire.h"

#include <gtest/gtest.h>

#include <limits>

namespace hearth::wire {
namespace {

constexpr uint64_t kMost = std::numeric_limits<uint64_t>::max();

TEST(Wire, ReadsWhatItWrote) {
  std::string bytes;
  Writer out(bytes);
  for (const uint64_t value : {uint64_t{0}, uint64_t{127}, uint64_t{128}, uint64_t{300}, kMost}) out.varint(value);
  out.tag(100, Type::Bytes);
  out.bytes("hearth");
  out.fixed64(0x0102030405060708);
  out.fixed32(0xfffefdfc);
  Reader in(bytes);
  for (const uint64_t value : {uint64_t{0}, uint64_t{127}, uint64_t{128}, uint64_t{300}, kMost}) {
    EXPECT_EQ(in.varint().value(), value);
  }
  const Reader::Tag tag = in.tag().value();
  EXPECT_EQ(tag.number, 100U);
  EXPECT_EQ(tag.type, Type::Bytes);
  EXPECT_EQ(in.bytes().value(), "hearth");
  EXPECT_EQ(in.fixed64().value(), 0x0102030405060708U);
  EXPECT_EQ(in.fixed32().value(), 0xfffefdfcU);
  EXPECT_TRUE(in.done());
}

TEST(Wire, BytesAreThoseOfProtocolBuffers) {
  std::string bytes;
  Writer out(bytes);
  out.tag(1, Type::Varint);
  out.varint(150);
  EXPECT_EQ(bytes, "\x08\x96\x01");
}

TEST(Wire, ZigzagKeepsSmallNumbersSmall) {
  EXPECT_EQ(zigzag(0), 0U);
  EXPECT_EQ(zigzag(-1), 1U);
  EXPECT_EQ(zigzag(1), 2U);
  for (const int64_t value :
       {int64_t{0}, int64_t{-1}, std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()}) {
    EXPECT_EQ(unzigzag(zigzag(value)), value);
  }
}

TEST(Wire, EveryTruncationIsAnError) {
  std::string bytes;
  Writer out(bytes);
  out.varint(300);
  out.bytes("hearth");
  out.fixed64(1);
  out.fixed32(1);
  for (size_t size = 0; size < bytes.size(); ++size) {
    Reader in(std::string_view(bytes).substr(0, size));
    const bool whole = in.varint().ok() && in.bytes().ok() && in.fixed64().ok() && in.fixed32().ok();
    EXPECT_FALSE(whole) << size;
  }
  Reader in(std::string_view("\x96", 1));
  const Result<uint64_t> cut = in.varint();
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(cut.error(), corrupt("ends in the middle of a field", "byte 1"));
}

TEST(Wire, VarintsEndWithinTenBytesAndSixtyFourBits) {
  Reader eleven(std::string_view("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00", 11));
  EXPECT_EQ(eleven.varint().error().kind, Error::Corrupt);
  Reader too_great(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10));
  EXPECT_EQ(too_great.varint().error().kind, Error::Corrupt) << "more than 64 bits";
}

TEST(Wire, LengthsBeyondTheEndAreErrorsHoweverGreat) {
  std::string bytes;
  Writer out(bytes);
  out.varint(kMost);
  Reader in(bytes);
  EXPECT_EQ(in.bytes().error().kind, Error::Corrupt);
}

TEST(Wire, SkipsWhatItDoesNotKnow) {
  std::string bytes;
  Writer out(bytes);
  out.varint(300);
  out.fixed64(1);
  out.bytes("unknown");
  out.fixed32(1);
  out.varint(7);
  Reader in(bytes);
  for (const Type type : {Type::Varint, Type::Fixed64, Type::Bytes, Type::Fixed32}) EXPECT_TRUE(in.skip(type).ok());
  EXPECT_EQ(in.varint().value(), 7U);
  EXPECT_FALSE(in.skip(Type::Varint).ok());
}

TEST(Wire, RefusesTagsThatAreNone) {
  for (const std::string_view bytes : {std::string_view("\x00", 1), std::string_view("\x0b"), std::string_view("\x0c"),
                                       std::string_view("\x0f"), std::string_view("\xff\xff\xff\xff\xff\xff\x01")}) {
    Reader in(bytes);
    EXPECT_FALSE(in.tag().ok());
  }
}

}  // namespace
}  // namespace hearth::wire
