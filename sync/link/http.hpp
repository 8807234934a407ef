// HTTP in the few shapes that Hornbook needs, both sides. Boost.Beast and mbedTLS stay behind http_server.cpp,
// http_client.cpp and tls_stream.*; whoever answers or asks sees these values alone.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::link {

// Header names are lower case.
using Headers = std::map<std::string, std::string>;

struct HttpRequest {
  std::string method;  // "GET", "POST", …
  std::string path;    // decoded, without the query, always starting with '/'
  std::map<std::string, std::string> query;
  Headers headers;
  Bytes body;  // at most limits::http_request_bytes_max; more is answered with 413 before the handler runs
};

struct HttpResponse {
  unsigned status = 200;
  Headers headers;  // "content-type" among them
  Bytes body;
};

// Called on a connection's own thread, several at once. Must not throw.
using Handler = std::function<HttpResponse(const HttpRequest&)>;

[[nodiscard]] inline HttpResponse text_response(unsigned status, std::string_view content_type, std::string_view body) {
  return {status, {{"content-type", std::string(content_type)}}, Bytes(body.begin(), body.end())};
}

}  // namespace hornbook::link
