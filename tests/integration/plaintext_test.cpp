// Nothing of a learner's stands readable on the station's disk: not as bytes, not inside zstd frames, not in SQLite's
// pages, write-ahead log or free pages, and no core dump is left by a crash.
#include <gtest/gtest.h>
#include <zstd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include "runtime/core/ids.hpp"
#include "tests/integration/demo_school.hpp"

namespace hornbook::test {
namespace {

const DemoLearner priya{"Priya", {"mango", "kite", "key"}};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Every zstd frame that stands anywhere in the bytes, unpacked.
std::string unpacked_frames(const std::string& bytes) {
  static const std::string magic = "\x28\xb5\x2f\xfd";
  std::string all;
  for (std::size_t at = bytes.find(magic); at != std::string::npos; at = bytes.find(magic, at + 1)) {
    std::string plain(1u << 20, '\0');
    const std::size_t frame = ZSTD_findFrameCompressedSize(bytes.data() + at, bytes.size() - at);
    if (ZSTD_isError(frame) != 0) continue;
    const std::size_t size = ZSTD_decompress(plain.data(), plain.size(), bytes.data() + at, frame);
    if (ZSTD_isError(size) == 0) all.append(plain, 0, size);
  }
  return all;
}

struct Finding {
  std::string file;
  std::string word;
};

// Packs are public and may hold any word; everything else is looked at.
std::vector<Finding> find_words(const std::filesystem::path& folder, const std::vector<std::string>& words) {
  std::vector<Finding> findings;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().string().find("/packs/") != std::string::npos) continue;
    std::string bytes = read_file(entry.path());
    bytes += unpacked_frames(bytes);
    for (const std::string& word : words) {
      if (bytes.find(word) != std::string::npos) findings.push_back({entry.path().filename(), word});
    }
  }
  return findings;
}

const std::vector<std::string> private_words{"Amina",  "Wanjiru", "Mateo", "Priya",      "Yadav", "Xóchitl",  "Ramírez",
                                             "Samuel", "Kiptoo",  "mango", "98765/4321", "98765", "butterfly"};

// Types an answer that nobody else could have typed wherever a number can be typed.
Script type_a_telling_answer() {
  Script script{R"({"tap":"role=button[name~\"Next for you\"]"})"};
  script.emplace_back(
      R"({"loop":30,"steps":[{"type":"98765/4321"},{"key":"Enter"},{"answer":"right"},{"tap":"role=button[name=\"Go on\"]"}]})");
  return script;
}

TEST(Plaintext, DataFolderAfterSessions_HoldsNoNameAndNoAnswer) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  const Ended played = school.play(sign_in(priya) + type_a_telling_answer());
  ASSERT_EQ(played.exit_code, 0) << played.output;
  for (const Finding& found : find_words(school.station_data(), private_words)) {
    ADD_FAILURE() << found.word << " stands in " << found.file;
  }
}

TEST(Plaintext, DataFolderAfterAKill_HoldsNoNameAndNoAnswer) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  ChildProcess station(school.station_command(sign_in(priya) + practise(4000, 5)));
  while (school.durable_answers().size() < 20) {
    ASSERT_EQ(school.trouble(), "");
  }
  station.signal(SIGKILL);
  EXPECT_EQ(station.wait().exit_code, 128 + SIGKILL);
  for (const Finding& found : find_words(school.station_data(), private_words)) {
    ADD_FAILURE() << found.word << " stands in " << found.file;
  }
}

TEST(Plaintext, StationThatCrashes_LeavesNoCoreDump) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  const auto folder = school.folder() / "crash";
  std::filesystem::create_directories(folder);
  std::string command = "cd '" + folder.string() + "' && ulimit -c unlimited && exec";
  for (const std::string& argument : school.station_command(sign_in(priya) + practise(4000, 6))) {
    command += " '" + argument + "'";
  }
  ChildProcess station({"bash", "-c", command});
  while (school.durable_answers().empty()) {
    ASSERT_EQ(school.trouble(), "");
  }
  station.signal(SIGSEGV);
  EXPECT_NE(station.wait().exit_code, 0);
  EXPECT_TRUE(std::filesystem::is_empty(folder)) << "a core dump was left";
}

TEST(Plaintext, TheSearchItself_FindsWhatIsThereAndWhatIsPacked) {
  TemporaryDirectory folder;
  const std::string text = "page Wanjiru page";
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  std::ofstream(folder.path() / "plain") << "xx" << text;
  std::ofstream(folder.path() / "packed", std::ios::binary) << "yy" << packed << "zz";
  EXPECT_EQ(find_words(folder.path(), {"Wanjiru"}).size(), 2u);
}

}  // namespace
}  // namespace hornbook::test
