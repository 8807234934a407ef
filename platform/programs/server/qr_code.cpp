#include "platform/programs/server/qr_code.hpp"

#include <fmt/format.h>
#include <png.h>
#include <qrencode.h>

#include <memory>

namespace hornbook::platform {
namespace {

constexpr std::size_t quiet_modules = 4;
constexpr std::uint8_t white = 255;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

Result<QrCode> make_qr_code(std::string_view text, QrWear wear) {
  const QRecLevel level = wear == QrWear::Worn ? QR_ECLEVEL_Q : QR_ECLEVEL_M;
  const std::unique_ptr<QRcode, FreeCode> made(QRcode_encodeString(std::string(text).c_str(), 0, level, QR_MODE_8, 1));
  if (made == nullptr) return fail(ErrorCode::LimitExceeded, "QR code", "the text is too long for one");
  QrCode code;
  code.side = static_cast<std::size_t>(made->width);
  for (std::size_t at = 0; at < code.side * code.side; ++at) code.dark.push_back((made->data[at] & 1U) != 0);
  return code;
}

std::string to_svg(const QrCode& code) {
  const std::size_t whole = code.side + 2 * quiet_modules;
  std::string path;
  for (std::size_t at = 0; at < code.dark.size(); ++at)
    if (code.dark[at])
      path += fmt::format("M{} {}h1v1h-1z", at % code.side + quiet_modules, at / code.side + quiet_modules);
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" shape-rendering=\"crispEdges\">"
      "<path fill=\"#fff\" d=\"M0 0h{0}v{0}h-{0}z\"/><path d=\"{1}\"/></svg>",
      whole, path);
}

Result<Bytes> to_png(const QrCode& code, std::size_t scale) {
  const std::size_t side = (code.side + 2 * quiet_modules) * scale;
  Bytes pixels(side * side, white);
  for (std::size_t y = 0; y < code.side * scale; ++y)
    for (std::size_t x = 0; x < code.side * scale; ++x)
      if (code.dark[y / scale * code.side + x / scale])
        pixels[(y + quiet_modules * scale) * side + x + quiet_modules * scale] = 0;
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = image.height = static_cast<png_uint_32>(side);
  image.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  Bytes file(size);
  if (png_image_write_to_memory(&image, file.data(), &size, 0, pixels.data(), 0, nullptr) == 0)
    return fail(ErrorCode::OurBug, "QR code", "the picture could not be written");
  file.resize(size);
  return file;
}

}  // namespace hornbook::platform
