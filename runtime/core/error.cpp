#include "runtime/core/error.hpp"

namespace hornbook {

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::WrongUsage:
      return 2;
    case ErrorCode::BadInput:
    case ErrorCode::Corrupt:
    case ErrorCode::NotFound:
    case ErrorCode::LimitExceeded:
      return 3;
    case ErrorCode::NotAllowed:
      return 4;
    case ErrorCode::NoLink:
      return 5;
    case ErrorCode::StorageFailure:
      return 6;
    case ErrorCode::Busy:
      return 7;
    case ErrorCode::OurBug:
      return 70;
  }
  return 70;
}

std::string describe(const Error& error) { return std::string(error.place) + ": " + error.sentence; }

}  // namespace hornbook
