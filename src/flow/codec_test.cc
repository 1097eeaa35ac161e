#include "flow/codec.h"

#include <gtest/gtest.h>

#include "base/wire.h"

namespace hearth::flow {
namespace {

Plan sample() {
  Plan plan;
  plan.head.id.value = 7;
  plan.head.trace.value = 5;
  plan.head.at = from_microseconds(1'700'000'000'000'000);
  plan.head.from = {{5}, {6}};
  plan.settles.value = 6;
  plan.steps = {Set{EntityId{3}, Capability::OnOff, false, 0}, Say{literal("done")}};
  return plan;
}

TEST(Codec, DefaultsTakeNoBytes) {
  EXPECT_EQ(encode(Message(Observation{})), "");
  EXPECT_EQ(decode(Message(Observation{}).index(), "").value(), Message(Observation{}));
  Observation certain;
  certain.confidence = 0;  // the default is 1
  EXPECT_NE(encode(Message(certain)), "");
}

TEST(Codec, FieldsOfALaterProgramAreSkipped) {
  std::string bytes = encode(Message(sample()));
  wire::Writer out(bytes);
  out.tag(900, wire::Type::Bytes);
  out.bytes("from the future");
  out.tag(901, wire::Type::Fixed32);
  out.fixed32(1);
  EXPECT_EQ(decode(Message(Plan{}).index(), bytes).value(), Message(sample()));
}

TEST(Codec, ErrorsSayWhatCannotBeRead) {
  const std::string bytes = encode(Message(sample()));
  EXPECT_EQ(decode(std::variant_size_v<Message>, bytes).error().kind, Error::InvalidInput);
  const size_t plan = Message(Plan{}).index();
  const Result<Message> cut = decode(plan, std::string_view(bytes).substr(0, bytes.size() - 1));
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(cut.error().kind, Error::Corrupt);
  EXPECT_FALSE(cut.error().place.empty());
  std::string other_type;
  wire::Writer out(other_type);
  out.tag(1, wire::Type::Fixed32);  // the head is no number
  out.fixed32(1);
  EXPECT_EQ(decode(plan, other_type).error().kind, Error::Corrupt);
}

TEST(Codec, ABodyLeavesOutWhatTheEntryHasAndTakesItBack) {
  Entry entry{{7}, from_microseconds(1'700'000'000'000'000), Entry::Emission, {5}, "decide", Message(sample())};
  const std::string body = encode_body(entry);
  Entry moved = entry;
  moved.seq.value = 8;
  moved.at += std::chrono::seconds(1);
  EXPECT_EQ(encode_body(moved), body) << "number, trace and time are the columns'";
  Entry read{entry.seq, entry.at, entry.direction, entry.trace, {}, {}};
  ASSERT_TRUE(decode_body(entry.message.index(), body, read).ok());
  EXPECT_EQ(read, entry);
  Entry empty{entry.seq, entry.at, entry.direction, entry.trace, {}, {}};
  EXPECT_FALSE(decode_body(entry.message.index(), "", empty).ok()) << "no message in it";
}

}  // namespace
}  // namespace hearth::flow
