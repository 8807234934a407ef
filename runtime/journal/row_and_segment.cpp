#include "runtime/core/limits.hpp"
#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/sealing.hpp"

namespace hornbook::journal {
namespace {

constexpr std::uint8_t row_version = 1;
enum class RowKind : std::uint8_t { Event = 1, Skip = 2 };

constexpr std::size_t tag_size = 16;
constexpr std::size_t sealed_event_bytes_max = limits::event_bytes_max + tag_size;

void write_segment_fields(ByteWriter& writer, const Segment& segment) {
  writer.u8(segment.version);
  writer.varint(segment.epoch);
  writer.varint(segment.number);
  writer.varint(segment.first_sequence);
  writer.varint(segment.last_sequence - segment.first_sequence);
  writer.u8(segment.codec);
  writer.varint(segment.dictionary);
  writer.raw(segment.chain_end.view());
}

Result<Segment> read_segment_fields(ByteReader& reader) {
  Segment segment;
  TRY_ASSIGN(segment.version, reader.u8());
  if (segment.version != 1) return fail(ErrorCode::BadInput, "segment", "it has a version that is not known here");
  TRY_ASSIGN(segment.epoch, reader.varint());
  TRY_ASSIGN(const std::uint64_t number, reader.varint_up_to(UINT32_MAX));
  segment.number = static_cast<std::uint32_t>(number);
  TRY_ASSIGN(segment.first_sequence, reader.varint());
  TRY_ASSIGN(const std::uint64_t span, reader.varint_up_to(UINT64_MAX - segment.first_sequence));
  segment.last_sequence = segment.first_sequence + span;
  TRY_ASSIGN(segment.codec, reader.u8());
  TRY_ASSIGN(const std::uint64_t dictionary, reader.varint_up_to(UINT32_MAX));
  segment.dictionary = static_cast<std::uint32_t>(dictionary);
  TRY_ASSIGN(segment.chain_end, reader.id<Hash>());
  if (segment.epoch == 0 || segment.first_sequence == 0) {
    return fail(ErrorCode::BadInput, "segment", "epochs and sequences are counted from 1");
  }
  return segment;
}

}  // namespace

Bytes encode(const Row& row) {
  ByteWriter writer;
  writer.u8(row_version);
  writer.u8(static_cast<std::uint8_t>(row.skipped ? RowKind::Skip : RowKind::Event));
  writer.varint(row.epoch);
  writer.varint(row.sequence);
  writer.raw(row.chain.view());
  if (row.skipped) {
    writer.raw(row.skip_signature.view());
  } else {
    writer.sized(row.sealed);
  }
  return writer.take();
}

Result<Row> decode_row(ByteView bytes) {
  ByteReader reader(bytes);
  Row row;
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  TRY_ASSIGN(const std::uint8_t kind, reader.u8());
  if (version != row_version || (kind != 1 && kind != 2)) {
    return fail(ErrorCode::BadInput, "journal row", "it has a version or kind that is not known here");
  }
  row.skipped = kind == static_cast<std::uint8_t>(RowKind::Skip);
  TRY_ASSIGN(row.epoch, reader.varint());
  TRY_ASSIGN(row.sequence, reader.varint());
  if (row.epoch == 0 || row.sequence == 0) {
    return fail(ErrorCode::BadInput, "journal row", "epochs and sequences are counted from 1");
  }
  TRY_ASSIGN(row.chain, reader.id<Hash>());
  if (row.skipped) {
    TRY_ASSIGN(row.skip_signature, reader.id<Signature>());
  } else {
    TRY_ASSIGN(const ByteView sealed, reader.sized(sealed_event_bytes_max));
    if (sealed.size() < tag_size) return fail(ErrorCode::BadInput, "journal row", "it is too short to hold an event");
    row.sealed.assign(sealed.begin(), sealed.end());
  }
  TRY_DONE(reader.end());
  return row;
}

Bytes encode(const Segment& segment) {
  ByteWriter writer;
  write_segment_fields(writer, segment);
  writer.sized(segment.sealed);
  return writer.take();
}

Result<Segment> decode_segment(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(Segment segment, read_segment_fields(reader));
  TRY_ASSIGN(const ByteView sealed, reader.sized(limits::segment_bytes_max));
  if (sealed.size() < tag_size) return fail(ErrorCode::BadInput, "segment", "it is too short to hold an event");
  segment.sealed.assign(sealed.begin(), sealed.end());
  TRY_DONE(reader.end());
  return segment;
}

Bytes row_associated_data(const DeviceId& device, std::uint64_t epoch, std::uint64_t sequence) {
  ByteWriter writer;
  writer.u8(row_version);
  writer.raw(device.view());
  writer.u64(epoch);
  writer.u64(sequence);
  return writer.take();
}

Bytes segment_associated_data(const DeviceId& device, const Segment& segment) {
  ByteWriter writer;
  writer.raw(device.view());
  write_segment_fields(writer, segment);
  return writer.take();
}

Hash next_chain(const Hash& previous, const Row& row) {
  ByteWriter numbers;
  numbers.u64(row.epoch);
  numbers.u64(row.sequence);
  return hash({previous.view(), numbers.view(), row.sealed});
}

Row make_skip(const SigningKey& device, std::uint64_t epoch, std::uint64_t sequence, const Hash& previous_chain) {
  Row row;
  row.epoch = epoch;
  row.sequence = sequence;
  row.skipped = true;
  row.skip_signature =
      device.sign(skip_purpose, row_associated_data(device_id_of(device.verify_key()), epoch, sequence));
  row.chain = next_chain(previous_chain, row);
  return row;
}

bool skip_signed_by(const Row& row, const DeviceId& device, const VerifyKey& key) {
  return row.skipped && device == device_id_of(key) &&
         verify(key, skip_purpose, row_associated_data(device, row.epoch, row.sequence), row.skip_signature);
}

}  // namespace hornbook::journal
