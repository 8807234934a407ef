#include "platform/programs/pack/key_file.hpp"

#include <string>

#include "runtime/pack/durable_file.hpp"

namespace hornbook::platform {
namespace {

constexpr const char* place = "key file";
constexpr std::string_view start = "hornbook-signing-key-1 ";
constexpr std::size_t file_bytes = start.size() + 2 * SecretKey::size + 1;

void wipe_text(std::string& text) { wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}); }

}  // namespace

Result<SigningKey> make_key_file(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored))
    return fail(ErrorCode::NotAllowed, place, path.string() + " is there already; choose another name");
  SigningKey key = SigningKey::generate();
  std::string hex = to_hex(key.seed().view());
  std::string text = std::string(start) + hex + "\n";
  const Done written = pack::write_file_durably(path, as_bytes(text), pack::Readers::OwnerAlone);
  wipe_text(hex);
  wipe_text(text);
  if (!written) return tl::unexpected(written.error());
  return key;
}

Result<SigningKey> read_key_file(const std::filesystem::path& path) {
  TRY_ASSIGN(Bytes text, pack::read_file(path, file_bytes + 1));
  const std::string_view line = as_text(text);
  auto seed_bytes = line.size() >= file_bytes - 1 && line.starts_with(start)
                        ? bytes_from_hex(line.substr(start.size(), 2 * SecretKey::size))
                        : Result<Bytes>(fail(ErrorCode::BadInput, place, path.string() + " is no signing key"));
  wipe(text);
  TRY_ASSIGN(Bytes bytes, std::move(seed_bytes));
  auto seed = SecretKey::from_bytes(bytes);
  wipe(bytes);
  if (!seed) return tl::unexpected(seed.error());
  return SigningKey::from_seed(*seed);
}

Result<std::vector<SigningKey>> read_key_files(const std::vector<std::filesystem::path>& paths) {
  std::vector<SigningKey> keys;
  for (const auto& path : paths) {
    TRY_ASSIGN(SigningKey key, read_key_file(path));
    for (const SigningKey& earlier : keys)
      if (earlier.verify_key() == key.verify_key())
        return fail(ErrorCode::WrongUsage, "command line", path.string() + " holds a key that is there twice");
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace hornbook::platform
