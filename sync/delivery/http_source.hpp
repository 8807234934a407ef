// Files of a repository over HTTP or HTTPS. The connection is kept from file to file, and made anew once when it turns
// out to be over.
#pragma once

#include <optional>

#include "sync/delivery/ports.hpp"
#include "sync/link/http_client.hpp"

namespace hornbook::delivery {

class HttpSource final : public FileSource {
 public:
  // `url`: where the files are, "https://HOST[:PORT]/PATH", the path percent-encoded; "http://" for this machine alone.
  // `pin`: of an https server's key (sync/link/http_client.hpp). BadInput when it is no such address.
  [[nodiscard]] static Result<HttpSource> open(std::string_view url, const Hash& pin);

  [[nodiscard]] Result<Bytes> fetch(std::string_view address, std::size_t bytes_max) override;

 private:
  HttpSource(link::ServerAddress server, std::string path, const Hash& pin)
      : server_(std::move(server)), path_(std::move(path)), pin_(pin) {}
  [[nodiscard]] Result<link::HttpResponse> get(const std::string& target, std::size_t bytes_max);

  link::ServerAddress server_;
  std::string path_;  // ends with '/'
  Hash pin_;
  std::optional<link::HttpClient> client_;
};

}  // namespace hornbook::delivery
