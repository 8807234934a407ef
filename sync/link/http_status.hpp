// Which HTTP status (RFC 9110, section 15; 507: RFC 4918) tells a peer of an error.
#pragma once

#include "runtime/core/error.hpp"

namespace hornbook::link {

[[nodiscard]] inline unsigned status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotAllowed:
      return 403;
    case ErrorCode::NotFound:
      return 404;
    case ErrorCode::LimitExceeded:
      return 413;
    case ErrorCode::Busy:
      return 503;
    case ErrorCode::StorageFailure:
      return 507;
    case ErrorCode::OurBug:
      return 500;
    default:
      return 400;
  }
}

}  // namespace hornbook::link
