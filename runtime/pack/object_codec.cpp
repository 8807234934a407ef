#include "runtime/pack/object_codec.hpp"

#include <zstd.h>

#include "runtime/core/crypto.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "pack object";
constexpr int compression_level = 19;

tl::unexpected<Error> damaged() { return fail(ErrorCode::Corrupt, place, "it is damaged; install the pack again"); }

}  // namespace

Bytes compress_object(ByteView plain) {
  Bytes compressed(ZSTD_compressBound(plain.size()));
  // A buffer of the bound's size cannot be too small, the one error there is.
  const std::size_t size =
      ZSTD_compress(compressed.data(), compressed.size(), plain.data(), plain.size(), compression_level);
  compressed.resize(size);
  return compressed;
}

Result<Bytes> decompress_object(ByteView compressed, const Hash& expected) {
  const unsigned long long stated = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (stated == ZSTD_CONTENTSIZE_ERROR || stated == ZSTD_CONTENTSIZE_UNKNOWN) return damaged();
  if (stated > limits::object_bytes_max)
    return fail(ErrorCode::LimitExceeded, place, "it is larger than an object may be");
  Bytes plain(static_cast<std::size_t>(stated));
  const std::size_t size = ZSTD_decompress(plain.data(), plain.size(), compressed.data(), compressed.size());
  if (ZSTD_isError(size) != 0 || size != plain.size() || hash(plain) != expected) return damaged();
  return plain;
}

}  // namespace hornbook::pack
