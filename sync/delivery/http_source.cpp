#include "sync/delivery/http_source.hpp"

#include "runtime/core/limits.hpp"
#include "sync/delivery/delivery_limits.hpp"

namespace hornbook::delivery {
namespace {

constexpr const char* place = "repository address";

// Visible ASCII without what would end a path.
bool is_path(std::string_view text) {
  for (const char c : text)
    if (c <= ' ' || c > '~' || c == '?' || c == '#') return false;
  return true;
}

}  // namespace

Result<HttpSource> HttpSource::open(std::string_view url, const Hash& pin) {
  if (url.size() > limits::url_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it is too long");
  const std::size_t scheme_end = url.find("://");
  const std::size_t path_start = scheme_end == std::string_view::npos ? scheme_end : url.find('/', scheme_end + 3);
  TRY_ASSIGN(link::ServerAddress server, link::parse_server_address(url.substr(0, path_start)));
  std::string path(path_start == std::string_view::npos ? "/" : url.substr(path_start));
  if (!path.ends_with('/')) path += '/';
  if (!is_path(path)) return fail(ErrorCode::BadInput, place, "its path must be percent-encoded, without ? and #");
  if (server.secure && pin.is_zero())
    return fail(ErrorCode::NotAllowed, place, "https needs the pin of the server's key; the enrolment names it");
  return HttpSource(std::move(server), std::move(path), pin);
}

Result<link::HttpResponse> HttpSource::get(const std::string& target, std::size_t bytes_max) {
  if (client_) {
    auto response = client_->get(target, bytes_max);
    if (response || response.error().code != ErrorCode::NoLink) return response;
    client_.reset();  // a server may close between two files
  }
  TRY_ASSIGN(client_, link::HttpClient::connect(server_, pin_, limits::tuf_file_deadline_ms));
  return client_->get(target, bytes_max);
}

Result<Bytes> HttpSource::fetch(std::string_view address, std::size_t bytes_max) {
  auto response = get(path_ + std::string(address), bytes_max);
  if (!response) {
    client_.reset();  // the rest of an answer may still be on its way
    return tl::unexpected(response.error());
  }
  if (response->status == 200) return std::move(response->body);
  const std::string what = std::string(address) + ": the server answers " + std::to_string(response->status);
  if (response->status == 404 || response->status == 403 || response->status == 410)
    return fail(ErrorCode::NotFound, "repository", what + "; check the address");
  return fail(ErrorCode::NoLink, "repository", what + "; try again later");
}

}  // namespace hornbook::delivery
