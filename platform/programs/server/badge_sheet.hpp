// A page of badges to print and cut out.
#pragma once

#include <string>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct SheetBadge {
  std::string name;
  std::string avatar;  // name of a picture of ui/theme
  std::string text;    // journal::text_of(Badge)
};

// HTML that stands alone: cards of 85.6 × 54 mm (ISO/IEC 7810, ID-1) on A4, ten a page, with cut lines; the QR code,
// the picture, the name, and the text in groups for where no reader is. Holds secrets: for the printer, not for a
// mailbox. NotFound when a picture is missing.
[[nodiscard]] Result<std::string> badge_sheet(const std::string& title, const std::vector<SheetBadge>& badges);

}  // namespace hornbook::platform
