#include "sync/client/delivery_trust.hpp"

#include "runtime/core/crypto.hpp"
#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/delivery_limits.hpp"

namespace hornbook::device {
namespace {

constexpr const char* place = "delivery";

std::filesystem::path folder_of(const std::filesystem::path& data_directory) { return data_directory / "delivery"; }
std::filesystem::path first_root_file(const std::filesystem::path& data_directory) {
  return folder_of(data_directory) / "first-root";
}
std::filesystem::path trusted_folder(const std::filesystem::path& data_directory) {
  return folder_of(data_directory) / "trusted";
}

tl::unexpected<Error> refused(const std::error_code& error) {
  return fail(ErrorCode::StorageFailure, place, error.message() + "; check the space and the permissions");
}

Done begin_with(const Hash& root, delivery::FileSource& metadata, delivery::TrustedFolder& trusted) {
  TRY_ASSIGN(const auto known, trusted.read(delivery::root_role, limits::tuf_root_bytes_max));
  if (known) return {};
  TRY_ASSIGN(const Bytes bytes, metadata.fetch("1.root.json", limits::tuf_root_bytes_max));
  if (hash(bytes) != root)
    return fail(ErrorCode::NotAllowed, place, "the first root is not the one that the school named; nothing was taken");
  return delivery::trust_first_root(trusted, bytes);
}

}  // namespace

Result<std::optional<Hash>> delivery_root(const std::filesystem::path& data_directory) {
  const auto bytes = pack::read_file(first_root_file(data_directory), Hash::size);
  if (!bytes && bytes.error().code == ErrorCode::NotFound) return std::optional<Hash>();
  if (!bytes) return tl::unexpected(bytes.error());
  ByteReader reader(*bytes);
  TRY_ASSIGN(const Hash root, reader.id<Hash>());
  return std::optional<Hash>(root);
}

Done trust_delivery_root(const std::filesystem::path& data_directory, const Hash& root) {
  const auto known = delivery_root(data_directory);
  if (known && *known == root) return {};
  std::error_code error;
  std::filesystem::create_directories(folder_of(data_directory), error);
  if (!error) std::filesystem::remove_all(trusted_folder(data_directory), error);
  if (error) return refused(error);
  return pack::write_file_durably(first_root_file(data_directory), root.view());
}

Result<delivery::TrustedFolder> open_delivery_trust(const std::filesystem::path& data_directory) {
  return delivery::TrustedFolder::open(trusted_folder(data_directory));
}

Result<delivery::Client> update_delivery(const Hash& root, delivery::FileSource& metadata,
                                         delivery::TrustedFolder& trusted, UnixMs now) {
  TRY_DONE(begin_with(root, metadata, trusted));
  return delivery::Client::update(metadata, trusted, now);
}

}  // namespace hornbook::device
