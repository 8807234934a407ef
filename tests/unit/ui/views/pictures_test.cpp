#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace hornbook::ui {
namespace {

std::filesystem::path folder() { return std::filesystem::path(HORNBOOK_SOURCE_DIR) / "ui/theme/pictures"; }

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

constexpr std::array names{"lion",
                           "elephant",
                           "owl",
                           "fish",
                           "turtle",
                           "butterfly",
                           "rabbit",
                           "whale",
                           "frog",
                           "bee",
                           "fox",
                           "parrot",
                           "sun",
                           "tree",
                           "boat",
                           "star",
                           "house",
                           "drum",
                           "mango",
                           "kite",
                           "key",
                           "hornbook",
                           "paddle",
                           "lamp",
                           "home",
                           "map",
                           "back",
                           "next",
                           "leave",
                           "erase",
                           "capital",
                           "colours",
                           "sign-not-yet",
                           "fraction-bar",
                           "mixed-key",
                           "leaf-landscape",
                           "star-effort",
                           "text",
                           "easier",
                           "harder",
                           "close",
                           "felt-easy",
                           "another-day",
                           "goal",
                           "talk",
                           "felt-just-right",
                           "felt-hard",
                           "way-read",
                           "way-choose",
                           "way-number",
                           "way-order",
                           "way-line",
                           "way-mathematics",
                           "way-words",
                           "way-choose-all",
                           "way-match",
                           "way-sort",
                           "way-hot-spot",
                           "way-label",
                           "way-plot",
                           "way-cloze",
                           "way-hot-text",
                           "way-table",
                           "sign-open",
                           "sign-space",
                           "sign-start-again",
                           "way-steps",
                           "way-card",
                           "way-open-response",
                           "way-drawing",
                           "rubber",
                           "sign-undo",
                           "sign-redo",
                           "clear-sheet",
                           "in-words",
                           "turn",
                           "kept",
                           "hear",
                           "stop-sound",
                           "play",
                           "pause",
                           "again",
                           "captions",
                           "lines-up",
                           "lines-down",
                           "recall-seed",
                           "recall-sprout",
                           "recall-plant",
                           "recall-flower"};

TEST(Pictures, EveryPictureThatTheInterfaceNamesIsThere) {
  for (const char* name : names) {
    EXPECT_TRUE(std::filesystem::exists(folder() / (std::string(name) + ".svg"))) << name;
  }
}

TEST(Pictures, AreDrawnOfPlainShapesThatEverySmallRasteriserKnows) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder())) {
    if (entry.path().extension() != ".svg") continue;
    ++count;
    const std::string svg = content_of(entry.path());
    EXPECT_NE(svg.find("viewBox=\"0 0 96 96\""), std::string::npos) << entry.path().filename();
    for (const char* tag : {"<text", "<image", "<filter", "Gradient", "<style", "<use", "<mask", "<script", "href"}) {
      EXPECT_EQ(svg.find(tag), std::string::npos) << entry.path().filename() << " has " << tag;
    }
  }
  EXPECT_GE(count, 40);
}

}  // namespace
}  // namespace hornbook::ui
