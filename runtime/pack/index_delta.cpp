#include "runtime/pack/index_delta.hpp"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <memory>

#include "runtime/pack/relative_index.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "index delta";
constexpr int compression_level = 19;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

tl::unexpected<Error> damaged() {
  return fail(ErrorCode::Corrupt, place, "it is damaged or was made from another index; get the whole index");
}

// The window has to reach from the end of the later index back to the start of the earlier.
int window_log(std::size_t bytes) { return std::clamp(static_cast<int>(std::bit_width(bytes)), 10, 27); }

}  // namespace

Result<Bytes> make_index_delta(ByteView earlier, ByteView later) {
  TRY_ASSIGN(const Bytes prefix, relative_index(earlier));
  TRY_ASSIGN(const Bytes plain, relative_index(later));
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, compression_level);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_log(prefix.size() + plain.size()));
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_enableLongDistanceMatching, 1);
  ZSTD_CCtx_refPrefix(context.get(), prefix.data(), prefix.size());
  Bytes delta(ZSTD_compressBound(plain.size()));
  const std::size_t size = ZSTD_compress2(context.get(), delta.data(), delta.size(), plain.data(), plain.size());
  if (ZSTD_isError(size) != 0) return fail(ErrorCode::StorageFailure, place, "there is not enough memory to make it");
  delta.resize(size);
  return delta;
}

Result<Bytes> apply_index_delta(ByteView earlier, ByteView delta, std::size_t bytes_max) {
  const unsigned long long stated = ZSTD_getFrameContentSize(delta.data(), delta.size());
  if (stated == ZSTD_CONTENTSIZE_ERROR || stated == ZSTD_CONTENTSIZE_UNKNOWN) return damaged();
  if (stated > bytes_max) return fail(ErrorCode::LimitExceeded, place, "it makes more than an index may have");
  TRY_ASSIGN(const Bytes prefix, relative_index(earlier));
  const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  ZSTD_DCtx_refPrefix(context.get(), prefix.data(), prefix.size());
  Bytes plain(static_cast<std::size_t>(stated));
  const std::size_t size = ZSTD_decompressDCtx(context.get(), plain.data(), plain.size(), delta.data(), delta.size());
  if (ZSTD_isError(size) != 0 || size != plain.size()) return damaged();
  const auto index = signed_index_of(plain);
  if (!index) return damaged();
  if (index->size() > bytes_max) return fail(ErrorCode::LimitExceeded, place, "it makes more than an index may have");
  return *index;
}

}  // namespace hornbook::pack
