#include "sync/server/keys/secret_shares.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

extern "C" {  // its header does not say so
#include <libgfshare.h>
}

namespace hornbook::server {
namespace {

constexpr std::size_t numbers_max = 255;

// Fills its buffers with randomness before it frees them.
struct Free {
  void operator()(gfshare_ctx* context) const { gfshare_ctx_free(context); }
};
using Context = std::unique_ptr<gfshare_ctx, Free>;
using Numbers = std::vector<unsigned char>;
using Buffer = std::array<unsigned char, SecretKey::size>;

void fill_with_randomness(unsigned char* into, unsigned int size) {
  Bytes bytes = random_bytes(size);
  std::copy(bytes.begin(), bytes.end(), into);
  wipe(bytes);
}

Result<SecretKey> take(Buffer& buffer) {
  auto key = SecretKey::from_bytes(buffer);
  wipe(buffer);
  return key;
}

void give(const SecretKey& key, Buffer& buffer) {
  const ByteView bytes = key.view();
  std::copy(bytes.begin(), bytes.end(), buffer.begin());
}

tl::unexpected<Error> no_memory() {
  return fail(ErrorCode::StorageFailure, "recovery kit", "there is no memory for the shares");
}

}  // namespace

Result<std::vector<SecretShare>> share_secret(const SecretKey& secret, std::size_t shares, std::size_t threshold) {
  if (threshold < 2 || threshold > shares || shares > numbers_max)
    return fail(ErrorCode::BadInput, "recovery kit", "at least 2 shares must be needed, and no more than there are");
  gfshare_fill_rand = fill_with_randomness;
  Numbers numbers(shares);
  for (std::size_t i = 0; i < shares; ++i) numbers[i] = static_cast<unsigned char>(i + 1);
  const Context context(gfshare_ctx_init_enc(numbers.data(), static_cast<unsigned int>(shares),
                                             static_cast<unsigned char>(threshold), SecretKey::size));
  if (!context) return no_memory();
  Buffer buffer{};
  give(secret, buffer);
  gfshare_ctx_enc_setsecret(context.get(), buffer.data());
  std::vector<SecretShare> made;
  for (std::size_t i = 0; i < shares; ++i) {
    gfshare_ctx_enc_getshare(context.get(), static_cast<unsigned char>(i), buffer.data());
    TRY_ASSIGN(SecretKey value, take(buffer));
    made.push_back({numbers[i], std::move(value)});
  }
  return made;
}

Result<SecretKey> join_secret(const std::vector<SecretShare>& shares) {
  gfshare_fill_rand = fill_with_randomness;
  Numbers numbers;
  for (const SecretShare& share : shares) numbers.push_back(share.number);
  const std::set<unsigned char> distinct(numbers.begin(), numbers.end());
  if (numbers.empty() || distinct.size() != numbers.size() || distinct.contains(0))
    return fail(ErrorCode::BadInput, "recovery kit", "there is no share, or one twice");
  const Context context(
      gfshare_ctx_init_dec(numbers.data(), static_cast<unsigned int>(numbers.size()), SecretKey::size));
  if (!context) return no_memory();
  Buffer buffer{};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    give(shares[i].value, buffer);
    gfshare_ctx_dec_giveshare(context.get(), static_cast<unsigned char>(i), buffer.data());
  }
  gfshare_ctx_dec_extract(context.get(), buffer.data());
  return take(buffer);
}

}  // namespace hornbook::server
