#include "runtime/core/bytes.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "runtime/core/ids.hpp"

namespace hornbook {
namespace {

TEST(Bytes, EveryKindOfValue_ReadsBackAsWritten) {
  ByteWriter writer;
  writer.u8(7);
  writer.u16(65'000);
  writer.u32(4'000'000'000u);
  writer.u64(std::numeric_limits<std::uint64_t>::max());
  writer.varint(300);
  writer.signed_varint(-1'000'000);
  writer.signed_varint(std::numeric_limits<std::int64_t>::min());
  writer.text("slate");
  ByteReader reader(writer.view());
  EXPECT_EQ(reader.u8().value(), 7);
  EXPECT_EQ(reader.u16().value(), 65'000);
  EXPECT_EQ(reader.u32().value(), 4'000'000'000u);
  EXPECT_EQ(reader.u64().value(), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(reader.varint().value(), 300u);
  EXPECT_EQ(reader.signed_varint().value(), -1'000'000);
  EXPECT_EQ(reader.signed_varint().value(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(reader.text(10).value(), "slate");
  EXPECT_TRUE(reader.end().has_value());
}

TEST(Bytes, TruncatedInput_IsAnErrorAtEveryLength) {
  ByteWriter writer;
  writer.u32(1);
  writer.text("abcdef");
  const Bytes whole = writer.take();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    ByteReader reader(ByteView(whole).first(size));
    const auto number = reader.u32();
    EXPECT_FALSE(number.has_value() && reader.text(10).has_value()) << size;
  }
}

TEST(Bytes, VarintThatIsNotMinimalOrTooLong_IsRefused) {
  const Bytes padded = {0x80, 0x00};
  EXPECT_FALSE(ByteReader(padded).varint().has_value());
  const Bytes endless(11, 0xff);
  EXPECT_FALSE(ByteReader(endless).varint().has_value());
}

TEST(Bytes, TextLongerThanItsLimit_IsRefused) {
  ByteWriter writer;
  writer.text("twelve bytes");
  EXPECT_EQ(ByteReader(writer.view()).text(11).error().code, ErrorCode::LimitExceeded);
}

TEST(Hexadecimal, RoundTripsAndRefusesWhatIsNot) {
  const Bytes bytes = {0x00, 0xab, 0xff};
  EXPECT_EQ(to_hex(bytes), "00abff");
  EXPECT_EQ(bytes_from_hex("00abff").value(), bytes);
  EXPECT_FALSE(bytes_from_hex("00abf").has_value());
  EXPECT_FALSE(bytes_from_hex("00AB").has_value());
  EXPECT_FALSE(id_from_hex<Hash>("00").has_value());
}

}  // namespace
}  // namespace hornbook
