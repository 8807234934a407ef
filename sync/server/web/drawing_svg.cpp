#include "sync/server/web/drawing_svg.hpp"

#include <fmt/format.h>

#include <array>

#include "sync/server/web/html.hpp"

namespace hornbook::server {
namespace {

// As the pens of the station look on its light sheet.
constexpr std::array<std::string_view, engage::pen_colours> colours{"#23303F", "#1D4FE0", "#3C9C6A",
                                                                    "#8A1414", "#9458BE", "#DC6A07"};

// RFC 4648, section 4.
std::string base64_of(ByteView bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string code;
  code.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t next = at; next < at + 3; ++next) group = group << 8U | (next < bytes.size() ? bytes[next] : 0U);
    const std::size_t known = std::min<std::size_t>(3, bytes.size() - at) + 1;
    for (std::size_t digit = 0; digit < 4; ++digit)
      code += digit < known ? digits[(group >> (18U - 6U * digit)) & 63U] : '=';
  }
  return code;
}

// Pictures of packs are PNG or SVG. A browser runs nothing in an SVG that it shows as an image.
std::string_view type_of(ByteView picture) {
  constexpr std::array<std::uint8_t, 4> png{0x89, 'P', 'N', 'G'};
  const bool is_png = picture.size() >= png.size() && std::equal(png.begin(), png.end(), picture.begin());
  return is_png ? "image/png" : "image/svg+xml";
}

std::string id_of(const Hash& picture) { return "picture-" + to_hex(picture.view()); }

std::string squares() {
  std::string path;
  for (int x = engage::sheet_square; x < engage::sheet_width; x += engage::sheet_square)
    path += fmt::format("M{} 0V{}", x, engage::sheet_height);
  for (int y = engage::sheet_square; y < engage::sheet_height; y += engage::sheet_square)
    path += fmt::format("M0 {}H{}", y, engage::sheet_width);
  return path;
}

std::string dots() {
  std::string path;
  for (int x = engage::sheet_square; x < engage::sheet_width; x += engage::sheet_square)
    for (int y = engage::sheet_square; y < engage::sheet_height; y += engage::sheet_square)
      path += fmt::format("M{} {}h0", x, y);
  return path;
}

std::string symbol(std::string_view id, std::string_view content) {
  return fmt::format("<symbol id=\"{}\" viewBox=\"0 0 {} {}\">{}</symbol>\n", id, engage::sheet_width,
                     engage::sheet_height, content);
}

std::string path_of(const engage::Stroke& stroke) {
  std::string path;
  for (const engage::SheetPoint point : stroke.points)
    path += fmt::format("{}{} {}", path.empty() ? 'M' : 'L', point.x, point.y);
  if (stroke.points.size() == 1) path += "h0";
  return fmt::format("<path stroke=\"{}\" stroke-width=\"{}\" d=\"{}\"/>", colours.at(stroke.pen.colour),
                     engage::pen_widths.at(stroke.pen.width), path);
}

std::string ground_of(const Drawn& drawn) {
  if (drawn.picture) return fmt::format("<use href=\"#{}\"/>", id_of(*drawn.picture));
  if (drawn.ground == engage::SheetGround::Squared) return R"(<use href="#sheet-squared"/>)";
  return drawn.ground == engage::SheetGround::Dotted ? R"(<use href="#sheet-dotted"/>)" : "";
}

}  // namespace

std::string sheets_and_pictures(const std::map<Hash, Bytes>& pictures) {
  std::string html = R"(<svg class="shapes" aria-hidden="true" focusable="false">
)";
  html += symbol("sheet-squared",
                 fmt::format(R"(<path fill="none" stroke="#DDD2BF" stroke-width="2" d="{}"/>)", squares()));
  html += symbol(
      "sheet-dotted",
      fmt::format(R"(<path fill="none" stroke="#56616D" stroke-width="8" stroke-linecap="round" d="{}"/>)", dots()));
  for (const auto& [hash, bytes] : pictures)
    html +=
        symbol(id_of(hash), fmt::format(R"(<image width="{}" height="{}" href="data:{};base64,{}"/>)",
                                        engage::sheet_width, engage::sheet_height, type_of(bytes), base64_of(bytes)));
  return html + "</svg>\n";
}

std::string drawing_svg(const Drawn& drawn, std::string_view name) {
  std::string html = fmt::format(
      R"(<svg class="drawing" role="img" aria-label="{}" viewBox="0 0 {} {}">{}<g fill="none" stroke-linecap="round" stroke-linejoin="round">)",
      escaped(name), engage::sheet_width, engage::sheet_height, ground_of(drawn));
  for (const engage::Stroke& stroke : drawn.strokes) html += path_of(stroke);
  return html + "</g></svg>";
}

}  // namespace hornbook::server
