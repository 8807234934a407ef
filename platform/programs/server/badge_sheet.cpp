#include "platform/programs/server/badge_sheet.hpp"

#include <fmt/format.h>

#include "platform/programs/server/qr_code.hpp"
#include "platform/system/files.hpp"
#include "platform/system/paths.hpp"
#include "runtime/journal/badge.hpp"
#include "sync/server/web/html.hpp"

namespace hornbook::platform {
namespace {

constexpr std::size_t picture_bytes_max = 64u << 10;
constexpr const char* style = R"css(
@page { size: A4; margin: 12mm }
body { margin: 0; font-family: Andika, "DejaVu Sans", sans-serif; color: #23303f }
h1 { font-size: 12pt; margin: 0 0 4mm }
main { display: grid; grid-template-columns: repeat(2, 85.6mm); gap: 0 }
article { box-sizing: border-box; width: 85.6mm; height: 54mm; padding: 4mm; outline: 0.2mm dashed #888;
  display: grid; grid-template: 36mm auto / 36mm 1fr; gap: 1mm 4mm; break-inside: avoid }
.qr svg { width: 36mm; height: 36mm }
.who { display: flex; flex-direction: column; align-items: center; justify-content: center; text-align: center;
  font-size: 13pt; font-weight: bold; overflow-wrap: anywhere }
.who svg { width: 20mm; height: 20mm }
code { grid-column: 1 / 3; font: 8pt/1.3 "DejaVu Sans Mono", monospace; text-align: center }
)css";

Result<std::string> picture(const std::string& name) {
  TRY_ASSIGN(const std::filesystem::path folder, shipped_directory("ui/theme/pictures"));
  TRY_ASSIGN(const Bytes bytes, read_file(folder / (name + ".svg"), picture_bytes_max));
  return std::string(as_text(bytes));
}

Result<std::string> card(const SheetBadge& badge) {
  TRY_ASSIGN(const QrCode code, make_qr_code(badge.text, QrWear::Worn));
  TRY_ASSIGN(const std::string avatar, picture(badge.avatar));
  const std::string groups = journal::in_groups(badge.text);
  const std::size_t half = groups.find('-', groups.size() / 2);
  return fmt::format(
      "<article><div class=\"qr\">{}</div><div class=\"who\">{}{}</div><code>{}<br>{}</code></article>\n", to_svg(code),
      avatar, server::escaped(badge.name), groups.substr(0, half), groups.substr(half + 1));
}

}  // namespace

Result<std::string> badge_sheet(const std::string& title, const std::vector<SheetBadge>& badges) {
  std::string cards;
  for (const SheetBadge& badge : badges) {
    TRY_ASSIGN(const std::string one, card(badge));
    cards += one;
  }
  return fmt::format(
      "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>{0}</title><style>{1}</style></head>\n"
      "<body><h1>{0}</h1><main>\n{2}</main></body></html>\n",
      server::escaped(title), style, cards);
}

}  // namespace hornbook::platform
