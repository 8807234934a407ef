#include "sync/client/content_source.hpp"

#include <system_error>

#include "runtime/core/crypto.hpp"
#include "runtime/pack/durable_file.hpp"

namespace hornbook::device {
namespace {

// Whose name says what is in it: of another file, what was begun yesterday may not fit what is there today.
bool is_named_by_content(std::string_view address) {
  return address.starts_with("objects/") || address.starts_with("packs/");
}

// An address has slashes, and may be as long as it likes.
std::filesystem::path file_for(const std::filesystem::path& folder, std::string_view address) {
  return folder / to_hex(hash(as_bytes(address)).view());
}

Bytes begun(const std::filesystem::path& folder, std::string_view address, std::size_t bytes_max) {
  return pack::read_file(file_for(folder, address), bytes_max).value_or(Bytes());
}

// One at a time: the link breaks off in the middle of one file. What cannot be kept comes again whole.
void keep_begun(const std::filesystem::path& folder, std::string_view address, ByteView have) {
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  if (have.empty() || !pack::make_folder_durably(folder)) return;
  static_cast<void>(pack::write_file_durably(file_for(folder, address), have));
}

}  // namespace

Result<Bytes> SchoolContent::fetch(std::string_view address, std::size_t bytes_max) {
  Bytes have;
  if (is_named_by_content(address)) have = begun(unfinished_, address, bytes_max);
  const bool was_begun = !have.empty();
  const Result<unsigned> status = client_->get_rest("/content/" + std::string(address), have, bytes_max);
  const bool is_cut = !status && status.error().code == ErrorCode::NoLink;
  if (is_cut && is_named_by_content(address))
    keep_begun(unfinished_, address, have);
  else if (was_begun && (!status || *status < 500))
    keep_begun(unfinished_, address, {});
  if (!status) return tl::unexpected(status.error());
  // 416: it had come whole before the link broke.
  if (*status == 200 || *status == 206 || (*status == 416 && was_begun)) return have;
  const std::string what = "the server has not got a part of it (" + std::to_string(*status) + ")";
  if (*status >= 500) return fail(ErrorCode::NoLink, "pack", what + "; try again later");
  return fail(ErrorCode::NotFound, "pack", what + "; tell whoever runs the server");
}

}  // namespace hornbook::device
