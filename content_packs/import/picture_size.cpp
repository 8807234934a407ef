#include "content_packs/import/picture_size.hpp"

#include <charconv>
#include <pugixml.hpp>
#include <string_view>

#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using std::size_t;

bool begins_with(ByteView file, std::string_view signature) {
  return file.size() >= signature.size() && as_text(file.first(signature.size())) == signature;
}

double big_endian(ByteView file, size_t at, size_t bytes) {
  std::uint32_t value = 0;
  for (size_t i = 0; i < bytes; ++i) value = value << 8 | file[at + i];
  return value;
}

std::optional<PictureSize> of(double width, double height) {
  if (!(width > 0) || !(height > 0)) return std::nullopt;
  return PictureSize{width, height};
}

// Segments up to the frame header, which is any of SOF0 to SOF15 but DHT, JPG and DAC.
std::optional<PictureSize> of_jpeg(ByteView file) {
  for (size_t at = 2; at + 9 <= file.size() && file[at] == 0xFF;) {
    const std::uint8_t marker = file[at + 1];
    const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) return of(big_endian(file, at + 7, 2), big_endian(file, at + 5, 2));
    const bool is_alone = marker == 0xFF;  // fill bytes before a marker
    at += is_alone ? 1 : 2 + static_cast<size_t>(big_endian(file, at + 2, 2));
  }
  return std::nullopt;
}

// "120" and "120px".
double number_in(std::string_view text) {
  text = trimmed(text);
  double number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_percent = end != text.data() + text.size() && *end == '%';
  return failure == std::errc() && !is_percent ? number : 0;
}

std::optional<PictureSize> of_svg(ByteView file) {
  pugi::xml_document document;
  if (file.size() > limits::xml_bytes_max || !document.load_buffer(file.data(), file.size(), pugi::parse_minimal))
    return std::nullopt;
  const pugi::xml_node root = document.document_element();
  if (std::string_view(root.name()) != "svg") return std::nullopt;
  const std::string box = replaced(root.attribute("viewBox").value(), ",", " ");
  if (const auto numbers = words_of(box); numbers.size() == 4)
    if (const auto size = of(number_in(numbers[2]), number_in(numbers[3]))) return size;
  return of(number_in(root.attribute("width").value()), number_in(root.attribute("height").value()));
}

}  // namespace

std::optional<PictureSize> picture_size(ByteView file) {
  if (begins_with(file, "\x89PNG\r\n\x1A\n") && file.size() >= 24)
    return of(big_endian(file, 16, 4), big_endian(file, 20, 4));
  if (begins_with(file, "GIF8") && file.size() >= 10) return of(file[6] + 256 * file[7], file[8] + 256 * file[9]);
  if (begins_with(file, "\xFF\xD8")) return of_jpeg(file);
  return of_svg(file);
}

bool fits_in_line(ByteView file) {
  constexpr double height_max = 64;
  constexpr double broad_max = 2;  // times as broad as it is high, or the other way round
  const auto size = picture_size(file);
  return size && size->height <= height_max && size->width <= broad_max * size->height &&
         size->height <= broad_max * size->width;
}

}  // namespace hornbook::content
