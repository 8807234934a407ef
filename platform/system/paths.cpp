#include "platform/system/paths.hpp"

#include <cstdlib>
#include <string>

namespace hornbook::platform {
namespace {

std::filesystem::path from_environment(const char* variable) {
  const char* value = std::getenv(variable);
  const std::filesystem::path path = value == nullptr ? "" : value;
  return path.is_absolute() ? path : std::filesystem::path();
}

bool folder_exists(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

}  // namespace

std::filesystem::path default_data_directory() {
  if (const auto data = from_environment("XDG_DATA_HOME"); !data.empty()) return data / "hornbook";
  if (const auto home = from_environment("HOME"); !home.empty()) return home / ".local/share/hornbook";
  return "/var/lib/hornbook";
}

std::filesystem::path program_directory() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path() : program.parent_path();
}

Result<std::filesystem::path> shipped_directory(const std::filesystem::path& name) {
  const auto installed = program_directory() / "../share/hornbook" / name;
  if (folder_exists(installed)) return installed.lexically_normal();
  const auto source = std::filesystem::path(HORNBOOK_SHIPPED_DIR) / name;
  if (folder_exists(source)) return source;
  return fail(ErrorCode::NotFound, "installation",
              "the folder " + name.string() + " that comes with Hornbook is missing; install Hornbook again");
}

}  // namespace hornbook::platform
