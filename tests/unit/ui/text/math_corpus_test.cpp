// Every formula of a real course is understood and has its glyphs.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/child_process.hpp"
#include "tests/support/fonts.hpp"
#include "ui/text/math_layout.hpp"
#include "ui/text/math_spoken.hpp"

namespace hornbook::ui::text {
namespace {

using Json = nlohmann::json;
using Formulas = std::map<std::string, std::size_t>;  // how often each occurs

void collect(const std::string& text, Formulas& formulas) {
  std::size_t open = text.find("$$");
  while (open != std::string::npos) {
    const std::size_t close = text.find("$$", open + 2);
    if (close == std::string::npos) return;
    if (close > open + 2) ++formulas[text.substr(open + 2, close - open - 2)];
    open = text.find("$$", close + 2);
  }
}

void collect(const Json& json, Formulas& formulas) {
  if (json.is_string()) collect(json.get_ref<const std::string&>(), formulas);
  if (!json.is_structured()) return;
  for (const Json& part : json) collect(part, formulas);
}

Formulas formulas_of(const std::filesystem::path& archive) {
  const test::Ended all = test::run({"tar", "--zstd", "-xOf", archive.string(), "--wildcards", "*.json"});
  EXPECT_EQ(all.exit_code, 0);
  Formulas formulas;
  std::istringstream stream(all.output);
  Json document;
  while (stream >> std::ws && !stream.eof()) {
    stream >> document;
    collect(document, formulas);
  }
  return formulas;
}

bool has_every_glyph(const MathBox& box) {
  return std::all_of(box.glyphs.begin(), box.glyphs.end(), [](const PlacedGlyph& glyph) { return glyph.glyph != 0; });
}

void print_commonest(const Formulas& refusals) {
  std::vector<std::pair<std::string, std::size_t>> sorted(refusals.begin(), refusals.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& one, const auto& other) { return one.second > other.second; });
  for (std::size_t at = 0; at < std::min<std::size_t>(sorted.size(), 20); ++at) {
    std::cout << "  " << sorted[at].second << " times: " << sorted[at].first << "\n";
  }
}

TEST(MathCorpus, FormulasOfARealCourse_AreNearlyAllLaidOut) {
  const auto archive =
      std::filesystem::path(HORNBOOK_SOURCE_DIR) / "../shared/corpora/oatutor/elementary-algebra.tar.zst";
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "no corpora beside the project";
  FontSet fonts = FontSet::open(tests::font_files()).value();
  const Formulas formulas = formulas_of(archive);
  ASSERT_GT(formulas.size(), 1000u);
  std::size_t total = 0, refused = 0, unsaid = 0;
  Formulas refusals;
  for (const auto& [tex, times] : formulas) {
    const MathFormula formula = parse_math(tex);
    std::vector<std::string> unknown = unknown_in(formula.row);
    if (!has_every_glyph(lay_out_math(formula, 24, false, fonts))) unknown.push_back("a sign no font has: " + tex);
    total += times;
    refused += unknown.empty() ? 0 : times;
    for (const std::string& source : unknown) refusals[source] += times;
    if (say_math(formula.row, english_math_words()).empty()) unsaid += times;
  }
  const double percent = 100.0 * static_cast<double>(total - refused) / static_cast<double>(total);
  std::cout << total << " formulas (" << formulas.size() << " different), " << total - refused
            << " laid out: " << percent << " %\n";
  print_commonest(refusals);
  EXPECT_GE(percent, 99.5);
  EXPECT_LE(unsaid, total / 100);
}

}  // namespace
}  // namespace hornbook::ui::text
