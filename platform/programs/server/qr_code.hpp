// QR codes (ISO/IEC 18004) by libqrencode, as SVG for a page and as PNG for a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct QrCode {
  std::size_t side = 0;    // modules
  std::vector<bool> dark;  // row by row
};

// How much of the code may be spoilt: about a quarter of a worn card's, a seventh of a screen's or fresh sheet's.
enum class QrWear { Worn, Fresh };
// LimitExceeded when the text is too long for one code.
[[nodiscard]] Result<QrCode> make_qr_code(std::string_view text, QrWear wear);

// With the quiet zone of four modules around it, as the standard asks. One unit is one module.
[[nodiscard]] std::string to_svg(const QrCode& code);
// The same in black and white, `scale` pixels a module.
[[nodiscard]] Result<Bytes> to_png(const QrCode& code, std::size_t scale);

}  // namespace hornbook::platform
