#include "platform/programs/server/recovery_sheet.hpp"

#include <fmt/format.h>

#include "platform/programs/server/qr_code.hpp"
#include "sync/server/web/html.hpp"

namespace hornbook::platform {
namespace {

constexpr const char* style = R"css(
@page { size: A4; margin: 25mm }
body { margin: 0; font: 12pt/1.5 Andika, "DejaVu Sans", sans-serif; color: #23303f }
h1 { font-size: 18pt; margin: 0 }
pre { font: 20pt/1.6 "DejaVu Sans Mono", monospace; margin: 10mm 0 }
svg { width: 45mm; height: 45mm }
)css";

}  // namespace

Result<std::string> recovery_sheet(const SheetShare& share) {
  std::string lines;
  for (const std::string& line : share.lines) lines += line + "\n";
  TRY_ASSIGN(const QrCode code, make_qr_code(lines, QrWear::Worn));
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Recovery share {1}</title>"
      "<style>{6}</style></head>\n<body><h1>{0}</h1>\n"
      "<p><b>Recovery share {1} of {2}</b>, made {4}. Any {3} of them are needed together.</p>\n"
      "<pre>{5}</pre>\n{7}\n"
      "<p>Keep it where it stays dry and nobody else reads it, and never two shares in one place. Bring it when the "
      "school's administrator asks for it, to nobody else. It is typed into <code>hornbook-server keys restore "
      "--kit -</code>; there are no letters O and I in it, only the digits 0 and 1. When a newer kit is printed, "
      "destroy this one.</p></body></html>\n",
      server::escaped(share.school), share.number, share.shares, share.threshold, share.date, lines, style,
      to_svg(code));
}

}  // namespace hornbook::platform
