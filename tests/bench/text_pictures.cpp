// Draws marked-up texts as the station's painter draws them: one text a line on standard input, in which "\n" stands
// for a new line; OUT/0001.png and on, dark on white. usage: text_pictures OUT [WIDTH [SCALE [LANGUAGE]]] < TEXTS
#include <fmt/core.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string>

#include "tests/bench/save_picture.hpp"
#include "tests/support/fonts.hpp"
#include "tests/support/need.hpp"
#include "ui/theme/painter.hpp"

namespace hornbook {
namespace {

constexpr float margin = 8;

using test::need;

class TextPictures {
 public:
  TextPictures(float width, float scale, std::string language)
      : width_(width),
        scale_(scale),
        language_(std::move(language)),
        painter_(need(ui::Painter::create(tests::font_files(), {}))) {}

  void draw(const std::string& text, const std::filesystem::path& file) {
    const ui::MeasureText measure = painter_->measure_text(scale_);
    const ui::Size size = measure({text, ui::TypeStyle::Body, language_, width_});
    const ui::Rect screen{0, 0, std::ceil(size.width) + 2 * margin + 2, std::ceil(size.height) + 2 * margin};
    ui::Node root;
    root.role = ui::Role::Screen;
    root.language = language_;
    root.look.fill = ui::Paint::Leaf;
    root.layout.padding_x = root.layout.padding_y = margin;
    ui::Node& node = root.children.emplace_back();
    node.role = ui::Role::Text;
    node.name = text;
    ui::lay_out(root, screen, measure);
    bench::save_picture(*painter_, root, scale_, file);
  }

 private:
  float width_, scale_;
  std::string language_;
  std::unique_ptr<ui::Painter> painter_;
};

std::string with_new_lines(std::string text) {
  for (std::size_t at = text.find("\\n "); at != std::string::npos; at = text.find("\\n ", at))
    text.replace(at, 3, "\n");
  return text;
}

}  // namespace
}  // namespace hornbook

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: text_pictures OUT [WIDTH [SCALE [LANGUAGE]]] < TEXTS\n");
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  const auto number = [&](int at, float otherwise) {
    if (at < count) std::from_chars(arguments[at], arguments[at] + std::strlen(arguments[at]), otherwise);
    return otherwise;
  };
  const float width = number(2, 600);
  const float scale = number(3, 1);
  hornbook::TextPictures pictures(width, scale, count > 4 ? arguments[4] : "en");
  std::string text;
  for (int line = 1; std::getline(std::cin, text); ++line) {
    pictures.draw(hornbook::with_new_lines(text), folder / fmt::format("{:04}.png", line));
  }
  return 0;
}
