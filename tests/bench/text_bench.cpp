// How long a text takes to become glyphs with places: formulas from their source, a full screen that was laid out
// before, and the same screen for the first time.
#include <fmt/core.h>

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "tests/support/fonts.hpp"
#include "ui/text/layout_cache.hpp"
#include "ui/text/math_layout.hpp"
#include "ui/text/spoken.hpp"

namespace hornbook::ui::text {
namespace {

constexpr std::array formulas{"3x+5=20",
                              "\\frac{3}{4}+\\frac{1}{6}=\\frac{11}{12}",
                              "\\sqrt{\\left(x_2-x_1\\right)^2+\\left(y_2-y_1\\right)^2}",
                              "x=\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}",
                              "\\begin{bmatrix} 1 & -3 & 4 \\\\ 0 & 1 & -2 \\\\ 0 & 0 & \\frac{15}{4} \\end{bmatrix}",
                              "\\sum_{i=1}^{n} i=\\frac{n(n+1)}{2}",
                              "\\left(\\frac{2a^3b}{c^2}\\right)^{-2}",
                              "f(x)=\\begin{cases} x^2 & x\\ge 0 \\\\ -x & x<0 \\end{cases}"};

// As long as a reading screen is: a passage, four choices with mathematics, buttons.
std::vector<std::string> full_screen() {
  std::vector<std::string> texts{
      "A baker has 3 trays of rolls. Each tray holds 24 rolls, and *one third* of them have seeds. She sells "
      "$\\frac{5}{8}$ of all the rolls before noon and gives $\\frac{1}{9}$ of the rest to the school. How many rolls "
      "are "
      "left when the shop closes? Show your thinking, and check it in another way before you go on."};
  for (const char* formula : formulas) texts.push_back(std::string("Choose $") + formula + "$ when it is true.");
  for (const char* word : {"Check", "Hint", "Next", "Read to me", "Question 4 of 10"}) texts.emplace_back(word);
  return texts;
}

template <class Work>
double microseconds(int times, Work work) {
  const auto began = std::chrono::steady_clock::now();
  for (int time = 0; time < times; ++time) work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count() / times;
}

void run() {
  FontSet fonts = FontSet::open(tests::font_files()).value();
  constexpr TextStyle style{24, false, 1.5f};
  std::size_t glyphs = 0;
  const auto lay_out_all = [&] {
    for (const char* formula : formulas) glyphs += lay_out_math(parse_math(formula), 24, false, fonts).glyphs.size();
  };
  lay_out_all();
  const double all = microseconds(500, lay_out_all);
  fmt::print("formulas laid out from source      {:9.0f} a second ({} glyphs of {} formulas)\n",
             1e6 * formulas.size() / all, glyphs / 501, formulas.size());
  std::size_t letters = 0;
  const double said = microseconds(500, [&] {
    for (const char* formula : formulas) letters += spoken("$" + std::string(formula) + "$", "en").size();
  });
  fmt::print("formulas said from source          {:9.0f} a second\n", 1e6 * formulas.size() / said);

  const std::vector<std::string> screen = full_screen();
  const double first = microseconds(50, [&] {
    for (const std::string& text : screen) glyphs += lay_out_text(text, style, "en", 900, fonts).glyphs.size();
  });
  LayoutCache cache(fonts);
  const auto show = [&] {
    for (const std::string& text : screen) glyphs += cache.lay_out(text, style, "en", 900).glyphs.size();
  };
  show();
  fmt::print("full screen, for the first time    {:9.3f} ms\n", first / 1000);
  fmt::print("full screen, already shaped        {:9.5f} ms (at most 2 wanted; {} glyphs in all)\n",
             microseconds(1000, show) / 1000, glyphs);
}

}  // namespace
}  // namespace hornbook::ui::text

int main() { hornbook::ui::text::run(); }
