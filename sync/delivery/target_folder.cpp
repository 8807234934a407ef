#include "sync/delivery/target_folder.hpp"

#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/check.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/names.hpp"

namespace hornbook::delivery {

Result<TargetFolder> TargetFolder::open(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return fail(ErrorCode::StorageFailure, "target folder",
                folder.string() + ": " + error.message() + "; check the space and the permissions");
  return TargetFolder(folder);
}

Result<std::filesystem::path> TargetFolder::file_of(std::string_view path) const {
  TRY_ASSIGN(const std::string name, file_name_of(path));
  return folder_ / name;
}

Done TargetFolder::bring(Client& client, FileSource& files, std::string_view path) const {
  TRY_ASSIGN(const TargetFile target, client.find(path));
  TRY_ASSIGN(const std::filesystem::path file, file_of(path));
  const auto present = pack::read_file(file, limits::tuf_target_bytes_max);
  if (present && check_bytes(*present, target.length, target.hashes, path)) return {};
  TRY_ASSIGN(const Bytes bytes, client.fetch(files, path, target));
  return pack::write_file_durably(file, bytes);
}

}  // namespace hornbook::delivery
