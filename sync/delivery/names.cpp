#include "sync/delivery/names.hpp"

#include "sync/delivery/delivery_limits.hpp"

namespace hornbook::delivery {
namespace {

constexpr const char* place = "target name";

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool leads_elsewhere(std::string_view segment) {
  if (segment.empty() || segment == "." || segment == "..") return true;
  for (const char c : segment)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  return false;
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4u], digits[byte & 15u]};
  }
  return out;
}

std::string metadata_address(std::string_view role, std::int64_t version) {
  const std::string prefix = version > 0 ? std::to_string(version) + "." : std::string();
  return prefix + percent_encoded(role) + ".json";
}

Result<std::string> target_address(std::string_view path, std::string_view hash) {
  if (path.size() > limits::tuf_path_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it is too long");
  std::string address;
  for (bool is_last = false; !is_last;) {
    const std::size_t slash = path.find('/');
    is_last = slash == std::string_view::npos;
    const std::string_view segment = path.substr(0, slash);
    if (leads_elsewhere(segment))
      return fail(ErrorCode::BadInput, place, "it leads out of the repository; ask for a plain path such as a/b.txt");
    if (is_last && !hash.empty()) address.append(hash).append(".");
    address += percent_encoded(segment);
    if (!is_last) address += '/';
    path.remove_prefix(is_last ? path.size() : slash + 1);
  }
  return address;
}

Result<std::string> file_name_of(std::string_view name) {
  std::string file = percent_encoded(name);
  if (file.starts_with('.')) file.replace(0, 1, "%2E");
  if (file.empty()) return fail(ErrorCode::BadInput, place, "it is empty");
  if (file.size() > limits::tuf_file_name_bytes_max)
    return fail(ErrorCode::LimitExceeded, place, "it is too long for a file's name");
  return file;
}

}  // namespace hornbook::delivery
