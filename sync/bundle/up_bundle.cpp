#include "sync/bundle/cursor.hpp"
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

Result<std::uint8_t> decode_parameter_format(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t format, reader.u8());
  TRY_DONE(reader.end());
  return format;
}

}  // namespace

Bytes encode_payload(const UpBundle& bundle) {
  ByteWriter writer;
  if (bundle.enrolment) put_section(writer, Section::EnrolmentRequest, encode(*bundle.enrolment));
  if (bundle.cursor_name)
    put_section(writer, Section::NamedCursor, bundle.cursor_name->view());
  else
    put_cursor(writer, bundle.cursor);
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
  std::optional<journal::BadgesMark> badges;
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
        return set_once(parameters, id_from_bytes<Hash>(body));
      case Section::ParameterFormat:
        return set_once(parameter_format, decode_parameter_format(body));
      case Section::BoxForReply:
        return set_once(bundle.reply_box, id_from_bytes<ReplyBox>(body));
      case Section::BadgesMark:
        return set_once(badges, id_from_bytes<journal::BadgesMark>(body));
      case Section::NamedCursor:
        return set_once(bundle.cursor_name, id_from_bytes<CursorName>(body));
      default:
        return {};  // of a later version
    }
  }));
  if (cursor.has_value() == bundle.cursor_name.has_value())
    return fail(ErrorCode::BadInput, "bundle", "it has no cursor, or one and the name of another");
  if (!cursor) return bundle;
  bundle.cursor = std::move(*cursor);
  bundle.cursor.parameters = parameters;
  bundle.cursor.parameter_format = parameter_format.value_or(0);
  bundle.cursor.badges = badges;
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
