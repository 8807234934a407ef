#include "sync/bundle/relay_messages.hpp"

#include <gtest/gtest.h>

#include "sync/bundle/carrier_limits.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::bundle {
namespace {

TEST(RelayMessages, ComeOutAsTheyWentIn) {
  Visit visit;
  visit.boxes.resize(limits::relay_boxes);
  visit.boxes[3].bytes[2] = 7;
  visit.bundle = Bytes(1000, 5);
  const auto visited = decode_visit(encode(visit));
  ASSERT_TRUE(visited);
  EXPECT_EQ(visited->boxes, visit.boxes);
  EXPECT_EQ(visited->bundle, visit.bundle);
  const BatchAnswer answer{2, {{visit.boxes[3], Bytes(10, 1)}}};
  const auto answered = decode_batch_answer(encode(answer));
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->handled, 2u);
  EXPECT_EQ(answered->replies.at(0).box, visit.boxes[3]);
  EXPECT_EQ(decode_fetched(encode_fetched(answer.replies))->at(0).reply, Bytes(10, 1));
  EXPECT_EQ(decode_batch(encode_batch({{1}, {}, {2, 3}})).value(), (Batch{{1}, {}, {2, 3}}));
}

TEST(RelayMessages, OneForTheOther_CutShortOrTooLong_IsRefused) {
  Visit visit;
  visit.bundle = Bytes(20, 1);
  const Bytes bytes = encode(visit);
  EXPECT_FALSE(decode_batch(bytes));
  EXPECT_FALSE(decode_fetched(bytes));
  EXPECT_FALSE(decode_batch_answer(bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_visit(ByteView(bytes).first(size)));
  Bytes longer = bytes;
  longer.push_back(0);
  EXPECT_FALSE(decode_visit(longer));
  visit.boxes.resize(limits::relay_boxes + 1);
  EXPECT_FALSE(decode_visit(encode(visit)));
  EXPECT_FALSE(decode_batch(encode_batch(Batch(limits::relay_batch_bundles_max + 1))));
}

}  // namespace
}  // namespace hornbook::bundle
