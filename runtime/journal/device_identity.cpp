#include "runtime/journal/device_identity.hpp"

#include <algorithm>
#include <array>

#include "runtime/core/limits.hpp"
#include "runtime/journal/durable_file.hpp"
#include "runtime/journal/identity_codec.hpp"
#include "runtime/journal/told_ingest_key.hpp"

namespace hornbook::journal {
namespace {

constexpr std::string_view magic = "HBID";
constexpr std::uint8_t version = 1;
constexpr std::array<std::string_view, 4> profile_names = {"demo", "station", "home", "hub"};

std::filesystem::path identity_path(const std::filesystem::path& data_directory) { return data_directory / "identity"; }

void write_trust(ByteWriter& writer, const SchoolTrust& school) {
  writer.text(school.name);
  writer.raw(school.signing.view());
  writer.raw(school.ingest.view());
  writer.raw(school.tls_pin.view());
  writer.text(school.server_url);
  writer.varint(school.packs.threshold);
  writer.varint(school.packs.publishers.size());
  for (const VerifyKey& publisher : school.packs.publishers) writer.raw(publisher.view());
}

Result<SchoolTrust> read_trust(ByteReader& reader) {
  SchoolTrust school;
  TRY_ASSIGN(school.name, reader.text(limits::name_bytes_max));
  TRY_ASSIGN(school.signing, reader.id<VerifyKey>());
  TRY_ASSIGN(school.ingest, reader.id<BoxPublicKey>());
  TRY_ASSIGN(school.tls_pin, reader.id<Hash>());
  TRY_ASSIGN(school.server_url, reader.text(limits::url_bytes_max));
  TRY_ASSIGN(const std::uint64_t threshold, reader.varint_up_to(limits::pack_publishers_max));
  school.packs.threshold = static_cast<std::size_t>(threshold);
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::pack_publishers_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(const VerifyKey publisher, reader.id<VerifyKey>());
    school.packs.publishers.push_back(publisher);
  }
  // A threshold of 0 would let anybody sign packs.
  if (threshold == 0) return fail(ErrorCode::BadInput, "device identity", "it asks for no signature on packs");
  return school;
}

Result<DeviceIdentity> read_fields(ByteReader& reader) {
  TRY_ASSIGN(std::string name, reader.text(limits::name_bytes_max));
  TRY_ASSIGN(const std::uint8_t profile, reader.u8());
  if (profile >= profile_names.size()) {
    return fail(ErrorCode::BadInput, "device identity", "it has a profile that is not known here");
  }
  TRY_ASSIGN(const ByteView seed_bytes, reader.raw(SecretKey::size));
  TRY_ASSIGN(const SecretKey seed, SecretKey::from_bytes(seed_bytes));
  TRY_ASSIGN(SchoolTrust school, read_trust(reader));
  TRY_ASSIGN(const ByteView token, reader.sized(limits::token_bytes_max));
  TRY_ASSIGN(const std::uint8_t accepted, reader.u8());
  if (accepted > 1) return fail(ErrorCode::BadInput, "device identity", "it is malformed");
  TRY_DONE(reader.end());
  return DeviceIdentity{std::move(name),   static_cast<Profile>(profile),     SigningKey::from_seed(seed),
                        std::move(school), Bytes(token.begin(), token.end()), accepted == 1};
}

}  // namespace

std::string_view name_of(Profile profile) { return profile_names[static_cast<std::size_t>(profile)]; }

Result<Profile> profile_from(std::string_view name) {
  const auto found = std::find(profile_names.begin(), profile_names.end(), name);
  if (found == profile_names.end()) {
    return fail(ErrorCode::BadInput, "profile", "it must be demo, station, home or hub");
  }
  return static_cast<Profile>(found - profile_names.begin());
}

Bytes encode(const DeviceIdentity& identity) {
  ByteWriter writer;
  writer.raw(as_bytes(magic));
  writer.u8(version);
  writer.text(identity.device_name);
  writer.u8(static_cast<std::uint8_t>(identity.profile));
  writer.raw(identity.key.seed().view());
  write_trust(writer, identity.school);
  writer.sized(identity.enrolment_token);
  writer.u8(identity.accepted ? 1 : 0);
  const Hash checksum = hash(writer.view());
  writer.raw(checksum.view());
  return writer.take();
}

Result<DeviceIdentity> decode_identity(ByteView bytes) {
  constexpr auto place = "device identity";
  if (bytes.size() < magic.size() + Hash::size || as_text(bytes.first(magic.size())) != magic) {
    return fail(ErrorCode::BadInput, place, "it is no identity file; enrol this device again");
  }
  const ByteView fields = bytes.first(bytes.size() - Hash::size);
  if (!equal_secret(hash(fields).view(), bytes.last(Hash::size))) {
    return fail(ErrorCode::Corrupt, place, "the identity file is damaged; enrol this device again");
  }
  ByteReader reader(fields.subspan(magic.size()));
  TRY_ASSIGN(const std::uint8_t found_version, reader.u8());
  if (found_version != version) return fail(ErrorCode::BadInput, place, "it was written by a newer Hornbook");
  return read_fields(reader);
}

Done save(const DeviceIdentity& identity, const std::filesystem::path& data_directory) {
  Bytes bytes = encode(identity);
  auto done = replace_file(identity_path(data_directory), bytes);
  wipe(bytes);
  return done;
}

Result<DeviceIdentity> load_identity(const std::filesystem::path& data_directory) {
  auto bytes = read_whole_file(identity_path(data_directory), limits::identity_bytes_max);
  if (!bytes && bytes.error().code == ErrorCode::NotFound) {
    return fail(ErrorCode::NotFound, "device identity", "this device is not enrolled; run hornbookctl enrol");
  }
  TRY_ASSIGN(Bytes content, std::move(bytes));
  auto identity = decode_identity(content);
  wipe(content);
  if (!identity) return identity;
  TRY_ASSIGN(const auto told, load_told_ingest_key(data_directory));
  if (told) identity->school.ingest = told->key;
  return identity;
}

}  // namespace hornbook::journal
