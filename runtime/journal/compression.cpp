#include "runtime/journal/compression.hpp"

#include <zstd.h>

namespace hornbook::journal {

Result<Bytes> compress(ByteView plain, Effort effort) {
  Bytes frame(ZSTD_compressBound(plain.size()));
  const std::size_t size =
      ZSTD_compress(frame.data(), frame.size(), plain.data(), plain.size(), static_cast<int>(effort));
  if (ZSTD_isError(size) != 0) return fail(ErrorCode::OurBug, "compression", "the data could not be compressed");
  frame.resize(size);
  return frame;
}

Result<Bytes> decompress(ByteView frame, std::size_t size_max) {
  const unsigned long long stated = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (stated == ZSTD_CONTENTSIZE_ERROR) return fail(ErrorCode::Corrupt, "compression", "it is no compressed data");
  if (stated == ZSTD_CONTENTSIZE_UNKNOWN || stated > size_max) {
    return fail(ErrorCode::LimitExceeded, "compression", "it would expand past its limit");
  }
  Bytes plain(static_cast<std::size_t>(stated));
  const std::size_t size = ZSTD_decompress(plain.data(), plain.size(), frame.data(), frame.size());
  if (ZSTD_isError(size) != 0 || size != plain.size()) {
    return fail(ErrorCode::Corrupt, "compression", "the compressed data is damaged");
  }
  return plain;
}

}  // namespace hornbook::journal
