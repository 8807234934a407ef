#include "runtime/journal/epoch.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "runtime/journal/sealing.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::journal {
namespace {

EpochHeader sample_header(const SigningKey& device) {
  EpochHeader header;
  header.device = device_id_of(device.verify_key());
  header.epoch = 300;
  header.boot_counter = 12;
  header.previous_header = hash(as_bytes("previous"));
  header.previous_last_sequence = 77;
  header.server_generation = 2;
  header.time = {1'790'000'000'000, 90'000};
  header.time_floor_ms = 1'789'999'000'000;
  header.ingest_key = hash(as_bytes("ingest"));
  header.sealed_key = seal_to(BoxKey::generate().public_key(), SecretKey::generate().view());
  sign(header, device);
  return header;
}

Row sample_row() {
  Row row;
  row.epoch = 4;
  row.sequence = 130;
  row.sealed = Bytes(40, 0x5a);
  row.chain = next_chain(hash(as_bytes("header")), row);
  return row;
}

Segment sample_segment() {
  Segment segment;
  segment.epoch = 4;
  segment.number = 1;
  segment.first_sequence = 100;
  segment.last_sequence = 399;
  segment.chain_end = hash(as_bytes("chain"));
  segment.sealed = Bytes(900, 0x33);
  return segment;
}

template <class Decode>
void expect_every_truncation_refused(const Bytes& whole, Decode decode) {
  ASSERT_TRUE(decode(whole).has_value());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode(ByteView(whole).first(size)).has_value()) << size;
  }
  Bytes longer = whole;
  longer.push_back(0);
  EXPECT_FALSE(decode(longer).has_value());
}

TEST(EpochHeader, EveryField_ReadsBackAsWritten) {
  const SigningKey device = SigningKey::generate();
  const EpochHeader header = sample_header(device);
  const EpochHeader read = decode_epoch_header(encode(header)).value();
  EXPECT_EQ(read.device, header.device);
  EXPECT_EQ(read.epoch, 300u);
  EXPECT_EQ(read.boot_counter, 12u);
  EXPECT_EQ(read.previous_header, header.previous_header);
  EXPECT_EQ(read.previous_last_sequence, 77u);
  EXPECT_EQ(read.server_generation, 2u);
  EXPECT_EQ(read.time, header.time);
  EXPECT_EQ(read.time_floor_ms, header.time_floor_ms);
  EXPECT_EQ(read.ingest_key, header.ingest_key);
  EXPECT_EQ(read.sealed_key, header.sealed_key);
  EXPECT_TRUE(signed_by(read, device.verify_key()));
  EXPECT_EQ(hash_of(read), hash_of(header));
}

TEST(EpochHeader, UnknownTime_KeepsItsNegativeUncertainty) {
  const SigningKey device = SigningKey::generate();
  EpochHeader header = sample_header(device);
  header.time = {0, -1};
  sign(header, device);
  EXPECT_EQ(decode_epoch_header(encode(header)).value().time, (TimeEstimate{0, -1}));
}

TEST(EpochHeader, AnyFlippedBit_IsRefusedOrBreaksTheSignature) {
  const SigningKey device = SigningKey::generate();
  const Bytes whole = encode(sample_header(device));
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    Bytes changed = whole;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1u << (bit % 8)));
    const auto header = decode_epoch_header(changed);
    EXPECT_FALSE(header.has_value() && signed_by(*header, device.verify_key())) << "bit " << bit;
  }
}

TEST(EpochHeader, SignedByAnotherDevice_IsNotTrusted) {
  const SigningKey device = SigningKey::generate();
  const SigningKey thief = SigningKey::generate();
  EpochHeader header = sample_header(device);
  sign(header, thief);
  EXPECT_FALSE(signed_by(header, thief.verify_key()));
  EXPECT_FALSE(signed_by(header, device.verify_key()));
}

TEST(EpochHeader, Truncated_IsRefused) {
  expect_every_truncation_refused(encode(sample_header(SigningKey::generate())), decode_epoch_header);
}

TEST(JournalRow, EventAndSkip_ReadBackAsWritten) {
  const Row row = sample_row();
  const Row read = decode_row(encode(row)).value();
  EXPECT_EQ(read.epoch, row.epoch);
  EXPECT_EQ(read.sequence, row.sequence);
  EXPECT_EQ(read.sealed, row.sealed);
  EXPECT_EQ(read.chain, row.chain);
  EXPECT_FALSE(read.skipped);

  const Row skip = make_skip(SigningKey::generate(), 4, 131, row.chain);
  const Row read_skip = decode_row(encode(skip)).value();
  EXPECT_TRUE(read_skip.skipped);
  EXPECT_EQ(read_skip.skip_signature, skip.skip_signature);
  EXPECT_EQ(read_skip.chain, next_chain(row.chain, read_skip));
}

TEST(JournalRow, TruncatedOrTooLong_IsRefused) {
  expect_every_truncation_refused(encode(sample_row()), decode_row);
  Row row = sample_row();
  row.sealed = Bytes(limits::event_bytes_max + 17);
  EXPECT_EQ(decode_row(encode(row)).error().code, ErrorCode::LimitExceeded);
}

TEST(JournalRow, Chain_DependsOnEveryPart) {
  const Row row = sample_row();
  const Hash before = hash(as_bytes("header"));
  Row other = row;
  other.sealed[3] ^= 1;
  EXPECT_NE(next_chain(before, other), row.chain);
  other = row;
  other.sequence += 1;
  EXPECT_NE(next_chain(before, other), row.chain);
  EXPECT_NE(next_chain(row.chain, row), row.chain);
}

TEST(Segment, EveryField_ReadsBackAsWritten) {
  const Segment segment = sample_segment();
  const Segment read = decode_segment(encode(segment)).value();
  EXPECT_EQ(read.epoch, segment.epoch);
  EXPECT_EQ(read.number, segment.number);
  EXPECT_EQ(read.first_sequence, segment.first_sequence);
  EXPECT_EQ(read.last_sequence, segment.last_sequence);
  EXPECT_EQ(read.codec, segment.codec);
  EXPECT_EQ(read.dictionary, segment.dictionary);
  EXPECT_EQ(read.chain_end, segment.chain_end);
  EXPECT_EQ(read.sealed, segment.sealed);
}

TEST(Segment, TruncatedOrTooLong_IsRefused) {
  expect_every_truncation_refused(encode(sample_segment()), decode_segment);
  Segment segment = sample_segment();
  segment.sealed = Bytes(limits::segment_bytes_max + 1);
  EXPECT_EQ(decode_segment(encode(segment)).error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::journal
