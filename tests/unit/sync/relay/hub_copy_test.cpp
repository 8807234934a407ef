// What somebody learns who copies a hub's folder: when how much came for which school, and nothing of whom.
#include "tests/support/relay_bed.hpp"

namespace hornbook::relay {
namespace {

class CopiedHub : public test::RelayBed {
 protected:
  // As bytes, and as anybody may write bytes down in a name.
  [[nodiscard]] bool holds(ByteView secret) const {
    const std::string hex = to_hex(secret);
    const std::string raw(as_text(secret));
    for (const auto& file : test::files_in(hub())) {
      const Bytes bytes = test::bytes_of(file);
      const std::string all = std::string(as_text(bytes)) + file.string();
      if (all.find(raw) != std::string::npos || all.find(hex) != std::string::npos) return true;
    }
    return false;
  }
};

TEST_F(CopiedHub, HoldsNoNameNoAnswerAndNobodysKey) {
  enrol("Station by the window");
  enrol("b");
  for (int day = 0; day < 3; ++day) {
    lesson_at("Station by the window", "u1", {true, false});
    lesson_at("b", "u2", {true});
    for (const char* device : {"Station by the window", "b"}) ASSERT_TRUE(visit(device));
    static_cast<void>(forward());
  }
  ASSERT_TRUE(visit("b"));  // one that waits to go up, and answers that wait
  ASSERT_GT(test::files_in(hub()).size(), 4u);
  EXPECT_TRUE(holds(as_bytes("HBND"))) << "the search finds what is there";
  for (const char* word : {"Amina", "Diallo", "Bartolom", "Cruz", "Lake School", "Robin", "window", "sun", "lion"})
    EXPECT_FALSE(holds(as_bytes(word))) << word;
  for (const char* device : {"Station by the window", "b"}) {
    const auto folder = open(device);
    EXPECT_FALSE(holds(folder.identity.id().view()));
    EXPECT_FALSE(holds(folder.identity.id().view().first(6)));
    EXPECT_FALSE(holds(folder.identity.key.verify_key().view().first(8)));
    EXPECT_FALSE(holds(box_key_of(folder.identity.key.verify_key())->view().first(8)));
  }
  for (const char* source : {"u1", "u2"}) EXPECT_FALSE(holds(learner(source).view().first(6)));
  EXPECT_FALSE(holds(pack_.hash.view().first(8))) << "nor what was practised";
}

// No eight bytes stand in both, wherever, but for the six that every bundle begins with.
bool have_a_run_in_common(const Bytes& a, const Bytes& b) {
  constexpr std::size_t run = 8;
  constexpr std::size_t start_of_all = 6;
  std::set<std::string> runs;
  for (std::size_t i = start_of_all; i + run <= a.size(); ++i) runs.emplace(as_text(ByteView(a).subspan(i, run)));
  for (std::size_t i = start_of_all; i + run <= b.size(); ++i)
    if (runs.contains(std::string(as_text(ByteView(b).subspan(i, run))))) return true;
  return false;
}

TEST_F(CopiedHub, TwoBundlesOfOneDevice_HaveNothingInCommonButTheirSizeClass) {
  enrol("a");
  lesson_at("a", "u1", {true, true, false});
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(visit("a"));  // the same events each time
  std::vector<Bytes> up;
  for (const auto& file : test::files_in(hub()))
    if (file.extension() == ".hbundle") up.push_back(test::bytes_of(file));
  ASSERT_EQ(up.size(), 4u);
  for (std::size_t i = 0; i < up.size(); ++i) {
    EXPECT_EQ(up[i].size(), bundle::padded_size(up[i].size()));
    for (std::size_t k = i + 1; k < up.size(); ++k) EXPECT_FALSE(have_a_run_in_common(up[i], up[k])) << i << " " << k;
  }
  EXPECT_TRUE(have_a_run_in_common(up[0], up[0])) << "the search itself finds what is there";
}

TEST_F(CopiedHub, BoxesOfOneDevice_AreOthersEachTimeAndAsManyAlways) {
  enrol("a");
  ASSERT_TRUE(visit("a"));
  std::set<bundle::ReplyBox> asked;
  std::set<std::size_t> sizes;
  relay_server_.reset();
  relay_server_ = std::make_unique<test::RunningServer>(
      [&](const link::HttpRequest& request) {
        const auto visit = bundle::decode_visit(request.body).value();
        if (!visit.boxes.empty()) sizes.insert(visit.boxes.size());
        asked.insert(visit.boxes.begin(), visit.boxes.end());
        return relay_->answer(request);
      },
      &relay_tls_);
  for (int i = 0; i < 3; ++i) {
    static_cast<void>(forward());
    ASSERT_TRUE(visit("a"));
  }
  EXPECT_EQ(sizes, (std::set<std::size_t>{8}));
  EXPECT_EQ(asked.size(), 24u) << "each answer was fetched, so that no box was asked for twice";
}

}  // namespace
}  // namespace hornbook::relay
