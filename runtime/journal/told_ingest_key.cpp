#include "runtime/journal/told_ingest_key.hpp"

#include <tuple>

#include "runtime/journal/durable_file.hpp"

namespace hornbook::journal {
namespace {

constexpr std::string_view magic = "HBIK";
constexpr std::uint8_t version = 1;
constexpr std::size_t file_bytes_max = 128;

std::filesystem::path file_in(const std::filesystem::path& data_directory) { return data_directory / "ingest_key"; }

bool is_later(const ToldIngestKey& one, const ToldIngestKey& other) {
  return std::tie(one.generation, one.number) > std::tie(other.generation, other.number);
}

}  // namespace

Bytes encode(const ToldIngestKey& told) {
  ByteWriter writer;
  writer.raw(as_bytes(magic));
  writer.u8(version);
  writer.varint(told.generation);
  writer.varint(told.number);
  writer.raw(told.key.view());
  writer.raw(hash(writer.view()).view());
  return writer.take();
}

Result<ToldIngestKey> decode_told_ingest_key(ByteView bytes) {
  constexpr auto place = "ingest key";
  if (bytes.size() < magic.size() + Hash::size || as_text(bytes.first(magic.size())) != magic)
    return fail(ErrorCode::BadInput, place, "this is no file of one");
  const ByteView fields = bytes.first(bytes.size() - Hash::size);
  if (!equal_secret(hash(fields).view(), bytes.last(Hash::size)))
    return fail(ErrorCode::Corrupt, place, "its file is damaged; sync, and the school tells it again");
  ByteReader reader(fields.subspan(magic.size()));
  TRY_ASSIGN(const std::uint8_t found, reader.u8());
  if (found != version) return fail(ErrorCode::BadInput, place, "it was written by a newer Hornbook");
  ToldIngestKey told;
  TRY_ASSIGN(told.generation, reader.varint());
  TRY_ASSIGN(told.number, reader.varint());
  TRY_ASSIGN(told.key, reader.id<BoxPublicKey>());
  TRY_DONE(reader.end());
  return told;
}

Result<std::optional<ToldIngestKey>> load_told_ingest_key(const std::filesystem::path& data_directory) {
  const auto bytes = read_whole_file(file_in(data_directory), file_bytes_max);
  if (!bytes && bytes.error().code == ErrorCode::StorageFailure) return tl::unexpected(bytes.error());
  if (!bytes) return std::optional<ToldIngestKey>{};
  const auto told = decode_told_ingest_key(*bytes);
  return told ? std::optional(*told) : std::nullopt;
}

Result<bool> keep_told_ingest_key(const ToldIngestKey& told, const std::filesystem::path& data_directory) {
  TRY_ASSIGN(const auto known, load_told_ingest_key(data_directory));
  if (known && !is_later(told, *known)) return false;
  TRY_DONE(replace_file(file_in(data_directory), encode(told)));
  return true;
}

}  // namespace hornbook::journal
