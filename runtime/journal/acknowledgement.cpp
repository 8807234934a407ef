#include "runtime/journal/acknowledgement.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::journal {
namespace {

constexpr std::string_view signing_purpose = "hornbook acknowledgement";
constexpr std::uint8_t version = 1;

tl::unexpected<Error> contradictory() {
  return fail(ErrorCode::BadInput, "acknowledgement", "its levels and gaps contradict each other");
}

void write_epoch(ByteWriter& writer, const EpochAcknowledgement& epoch) {
  writer.varint(epoch.epoch);
  writer.varint(epoch.stored_through);
  writer.varint(epoch.backed_up_through);
  writer.varint(std::max(epoch.highest_seen, epoch.stored_through));
  writer.varint(epoch.missing.size());
  for (const SequenceRange& range : epoch.missing) {
    writer.varint(range.first);
    writer.varint(range.last);
  }
}

Done read_gaps(ByteReader& reader, EpochAcknowledgement& epoch) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::acknowledged_gaps_max));
  std::uint64_t above = epoch.stored_through;
  for (std::uint64_t i = 0; i < count; ++i) {
    SequenceRange range;
    TRY_ASSIGN(range.first, reader.varint());
    TRY_ASSIGN(range.last, reader.varint());
    if (range.first <= above || range.last < range.first || range.last >= epoch.highest_seen) return contradictory();
    above = range.last;
    epoch.missing.push_back(range);
  }
  return {};
}

Result<EpochAcknowledgement> read_epoch(ByteReader& reader) {
  EpochAcknowledgement epoch;
  TRY_ASSIGN(epoch.epoch, reader.varint());
  TRY_ASSIGN(epoch.stored_through, reader.varint());
  TRY_ASSIGN(epoch.backed_up_through, reader.varint());
  TRY_ASSIGN(epoch.highest_seen, reader.varint());
  if (epoch.backed_up_through > epoch.highest_seen || epoch.stored_through > epoch.highest_seen) {
    return contradictory();
  }
  TRY_DONE(read_gaps(reader, epoch));
  return epoch;
}

Bytes encode_unsigned(const Acknowledgement& acknowledgement) {
  ByteWriter writer;
  writer.u8(version);
  writer.raw(acknowledgement.device.view());
  writer.varint(acknowledgement.generation);
  writer.signed_varint(acknowledgement.signed_time_ms);
  writer.varint(acknowledgement.epochs.size());
  for (const EpochAcknowledgement& epoch : acknowledgement.epochs) write_epoch(writer, epoch);
  return writer.take();
}

}  // namespace

Bytes encode(const Acknowledgement& acknowledgement) {
  ByteWriter writer;
  writer.raw(encode_unsigned(acknowledgement));
  writer.raw(acknowledgement.signature.view());
  return writer.take();
}

Result<Acknowledgement> decode_acknowledgement(ByteView bytes) {
  ByteReader reader(bytes);
  Acknowledgement acknowledgement;
  TRY_ASSIGN(const std::uint8_t found_version, reader.u8());
  if (found_version != version) {
    return fail(ErrorCode::BadInput, "acknowledgement", "it has a version that is not known here");
  }
  TRY_ASSIGN(acknowledgement.device, reader.id<DeviceId>());
  TRY_ASSIGN(acknowledgement.generation, reader.varint());
  TRY_ASSIGN(acknowledgement.signed_time_ms, reader.signed_varint());
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::acknowledged_epochs_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(EpochAcknowledgement epoch, read_epoch(reader));
    const std::uint64_t previous = acknowledgement.epochs.empty() ? 0 : acknowledgement.epochs.back().epoch;
    if (epoch.epoch <= previous) return contradictory();
    acknowledgement.epochs.push_back(std::move(epoch));
  }
  TRY_ASSIGN(acknowledgement.signature, reader.id<Signature>());
  TRY_DONE(reader.end());
  return acknowledgement;
}

void sign(Acknowledgement& acknowledgement, const SigningKey& school) {
  acknowledgement.signature = school.sign(signing_purpose, encode_unsigned(acknowledgement));
}

bool signed_by(const Acknowledgement& acknowledgement, const VerifyKey& school) {
  return verify(school, signing_purpose, encode_unsigned(acknowledgement), acknowledgement.signature);
}

}  // namespace hornbook::journal
