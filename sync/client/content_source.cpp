#include "sync/client/content_source.hpp"

namespace hornbook::device {

Result<Bytes> SchoolContent::fetch(std::string_view address, std::size_t bytes_max) {
  TRY_ASSIGN(link::HttpResponse response, client_->get("/content/" + std::string(address), bytes_max));
  if (response.status == 200) return std::move(response.body);
  const std::string what = "the server has not got a part of it (" + std::to_string(response.status) + ")";
  if (response.status >= 500) return fail(ErrorCode::NoLink, "pack", what + "; try again later");
  return fail(ErrorCode::NotFound, "pack", what + "; tell whoever runs the server");
}

}  // namespace hornbook::device
