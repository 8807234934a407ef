#include "sync/delivery/trusted_folder.hpp"

#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/names.hpp"

namespace hornbook::delivery {
namespace {

tl::unexpected<Error> refused(const std::filesystem::path& path, const std::error_code& error) {
  return fail(ErrorCode::StorageFailure, "TUF metadata",
              path.string() + ": " + error.message() + "; check the space and the permissions");
}

}  // namespace

Result<TrustedFolder> TrustedFolder::open(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return refused(folder, error);
  return TrustedFolder(folder);
}

Result<std::optional<Bytes>> TrustedFolder::read(std::string_view role, std::size_t bytes_max) {
  TRY_ASSIGN(const std::string name, file_name_of(role));
  auto bytes = pack::read_file(folder_ / (name + ".json"), bytes_max);
  if (bytes) return std::optional<Bytes>(std::move(*bytes));
  if (bytes.error().code == ErrorCode::StorageFailure) return tl::unexpected(bytes.error());
  return std::optional<Bytes>();
}

Done TrustedFolder::write(std::string_view role, ByteView bytes) {
  TRY_ASSIGN(const std::string name, file_name_of(role));
  return pack::write_file_durably(folder_ / (name + ".json"), bytes);
}

Done TrustedFolder::remove(std::string_view role) {
  TRY_ASSIGN(const std::string name, file_name_of(role));
  std::error_code error;
  std::filesystem::remove(folder_ / (name + ".json"), error);
  if (error) return refused(folder_, error);
  return {};
}

}  // namespace hornbook::delivery
