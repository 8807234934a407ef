#include "runtime/journal/compression.hpp"

#include <zstd.h>

#include <memory>

namespace hornbook::journal {

namespace {

struct FreeCompressor {
  void operator()(ZSTD_CCtx* compressor) const { ZSTD_freeCCtx(compressor); }
};
struct FreeDecompressor {
  void operator()(ZSTD_DCtx* decompressor) const { ZSTD_freeDCtx(decompressor); }
};

tl::unexpected<Error> no_memory() { return fail(ErrorCode::OurBug, "compression", "there is no memory for it"); }

}  // namespace

Result<Bytes> compress(ByteView plain, Effort effort, ByteView dictionary) {
  Bytes frame(ZSTD_compressBound(plain.size()));
  const std::unique_ptr<ZSTD_CCtx, FreeCompressor> compressor(ZSTD_createCCtx());
  if (!compressor) return no_memory();
  ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_compressionLevel, static_cast<int>(effort));
  ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_dictIDFlag, 0);  // the segment names it
  ZSTD_CCtx_loadDictionary(compressor.get(), dictionary.data(), dictionary.size());
  const std::size_t size = ZSTD_compress2(compressor.get(), frame.data(), frame.size(), plain.data(), plain.size());
  if (ZSTD_isError(size) != 0) return fail(ErrorCode::OurBug, "compression", "the data could not be compressed");
  frame.resize(size);
  return frame;
}

Result<Bytes> decompress(ByteView frame, std::size_t size_max, ByteView dictionary) {
  const unsigned long long stated = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (stated == ZSTD_CONTENTSIZE_ERROR) return fail(ErrorCode::Corrupt, "compression", "it is no compressed data");
  if (stated == ZSTD_CONTENTSIZE_UNKNOWN || stated > size_max) {
    return fail(ErrorCode::LimitExceeded, "compression", "it would expand past its limit");
  }
  Bytes plain(static_cast<std::size_t>(stated));
  const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> decompressor(ZSTD_createDCtx());
  if (!decompressor) return no_memory();
  const std::size_t size = ZSTD_decompress_usingDict(decompressor.get(), plain.data(), plain.size(), frame.data(),
                                                     frame.size(), dictionary.data(), dictionary.size());
  if (ZSTD_isError(size) != 0 || size != plain.size()) {
    return fail(ErrorCode::Corrupt, "compression", "the compressed data is damaged");
  }
  return plain;
}

}  // namespace hornbook::journal
