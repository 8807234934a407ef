#include "sync/server/web/content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/pack.hpp"
#include "sync/delivery/delivery_limits.hpp"

namespace hornbook::server {
namespace {

struct ByteRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

// "bytes=100-" or "bytes=100-199"; anything else is answered with the whole.
std::optional<ByteRange> parse_range(const link::HttpRequest& request, std::size_t size) {
  const auto header = request.headers.find("range");
  if (header == request.headers.end() || !header->second.starts_with("bytes=")) return std::nullopt;
  const std::string_view range = std::string_view(header->second).substr(6);
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = whole_number(range.substr(0, dash));
  if (!first) return std::nullopt;
  const std::string_view after = range.substr(dash + 1);
  const auto last = after.empty() ? std::optional<std::size_t>(size - 1) : whole_number(after);
  if (!last) return std::nullopt;
  return ByteRange{*first, std::min(*last, size - 1)};
}

link::HttpResponse bytes_response(const link::HttpRequest& request, Bytes bytes) {
  link::HttpResponse response;
  response.headers = {{"content-type", "application/octet-stream"},
                      {"cache-control", "public, max-age=31536000, immutable"},
                      {"accept-ranges", "bytes"}};
  const std::optional<ByteRange> range = bytes.empty() ? std::nullopt : parse_range(request, bytes.size());
  if (!range) {
    response.body = std::move(bytes);
    return response;
  }
  if (range->first >= bytes.size() || range->last < range->first) {
    response.status = 416;
    response.headers["content-range"] = fmt::format("bytes */{}", bytes.size());
    return response;
  }
  response.status = 206;
  response.headers["content-range"] = fmt::format("bytes {}-{}/{}", range->first, range->last, bytes.size());
  response.body.assign(bytes.begin() + static_cast<std::ptrdiff_t>(range->first),
                       bytes.begin() + static_cast<std::ptrdiff_t>(range->last) + 1);
  return response;
}

link::HttpResponse not_there() { return link::text_response(404, "text/plain; charset=utf-8", "not found\n"); }

std::optional<Hash> hash_between(std::string_view path, std::string_view before, std::string_view after) {
  if (!path.starts_with(before) || !path.ends_with(after) || path.size() < before.size() + after.size())
    return std::nullopt;
  const auto hash = id_from_hex<Hash>(path.substr(before.size(), path.size() - before.size() - after.size()));
  return hash ? std::optional<Hash>(*hash) : std::nullopt;
}

// What follows `folder` when it is a plain file's name, never one that leads elsewhere.
std::optional<std::string> name_below(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder)) return std::nullopt;
  const std::string_view name = path.substr(folder.size());
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.'; };
  if (name.empty() || name.starts_with('.') || !std::all_of(name.begin(), name.end(), is_plain)) return std::nullopt;
  return std::string(name);
}

link::HttpResponse published_file(const link::HttpRequest& request, const std::filesystem::path& file, bool changes) {
  auto bytes = pack::read_file(file, limits::tuf_targets_bytes_max);
  if (!bytes) return not_there();
  link::HttpResponse response = bytes_response(request, std::move(*bytes));
  if (changes) response.headers["cache-control"] = "no-cache";
  return response;
}

}  // namespace

link::HttpResponse answer_content(const ContentFolders& folders, const link::HttpRequest& request) {
  if (request.method != "GET") return not_there();
  if (const auto name = name_below(request.path, "/content/metadata/"))
    return published_file(request, folders.delivery / "metadata" / *name, *name == "timestamp.json");
  if (const auto name = name_below(request.path, "/content/targets/packs/"))
    return published_file(request, folders.delivery / "targets" / "packs" / *name, false);
  if (const auto name = name_below(request.path, "/content/deltas/"))
    return published_file(request, folders.delivery / "deltas" / *name, false);
  const auto store = pack::PackStore::open(folders.packs);
  if (!store) return not_there();
  if (const auto pack = hash_between(request.path, "/content/packs/", ".index")) {
    auto index = store->signed_index(*pack);
    return index ? bytes_response(request, std::move(*index)) : not_there();
  }
  if (const auto object = hash_between(request.path, "/content/objects/", "")) {
    auto bytes = store->compressed_object(*object);
    return bytes ? bytes_response(request, std::move(*bytes)) : not_there();
  }
  return not_there();
}

}  // namespace hornbook::server
