#include "content_packs/import/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

#include "runtime/core/limits.hpp"
#include "runtime/pack/durable_file.hpp"

namespace hornbook::content {
namespace {

constexpr const char* place = "archive";

struct FreeArchive {
  void operator()(struct archive* opened) const { archive_read_free(opened); }
};
using OpenArchive = std::unique_ptr<struct archive, FreeArchive>;

tl::unexpected<Error> damaged(struct archive* opened) {
  const char* why = archive_error_string(opened);
  return fail(ErrorCode::BadInput, place,
              std::string("it cannot be read: ") + (why != nullptr ? why : "it is damaged"));
}

bool is_hidden(std::string_view path) { return path.starts_with('.') || path.find("/.") != std::string_view::npos; }

std::string_view without_start(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

// Tar has names as bytes, which are UTF-8 nearly everywhere; only a locale would tell, and the program has none.
std::string_view name_of(struct archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string_view() : name;
}

Result<Bytes> read_entry(struct archive* opened, std::size_t bytes_max) {
  Bytes bytes;
  std::array<std::uint8_t, 16384> part{};
  for (;;) {
    const la_ssize_t size = archive_read_data(opened, part.data(), part.size());
    if (size == 0) return bytes;
    if (size < 0) return damaged(opened);
    if (bytes.size() + static_cast<std::size_t>(size) > bytes_max)
      return fail(ErrorCode::LimitExceeded, place, "it holds more than a pack may");
    bytes.insert(bytes.end(), part.begin(), part.begin() + size);
  }
}

Result<SourceTree> read_entries(struct archive* opened) {
  SourceTree tree;
  std::size_t bytes_left = limits::pack_bytes_max;
  struct archive_entry* entry = nullptr;
  for (;;) {
    const int status = archive_read_next_header(opened, &entry);
    if (status == ARCHIVE_EOF) return tree;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return damaged(opened);
    const std::string path(without_start(name_of(entry)));
    if (archive_entry_filetype(entry) != AE_IFREG || path.empty() || is_hidden(path)) continue;
    if (tree.size() >= limits::pack_objects_max) return fail(ErrorCode::LimitExceeded, place, "it has too many files");
    TRY_ASSIGN(Bytes bytes, read_entry(opened, bytes_left));
    bytes_left -= bytes.size();
    tree.insert_or_assign(path, std::move(bytes));
  }
}

}  // namespace

Result<SourceTree> read_archive(ByteView archive) {
  const OpenArchive opened(archive_read_new());
  if (!opened) return fail(ErrorCode::LimitExceeded, place, "there is no memory for it");
  archive_read_support_filter_gzip(opened.get());
  archive_read_support_filter_xz(opened.get());
  archive_read_support_filter_zstd(opened.get());
  archive_read_support_format_tar(opened.get());
  archive_read_support_format_zip(opened.get());
  if (archive_read_open_memory(opened.get(), archive.data(), archive.size()) != ARCHIVE_OK)
    return damaged(opened.get());
  return read_entries(opened.get());
}

Result<SourceTree> read_folder_or_archive(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return read_source(path);
  TRY_ASSIGN(const Bytes bytes, pack::read_file(path, limits::pack_bytes_max));
  return read_archive(bytes);
}

}  // namespace hornbook::content
