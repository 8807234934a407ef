// Proof pictures: a page for each script and line of mixed scripts, the station's rendering over Pango's of the same
// text, fonts and width. usage: script_pictures OUT [WIDTH [SCALE]]; OUT/01-English.png and on
#include <fmt/core.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <iterator>

#include "tests/bench/save_picture.hpp"
#include "tests/support/pango_text.hpp"
#include "tests/support/script_samples.hpp"
#include "ui/theme/type_scale.hpp"

namespace hornbook {
namespace {

constexpr float margin = 16;
constexpr std::uint8_t ink[] = {0x23, 0x30, 0x3F};

class ScriptPictures {
 public:
  ScriptPictures(float width, float scale)
      : width_(width),
        scale_(scale),
        fonts_(test::need(ui::text::FontSet::open(tests::font_files()))),
        pango_(tests::font_file_paths()) {}

  void draw(const tests::ScriptSample& sample, const std::filesystem::path& file) {
    const float size_px = ui::text_style(ui::TypeStyle::Question, scale_).size_px;
    const ui::PictureImage reference =
        in_ink(pango_.draw(tests::pango_text(sample.text, sample.language, size_px, width_ * scale_, fonts_)));
    const auto painter = test::need(
        ui::Painter::create(tests::font_files(), [&](std::string_view, int, int) { return std::optional(reference); }));
    ui::Node root = page(sample, reference);
    const ui::MeasureText measure = painter->measure_text(scale_);
    ui::lay_out(root, {0, 0, width_ + 2 * margin, 4000}, measure);
    const ui::Rect last = root.children.back().rect;
    root.rect.height = std::ceil(last.y + last.height + margin);
    bench::save_picture(*painter, root, scale_, file);
  }

 private:
  [[nodiscard]] ui::Node page(const tests::ScriptSample& sample, const ui::PictureImage& reference) const {
    ui::Node root;
    root.role = ui::Role::Screen;
    root.language = sample.language;
    root.layout.padding_x = root.layout.padding_y = margin;
    root.layout.gap = margin;
    ui::Node& ours = root.children.emplace_back();
    ours.role = ui::Role::Text;
    ours.name = sample.text;
    ours.look.type = ui::TypeStyle::Question;
    ours.look.fill = ui::Paint::Leaf;
    ui::Node& theirs = root.children.emplace_back();
    theirs.role = ui::Role::Image;
    theirs.look.drawing = ui::Picture{"pango"};
    theirs.layout.width = static_cast<float>(reference.width) / scale_;
    theirs.layout.height = static_cast<float>(reference.height) / scale_;
    return root;
  }

  static ui::PictureImage in_ink(const tests::PangoPicture& picture) {
    ui::PictureImage image{picture.width, picture.height, {}};
    for (const std::uint8_t coverage : picture.coverage) {
      image.rgba.insert(image.rgba.end(), std::begin(ink), std::end(ink));
      image.rgba.push_back(coverage);
    }
    return image;
  }

  float width_, scale_;
  ui::text::FontSet fonts_;
  tests::Pango pango_;
};

}  // namespace
}  // namespace hornbook

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: script_pictures OUT [WIDTH [SCALE]]\n");
    return 2;
  }
  const auto number = [&](int at, float otherwise) {
    if (at < count) std::from_chars(arguments[at], arguments[at] + std::strlen(arguments[at]), otherwise);
    return otherwise;
  };
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  hornbook::ScriptPictures pictures(number(2, 640), number(3, 1));
  int page = 0;
  for (const hornbook::tests::ScriptSample& sample : hornbook::tests::script_samples)
    pictures.draw(sample, folder / fmt::format("{:02}-{}.png", ++page, sample.name));
  return 0;
}
