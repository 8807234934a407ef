#include "sync/server/roster/roster_files.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>

#include "runtime/core/limits.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::server {
namespace {

constexpr std::array<std::string_view, 6> wanted_files{"manifest.csv", "orgs.csv",        "classes.csv",
                                                       "users.csv",    "enrollments.csv", "roles.csv"};

bool is_wanted(std::string_view name) {
  return std::find(wanted_files.begin(), wanted_files.end(), name) != wanted_files.end();
}

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};

tl::unexpected<Error> bad_archive(const char* why) { return fail(ErrorCode::BadInput, "roster archive", why); }

bool leads_outside(std::string_view name) {
  return name.starts_with('/') || name.find("..") != std::string_view::npos ||
         name.find('\\') != std::string_view::npos || name.find(':') != std::string_view::npos;
}

// Reads what is really there, never what the archive claims: the limit holds for the bytes that come out.
Result<std::string> read_member(zip_t* archive, zip_uint64_t index) {
  const std::unique_ptr<zip_file_t, CloseMember> member(zip_fopen_index(archive, index, 0));
  if (!member) return bad_archive("a file in it cannot be read; is it encrypted?");
  std::string content;
  std::array<char, 16384> piece{};
  while (true) {
    const zip_int64_t size = zip_fread(member.get(), piece.data(), piece.size());
    if (size < 0) return bad_archive("a file in it is damaged");
    if (size == 0) return content;
    content.append(piece.data(), static_cast<std::size_t>(size));
    if (content.size() > limits::csv_bytes_max)
      return fail(ErrorCode::LimitExceeded, "roster archive", "a file in it is too long");
  }
}

Result<RosterFiles> read_archive(const std::filesystem::path& file) {
  int error = 0;
  const std::unique_ptr<zip_t, CloseArchive> archive(zip_open(file.c_str(), ZIP_RDONLY, &error));
  if (!archive) return bad_archive("it is no ZIP archive");
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  if (count > static_cast<zip_int64_t>(limits::roster_archive_files_max))
    return fail(ErrorCode::LimitExceeded, "roster archive", "it has too many files");
  RosterFiles files;
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* raw_name = zip_get_name(archive.get(), index, 0);
    if (raw_name == nullptr) return bad_archive("a file in it has no name");
    const std::string name = raw_name;
    if (leads_outside(name)) return bad_archive("a file in it has a path that leads outside");
    const std::string base = name.substr(name.rfind('/') + 1);
    if (!is_wanted(base)) continue;
    TRY_ASSIGN(std::string content, read_member(archive.get(), index));
    if (!files.emplace(base, std::move(content)).second) return bad_archive("it has the same file twice");
  }
  return files;
}

Result<RosterFiles> read_folder(const std::filesystem::path& directory) {
  RosterFiles files;
  for (const std::string_view name : wanted_files) {
    std::error_code ignored;
    const std::filesystem::path file = directory / name;
    if (!std::filesystem::is_regular_file(file, ignored)) continue;
    TRY_ASSIGN(const Bytes content, read_file(file, limits::csv_bytes_max));
    files.emplace(std::string(name), std::string(as_text(content)));
  }
  return files;
}

}  // namespace

Result<RosterFiles> read_roster_files(const std::filesystem::path& directory_or_zip) {
  std::error_code ignored;
  if (!std::filesystem::exists(directory_or_zip, ignored))
    return fail(ErrorCode::NotFound, "roster", "there is no such folder or archive");
  TRY_ASSIGN(RosterFiles files, std::filesystem::is_directory(directory_or_zip, ignored)
                                    ? read_folder(directory_or_zip)
                                    : read_archive(directory_or_zip));
  for (const std::string_view name : {"users.csv", "classes.csv", "enrollments.csv"})
    if (!files.contains(name))
      return fail(ErrorCode::BadInput, "roster", std::string(name) + " is missing; a OneRoster set has it");
  return files;
}

}  // namespace hornbook::server
