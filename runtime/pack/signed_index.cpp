#include "runtime/pack/signed_index.hpp"

#include <algorithm>
#include <array>

#include "runtime/core/limits.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "pack index";
constexpr const char* purpose = "pack index";
constexpr std::array<std::uint8_t, 4> magic = {'H', 'B', 'I', 'X'};
constexpr std::uint8_t envelope_version = 1;

Done read_signatures(ByteReader& reader, ByteView index_bytes, std::vector<VerifyKey>& signers) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::pack_signatures_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(const VerifyKey key, reader.id<VerifyKey>());
    TRY_ASSIGN(const Signature signature, reader.id<Signature>());
    if (!signers.empty() && !(signers.back() < key))
      return fail(ErrorCode::BadInput, place, "its signatures are not in order");
    if (!verify(key, purpose, index_bytes, signature))
      return fail(ErrorCode::Corrupt, place, "a signature does not fit; the pack was changed or damaged, get it again");
    signers.push_back(key);
  }
  return {};
}

}  // namespace

Bytes sign_index(const Index& index, std::span<const SigningKey* const> keys) {
  const Bytes index_bytes = encode(index);
  std::vector<const SigningKey*> ordered(keys.begin(), keys.end());
  std::sort(ordered.begin(), ordered.end(),
            [](const SigningKey* a, const SigningKey* b) { return a->verify_key() < b->verify_key(); });
  ByteWriter writer;
  writer.raw(magic);
  writer.u8(envelope_version);
  writer.sized(index_bytes);
  writer.varint(ordered.size());
  for (const SigningKey* key : ordered) {
    writer.raw(key->verify_key().view());
    writer.raw(key->sign(purpose, index_bytes).view());
  }
  return writer.take();
}

Result<SignedIndex> read_signed_index(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const ByteView start, reader.raw(magic.size()));
  if (!std::equal(start.begin(), start.end(), magic.begin()))
    return fail(ErrorCode::BadInput, place, "it is no pack index");
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  if (version != envelope_version)
    return fail(ErrorCode::BadInput, place, "it is of a version that this program does not know; update Hornbook");
  TRY_ASSIGN(const ByteView index_bytes, reader.sized(limits::pack_index_bytes_max));
  SignedIndex result;
  TRY_DONE(read_signatures(reader, index_bytes, result.signers));
  TRY_DONE(reader.end());
  result.hash = hash(index_bytes);
  TRY_ASSIGN(result.index, decode_index(index_bytes));
  return result;
}

Result<SignedIndex> read_trusted_index(ByteView bytes, const Trust& trust) {
  TRY_ASSIGN(SignedIndex read, read_signed_index(bytes));
  const auto trusted =
      static_cast<std::size_t>(std::count_if(read.signers.begin(), read.signers.end(), [&](const VerifyKey& signer) {
        return std::find(trust.publishers.begin(), trust.publishers.end(), signer) != trust.publishers.end();
      }));
  if (trust.threshold == 0 || trusted < trust.threshold)
    return fail(ErrorCode::NotAllowed, place,
                "it is signed by " + std::to_string(trusted) + " trusted publishers and needs " +
                    std::to_string(std::max<std::size_t>(trust.threshold, 1)) +
                    "; ask the school which packs it trusts");
  return read;
}

}  // namespace hornbook::pack
