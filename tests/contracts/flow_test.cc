// Every message survives the journal's bytes and the JSON, whatever is in it.
#include <gtest/gtest.h>

#include "base/wire.h"
#include "flow/codec.h"
#include "flow/json.h"
#include "tests/contracts/random_message.h"

namespace hearth::contracts {
namespace {

constexpr size_t kKinds = std::variant_size_v<flow::Message>;
constexpr int kRounds = 40;

class FlowTest : public testing::TestWithParam<size_t> {};

TEST_P(FlowTest, IsTheSameAfterItsBytes) {
  RandomMessage random(GetParam() + 1);
  for (int round = 0; round < kRounds; ++round) {
    const flow::Message message = random.of_kind(GetParam());
    const std::string bytes = flow::encode(message);
    const Result<flow::Message> again = flow::decode(GetParam(), bytes);
    ASSERT_TRUE(again) << to_string(again.error());
    EXPECT_EQ(*again, message) << dump(flow::to_json(message));
    EXPECT_EQ(flow::encode(*again), bytes);
  }
}

TEST_P(FlowTest, IsTheSameAfterItsJson) {
  RandomMessage random(GetParam() + 1001);
  for (int round = 0; round < kRounds; ++round) {
    const flow::Message message = random.of_kind(GetParam());
    const std::string text = dump(flow::to_json(message));
    const Result<Json> json = parse_json(text, "message", 1 << 24, 128);
    ASSERT_TRUE(json) << to_string(json.error());
    const Result<flow::Message> again = flow::message_from_json(*json);
    ASSERT_TRUE(again) << to_string(again.error()) << "\n" << text;
    EXPECT_EQ(*again, message) << text;
  }
}

TEST_P(FlowTest, SkipsFieldsOfANewerProgram) {
  RandomMessage random(GetParam() + 2001);
  const flow::Message message = random.of_kind(GetParam());
  std::string bytes = flow::encode(message);
  wire::Writer newer(bytes);
  newer.tag(900, wire::Type::Varint);
  newer.varint(7);
  newer.tag(901, wire::Type::Bytes);
  newer.bytes("what an older program does not know");
  newer.tag(902, wire::Type::Fixed64);
  newer.fixed64(1);
  newer.tag(903, wire::Type::Fixed32);
  newer.fixed32(1);
  const Result<flow::Message> again = flow::decode(GetParam(), bytes);
  ASSERT_TRUE(again) << to_string(again.error());
  EXPECT_EQ(*again, message);
}

TEST_P(FlowTest, ABodyCutShortIsRefusedOrReadsAsLess) {
  RandomMessage random(GetParam() + 3001);
  const std::string bytes = flow::encode(random.of_kind(GetParam()));
  for (size_t length = 0; length < bytes.size(); ++length) {
    const Result<flow::Message> again = flow::decode(GetParam(), bytes.substr(0, length));
    if (!again) { EXPECT_EQ(again.error().kind, Error::Corrupt); }
  }
}

TEST_P(FlowTest, AnEntrysBodyLeavesOutWhatItsColumnsCarry) {
  RandomMessage random(GetParam() + 4001);
  flow::Entry entry{{17}, from_microseconds(1'000'000), flow::Entry::Emission, {5}, "node", random.of_kind(GetParam())};
  flow::Header& head = flow::head_of(entry.message);
  head.id = entry.seq;
  head.trace = entry.trace;
  head.at = entry.at;
  flow::Entry again{entry.seq, entry.at, entry.direction, entry.trace, {}, {}};
  ASSERT_TRUE(flow::decode_body(entry.message.index(), flow::encode_body(entry), again));
  EXPECT_EQ(again, entry);
}

INSTANTIATE_TEST_SUITE_P(Kinds, FlowTest, testing::Range(size_t{0}, kKinds),
                         [](const auto& test) { return std::string(flow::kind_name(test.param)); });

TEST(Flow, RefusesAKindThatItDoesNotKnow) { EXPECT_EQ(flow::decode(kKinds, "").error().kind, Error::InvalidInput); }

}  // namespace
}  // namespace hearth::contracts
