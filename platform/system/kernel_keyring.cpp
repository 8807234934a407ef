#include "platform/system/kernel_keyring.hpp"

#include <keyutils.h>

#include <array>
#include <cstring>

namespace hornbook::platform {
namespace {

constexpr auto key_type = "user";
constexpr std::size_t secret_bytes_max = 4096;
// Another program of the same user, possessing nothing, must find it after the crash of the one that kept it.
constexpr key_perm_t found_by_the_user = KEY_POS_ALL | KEY_USR_VIEW | KEY_USR_READ | KEY_USR_SEARCH | KEY_USR_SETATTR;

tl::unexpected<Error> refused() {
  return fail(ErrorCode::StorageFailure, "keyring", "this system keeps no keys for programs");
}

// Made in the process's own keyring, where it may be given its rights and its end, then linked to the user's.
Done put(const std::string& name, ByteView secret, unsigned seconds) {
  const key_serial_t key = ::add_key(key_type, name.c_str(), secret.data(), secret.size(), KEY_SPEC_PROCESS_KEYRING);
  if (key < 0) return refused();
  const bool kept = ::keyctl_setperm(key, found_by_the_user) == 0 && ::keyctl_set_timeout(key, seconds) == 0 &&
                    ::keyctl_link(key, KEY_SPEC_USER_KEYRING) == 0;
  ::keyctl_unlink(key, KEY_SPEC_PROCESS_KEYRING);
  if (!kept) return refused();
  return {};
}

key_serial_t search(const std::string& name) {
  return static_cast<key_serial_t>(::keyctl_search(KEY_SPEC_USER_KEYRING, key_type, name.c_str(), 0));
}

}  // namespace

Done KernelKeyring::keep(ByteView secret, std::int64_t seconds) {
  if (seconds <= 0 || seconds > INT32_MAX || secret.empty() || secret.size() > secret_bytes_max)
    return fail(ErrorCode::OurBug, "keyring", "the secret or its time is out of range");
  forget();
  return put(name_, secret, static_cast<unsigned>(seconds));
}

Result<Bytes> KernelKeyring::find() const {
  const key_serial_t key = search(name_);
  std::array<char, secret_bytes_max> buffer{};
  const long size = key < 0 ? -1 : ::keyctl_read(key, buffer.data(), buffer.size());
  if (size <= 0 || size > static_cast<long>(buffer.size()))
    return fail(ErrorCode::NotFound, "keyring", "nothing is kept");
  Bytes secret(buffer.begin(), buffer.begin() + size);
  explicit_bzero(buffer.data(), buffer.size());
  return secret;
}

void KernelKeyring::forget() {
  const key_serial_t key = search(name_);
  if (key < 0) return;
  ::keyctl_invalidate(key);
  ::keyctl_unlink(key, KEY_SPEC_USER_KEYRING);
}

bool KernelKeyring::is_available() {
  KernelKeyring probe("hornbook:probe");
  constexpr std::array<std::uint8_t, 1> nothing{0};
  if (!probe.keep(nothing, 1)) return false;
  const bool found = probe.find().has_value();
  probe.forget();
  return found;
}

}  // namespace hornbook::platform
