// One share of a recovery kit as a page to print.
#pragma once

#include <string>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct SheetShare {
  std::string school;
  std::size_t number = 0, shares = 0, threshold = 0;
  std::string date;                // such as 2027-01-31
  std::vector<std::string> lines;  // server::lines_of(KitShare)
};

// HTML that stands alone: what it is, whose, which share of how many, the lines to type, and the same as a QR code for
// a reader that types. A secret. LimitExceeded when the QR code cannot hold the lines.
[[nodiscard]] Result<std::string> recovery_sheet(const SheetShare& share);

}  // namespace hornbook::platform
