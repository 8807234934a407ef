#include "runtime/journal/epoch.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::journal {
namespace {

constexpr std::string_view signing_purpose = "hornbook epoch header";
constexpr std::size_t sealed_key_size = SecretKey::size + sealed_box_overhead;

Bytes encode_unsigned(const EpochHeader& header) {
  ByteWriter writer;
  writer.u8(header.version);
  writer.raw(header.device.view());
  writer.varint(header.epoch);
  writer.varint(header.boot_counter);
  writer.raw(header.previous_header.view());
  writer.varint(header.previous_last_sequence);
  writer.varint(header.server_generation);
  writer.signed_varint(header.time.unix_ms);
  writer.signed_varint(header.time.uncertainty_ms);
  writer.signed_varint(header.time_floor_ms);
  writer.raw(header.ingest_key.view());
  writer.sized(header.sealed_key);
  return writer.take();
}

Result<EpochHeader> decode_unsigned(ByteReader& reader) {
  EpochHeader header;
  TRY_ASSIGN(header.version, reader.u8());
  if (header.version != 1) return fail(ErrorCode::BadInput, "epoch header", "it has a version that is not known here");
  TRY_ASSIGN(header.device, reader.id<DeviceId>());
  TRY_ASSIGN(header.epoch, reader.varint());
  TRY_ASSIGN(header.boot_counter, reader.varint());
  TRY_ASSIGN(header.previous_header, reader.id<Hash>());
  TRY_ASSIGN(header.previous_last_sequence, reader.varint());
  TRY_ASSIGN(header.server_generation, reader.varint());
  TRY_ASSIGN(header.time.unix_ms, reader.signed_varint());
  TRY_ASSIGN(header.time.uncertainty_ms, reader.signed_varint());
  TRY_ASSIGN(header.time_floor_ms, reader.signed_varint());
  TRY_ASSIGN(header.ingest_key, reader.id<Hash>());
  TRY_ASSIGN(const ByteView sealed_key, reader.sized(sealed_key_size));
  header.sealed_key.assign(sealed_key.begin(), sealed_key.end());
  return header;
}

}  // namespace

Bytes encode(const EpochHeader& header) {
  ByteWriter writer;
  writer.raw(encode_unsigned(header));
  writer.raw(header.signature.view());
  return writer.take();
}

Result<EpochHeader> decode_epoch_header(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(EpochHeader header, decode_unsigned(reader));
  if (header.epoch == 0) return fail(ErrorCode::BadInput, "epoch header", "epochs are counted from 1");
  if (header.sealed_key.size() != sealed_key_size) {
    return fail(ErrorCode::BadInput, "epoch header", "its sealed key has the wrong length");
  }
  TRY_ASSIGN(header.signature, reader.id<Signature>());
  TRY_DONE(reader.end());
  return header;
}

void sign(EpochHeader& header, const SigningKey& device) {
  header.signature = device.sign(signing_purpose, encode_unsigned(header));
}

bool signed_by(const EpochHeader& header, const VerifyKey& device) {
  return header.device == device_id_of(device) &&
         verify(device, signing_purpose, encode_unsigned(header), header.signature);
}

Hash hash_of(const EpochHeader& header) { return hash(encode(header)); }

}  // namespace hornbook::journal
