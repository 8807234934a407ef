#include <array>

#include "sync/bundle/envelope.hpp"
#include "sync/bundle/sections.hpp"

namespace hornbook::bundle {
namespace {

Bytes encode(const EnrolmentRequest& request) {
  ByteWriter writer;
  writer.raw(request.device.view());
  writer.sized(request.token);
  writer.text(request.device_name);
  writer.u8(static_cast<std::uint8_t>(request.profile));
  return writer.take();
}

Result<EnrolmentRequest> decode_request(ByteView bytes) {
  ByteReader reader(bytes);
  EnrolmentRequest request;
  TRY_ASSIGN(request.device, reader.id<VerifyKey>());
  TRY_ASSIGN(const ByteView token, reader.sized(limits::token_bytes_max));
  request.token.assign(token.begin(), token.end());
  TRY_ASSIGN(request.device_name, reader.text(limits::name_bytes_max));
  TRY_ASSIGN(const std::uint8_t profile, reader.u8());
  if (profile > static_cast<std::uint8_t>(journal::Profile::Hub))
    return fail(ErrorCode::BadInput, "enrolment request", "its profile is not known");
  request.profile = static_cast<journal::Profile>(profile);
  TRY_DONE(reader.end());
  return request;
}

Bytes encode(const Cursor& cursor) {
  ByteWriter writer;
  writer.varint(cursor.server_generation);
  writer.varint(cursor.packs.size());
  for (const Hash& pack : cursor.packs) writer.raw(pack.view());
  writer.varint(cursor.leases.size());
  for (const auto& [number, generation] : cursor.leases) {
    writer.varint(number);
    writer.varint(generation);
  }
  writer.varint(cursor.bases.size());
  for (const Hash& base : cursor.bases) writer.raw(base.view());
  writer.varint(cursor.parameter_version);
  writer.varint(cursor.rules_version);
  return writer.take();
}

Result<Cursor> decode_cursor(ByteView bytes) {
  ByteReader reader(bytes);
  Cursor cursor;
  TRY_ASSIGN(cursor.server_generation, reader.varint());
  TRY_ASSIGN(const std::uint64_t packs, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < packs; ++i) TRY_DONE(append(cursor.packs, reader.id<Hash>()));
  TRY_ASSIGN(const std::uint64_t leases, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < leases; ++i) {
    TRY_ASSIGN(const std::uint64_t number, reader.varint_up_to(0xffff'ffff));
    TRY_ASSIGN(const std::uint64_t generation, reader.varint());
    cursor.leases.emplace_back(static_cast<std::uint32_t>(number), generation);
  }
  TRY_ASSIGN(const std::uint64_t bases, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < bases; ++i) TRY_DONE(append(cursor.bases, reader.id<Hash>()));
  TRY_ASSIGN(const std::uint64_t parameters, reader.varint_up_to(0xffff'ffff));
  cursor.parameter_version = static_cast<std::uint32_t>(parameters);
  TRY_ASSIGN(cursor.rules_version, reader.varint());
  TRY_DONE(reader.end());
  return cursor;
}

Result<Hash> decode_parameters_in_use(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const Hash name, reader.id<Hash>());
  TRY_DONE(reader.end());
  return name;
}

Result<std::uint8_t> decode_parameter_format(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t format, reader.u8());
  TRY_DONE(reader.end());
  return format;
}

Result<ReplyBox> decode_reply_box(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const ReplyBox box, reader.id<ReplyBox>());
  TRY_DONE(reader.end());
  return box;
}

}  // namespace

Bytes encode_payload(const UpBundle& bundle) {
  ByteWriter writer;
  if (bundle.enrolment) put_section(writer, Section::EnrolmentRequest, encode(*bundle.enrolment));
  put_section(writer, Section::Cursor, encode(bundle.cursor));
  if (bundle.cursor.parameters) put_section(writer, Section::ParametersInUse, bundle.cursor.parameters->view());
  if (bundle.cursor.parameter_format != 0)
    put_section(writer, Section::ParameterFormat, std::array{bundle.cursor.parameter_format});
  for (const auto& header : bundle.headers) put_section(writer, Section::EpochHeader, journal::encode(header));
  for (const auto& segment : bundle.segments) put_section(writer, Section::Segment, journal::encode(segment));
  for (const auto& row : bundle.rows) put_section(writer, Section::Row, journal::encode(row));
  if (bundle.reply_box) put_section(writer, Section::BoxForReply, bundle.reply_box->view());
  return writer.take();
}

Result<std::optional<EnrolmentRequest>> find_enrolment_request(ByteView payload) {
  std::optional<EnrolmentRequest> found;
  TRY_DONE(each_section(payload, [&](std::uint64_t type, ByteView body) -> Done {
    if (type != static_cast<std::uint64_t>(Section::EnrolmentRequest)) return {};
    return set_once(found, decode_request(body));
  }));
  return found;
}

Result<UpBundle> decode_up_payload(ByteView payload) {
  UpBundle bundle;
  std::optional<Cursor> cursor;
  std::optional<Hash> parameters;
  std::optional<std::uint8_t> parameter_format;
  TRY_DONE(each_section(payload, [&](std::uint64_t type, ByteView body) -> Done {
    if (type > 0xff) return {};
    switch (static_cast<Section>(type)) {
      case Section::EnrolmentRequest:
        return set_once(bundle.enrolment, decode_request(body));
      case Section::Cursor:
        return set_once(cursor, decode_cursor(body));
      case Section::EpochHeader:
        return append(bundle.headers, journal::decode_epoch_header(body));
      case Section::Segment:
        return append(bundle.segments, journal::decode_segment(body));
      case Section::Row:
        return append(bundle.rows, journal::decode_row(body));
      case Section::ParametersInUse:
        return set_once(parameters, decode_parameters_in_use(body));
      case Section::ParameterFormat:
        return set_once(parameter_format, decode_parameter_format(body));
      case Section::BoxForReply:
        return set_once(bundle.reply_box, decode_reply_box(body));
      default:
        return {};  // of a later version
    }
  }));
  if (!cursor) return fail(ErrorCode::BadInput, "bundle", "it has no cursor");
  bundle.cursor = std::move(*cursor);
  bundle.cursor.parameters = parameters;
  bundle.cursor.parameter_format = parameter_format.value_or(0);
  return bundle;
}

Result<Bytes> encode(const UpBundle& bundle, const SigningKey& device, const BoxPublicKey& ingest) {
  return seal_envelope(Direction::Up, bundle.device, encode_payload(bundle), device, ingest);
}

Result<UpBundle> decode_up(ByteView bytes, const BoxKey& ingest, const DeviceKeys& devices) {
  TRY_ASSIGN(const Opened opened, open_envelope(Direction::Up, bytes, ingest));
  std::optional<VerifyKey> key = devices(opened.device);
  if (!key) {
    TRY_ASSIGN(const auto request, find_enrolment_request(opened.payload));
    if (request && device_id_of(request->device) == opened.device) key = request->device;
  }
  if (!key || !check_signature(opened, *key))
    return fail(ErrorCode::NotAllowed, "bundle", "it does not come from an enrolled device; enrol the device again");
  TRY_ASSIGN(UpBundle bundle, decode_up_payload(opened.payload));
  bundle.device = opened.device;
  return bundle;
}

}  // namespace hornbook::bundle
