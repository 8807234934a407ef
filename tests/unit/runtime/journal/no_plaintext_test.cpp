// What a thief with a card reader finds: every file of the data folder is searched, as it is and with every zstd frame
// in it expanded, while the station runs, after a crash-like copy and after it closed.
#include <gtest/gtest.h>
#include <zstd.h>

#include <fstream>
#include <iterator>

#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::journal {
namespace {

class Thief : public test::JournalBed {
 protected:
  static bool holds(ByteView bytes, ByteView what) {
    return std::search(bytes.begin(), bytes.end(), what.begin(), what.end()) != bytes.end();
  }

  static std::vector<Bytes> expanded_frames(const Bytes& bytes) {
    static constexpr std::uint8_t magic[] = {0x28, 0xb5, 0x2f, 0xfd};
    std::vector<Bytes> frames;
    for (auto at = bytes.begin();; ++at) {
      at = std::search(at, bytes.end(), std::begin(magic), std::end(magic));
      if (at == bytes.end()) return frames;
      const auto rest = static_cast<std::size_t>(bytes.end() - at);
      const std::size_t size = ZSTD_findFrameCompressedSize(&*at, rest);
      Bytes plain(1u << 20);
      const std::size_t got = ZSTD_isError(size) ? size : ZSTD_decompress(plain.data(), plain.size(), &*at, size);
      if (!ZSTD_isError(got)) frames.emplace_back(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(got));
    }
  }

  // How many of the things that must not be found are found, in any file.
  int findings(const std::vector<Bytes>& secrets) const {
    int found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const Bytes bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
      std::vector<Bytes> layers = expanded_frames(bytes);
      layers.push_back(bytes);
      for (const Bytes& layer : layers) {
        for (const Bytes& secret : secrets) found += holds(layer, secret) ? 1 : 0;
      }
    }
    return found;
  }
  static Bytes bytes_of(std::string_view text) { return {as_bytes(text).begin(), as_bytes(text).end()}; }
};

TEST_F(Thief, SearchItself_FindsWhatIsWrittenPlainlyOrCompressed) {
  const std::string text = "zanzibar zanzibar zanzibar zanzibar zanzibar zanzibar";
  std::ofstream(folder_.path() / "plain") << text;
  std::vector<char> frame(200);
  frame.resize(ZSTD_compress(frame.data(), frame.size(), text.data(), text.size(), 19));
  std::ofstream(folder_.path() / "frame", std::ios::binary) << "xx" << std::string(frame.begin(), frame.end()) << "yy";
  EXPECT_EQ(findings({bytes_of(text)}), 2);
}

TEST_F(Thief, DataFolder_HoldsNoAnswerNameOrIdOfALearner) {
  const LearnerId learner = test::sample_learner(0x7a);
  const SecretKey capsule_key = SecretKey::generate();
  std::vector<Bytes> secrets = {bytes_of("987654321/123456789"),
                                bytes_of("xh-ZW-learner"),
                                bytes_of("Zebedee Quillfeather"),
                                {learner.bytes.begin(), learner.bytes.end()},
                                {capsule_key.view().begin(), capsule_key.view().end()}};
  {
    Writer writer = open_writer();
    Roster roster;
    roster.class_name = "Zebedee Quillfeather";
    roster.learners.push_back({learner, "Zebedee Quillfeather", "fox", {1, 2, 3}, "en", capsule_key.copy()});
    PassphraseCost cost;
    cost.operations = 1;
    cost.memory_bytes = 8192;
    const ClassLease lease = make_lease(1, 1, roster, SecretKey::generate(), "passphrase", cost).value();
    ASSERT_TRUE(writer.store().put_lease(lease).has_value());
    const Badge badge = make_badge(school_.signing.verify_key());
    secrets.emplace_back(badge.secret.bytes.begin(), badge.secret.bytes.end());
    secrets.push_back(bytes_of(text_of(badge)));
    ASSERT_TRUE(writer.store().put_badges({make_badge_slot(badge, 1, roster.learners[0]).value()}).has_value());
    ASSERT_TRUE(writer.store().park_base(learner, seal_random(capsule_key, learner.view(), as_bytes("x"))).has_value());
    Capsule capsule = writer.sign_in(learner, capsule_key).value();
    const std::vector<measure::Event> first = {
        session_start(writer, writer.learner_index(learner), learner, "xh-ZW-learner")};
    ASSERT_TRUE(writer.append(first).has_value());
    for (int i = 0; i < 40; ++i) ASSERT_TRUE(append_answer(writer, "987654321/123456789").has_value());
    EXPECT_EQ(findings(secrets), 0) << "while the station runs";
    capsule.settings["nickname"] = "Zebedee Quillfeather";
    ASSERT_TRUE(writer.rewrite_capsule(capsule).has_value());
    ASSERT_TRUE(writer.sign_out().has_value());
    EXPECT_EQ(findings(secrets), 0) << "after sign-out";
  }
  EXPECT_EQ(findings(secrets), 0) << "after closing";
  EXPECT_EQ(everything_sent().size(), 41u);
}

}  // namespace
}  // namespace hornbook::journal
