// The power goes at every operation that installing a pack, installing its next version and sweeping the first away do
// to the store's files, or the operation fails. Whatever pack is visible afterwards is whole, what was said to be
// installed is there, and the next try gets everything done. HORNBOOK_POWER_CUT_SEEDS: how often with other chances.
#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>

#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/pack.hpp"
#include "tests/support/recording_files.hpp"
#include "tests/support/simulated_disk.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/runtime/pack/tiny_pack.hpp"

namespace hornbook::pack {
namespace {

namespace fs = std::filesystem;
using test::RecordingFiles;
using test::SimulatedFiles;

struct Version {
  Bytes signed_index;
  CompressedObjects objects;
  Hash hash;
};

class PackStoreCuts : public testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
  PackStoreCuts() : first_(version_of(test::tiny_source())), second_(version_of(changed_source())) {
    trust_.publishers = {key_.verify_key()};
  }

  Version version_of(const content::PackSource& source) const {
    content::BuiltPack built = content::build_pack(source).value();
    const std::vector<const SigningKey*> keys = {&key_};
    Version version{sign_index(built.index, keys), std::move(built.objects), {}};
    version.hash = read_signed_index(version.signed_index)->hash;
    return version;
  }
  static content::PackSource changed_source() {
    content::PackSource source = test::tiny_source();
    source.index.version = "2";
    source.media.begin()->second.push_back('y');
    return source;
  }

  [[nodiscard]] Done install(PackStore& store, const Version& version) const {
    for (const auto& [name, compressed] : version.objects) TRY_DONE(store.put_object(name, compressed));
    TRY_DONE(store.commit(version.signed_index, trust_));
    return {};
  }
  // Stops at the first error, as a sync does. `reached` counts the steps that were said to be done.
  Done day(const fs::path& folder, int& reached) const {
    TRY_ASSIGN(PackStore store, PackStore::open(folder));
    TRY_DONE(install(store, first_));
    step(reached);
    TRY_DONE(install(store, second_));
    step(reached);
    TRY_DONE(store.sweep({second_.hash}));
    step(reached);
    return {};
  }
  void step(int& reached) const {
    ++reached;
    if (recording_ != nullptr) said_after_.push_back(recording_->operations().size());
  }

  // What is wrong with the store, when so many steps had been said to be done; empty: nothing.
  std::string faults(const fs::path& folder, int reached) const {
    auto store = PackStore::open(folder);
    if (!store) return "it does not open";
    const std::vector<Hash> packs = store->list().value();
    const auto has = [&](const Version& version) {
      return std::find(packs.begin(), packs.end(), version.hash) != packs.end();
    };
    if (reached == 1 && !has(first_)) return "the first version was lost";
    if (reached >= 2 && !has(second_)) return "the second version was lost";
    const auto damaged = store->verify_all(trust_).value();
    if (!damaged.empty()) return damaged.front();
    int again = 0;
    if (const Done done = day(folder, again); !done) return "it does not go on: " + done.error().sentence;
    if (store->list().value() != std::vector<Hash>{second_.hash}) return "the first version was not swept away";
    const auto after = store->verify_all(trust_).value();
    return after.empty() ? std::string() : after.front();
  }

  SigningKey key_ = SigningKey::generate();
  Trust trust_;
  Version first_, second_;
  const RecordingFiles* recording_ = nullptr;
  mutable std::vector<std::size_t> said_after_;  // operations, at each step
};

TEST_F(PackStoreCuts, AtEveryOperation_WhatIsVisibleIsWholeAndWhatWasSaidIsThere) {
  const test::TemporaryDirectory folder;
  std::vector<test::FileOperation> operations;
  {
    RecordingFiles recording(folder.path());
    recording_ = &recording;
    int reached = 0;
    ASSERT_TRUE(day(folder.path() / "packs", reached).has_value());
    operations = recording.operations();
    recording_ = nullptr;
  }
  const std::vector<std::size_t> said_after = said_after_;
  std::size_t images = 0;
  std::vector<std::string> violations;
  for (std::size_t seed = 0; seed < test::power_cut_seeds(); ++seed) {
    SeededRandom random(seed);
    SimulatedFiles disk;
    for (std::size_t done = 0; done <= operations.size(); ++done) {
      if (done > 0) disk.apply(operations[done - 1]);
      const auto reached =
          std::count_if(said_after.begin(), said_after.end(), [&](std::size_t at) { return at <= done; });
      for (const auto way : {SimulatedFiles::Unflushed::Lost, SimulatedFiles::Unflushed::Written,
                             SimulatedFiles::Unflushed::Scattered, SimulatedFiles::Unflushed::Scattered}) {
        const test::TemporaryDirectory image;
        disk.write_image(image.path(), way, random);
        ++images;
        const std::string wrong = faults(image.path() / "packs", static_cast<int>(reached));
        if (!wrong.empty())
          violations.push_back("seed " + std::to_string(seed) + ", operation " + std::to_string(done) + ", way " +
                               std::to_string(static_cast<int>(way)) + ": " + wrong);
      }
    }
  }
  std::printf("pack store: %zu operations, %zu images after a power cut, %zu violations\n", operations.size(), images,
              violations.size());
  EXPECT_TRUE(violations.empty()) << violations.front();
  EXPECT_GT(operations.size(), 50u);
}

TEST_F(PackStoreCuts, WhenAnOperationFails_NothingIsHalfThereAndTheNextTryGetsItDone) {
  std::size_t tried = 0;
  std::vector<std::string> violations;
  for (const int error : {EIO, ENOSPC}) {
    for (const bool from_then_on : {false, true}) {
      bool has_failed = true;
      for (std::size_t failing = 0; has_failed; ++failing) {
        const test::TemporaryDirectory folder;
        int reached = 0;
        {
          RecordingFiles recording(folder.path());
          recording.fail(failing, error, from_then_on);
          const Done done = day(folder.path() / "packs", reached);
          has_failed = recording.has_failed();
          if (has_failed) ++tried;
          if (has_failed && done && reached != 3) violations.emplace_back("a failure was not said");
        }
        const std::string wrong = faults(folder.path() / "packs", reached);
        if (!wrong.empty()) violations.push_back("operation " + std::to_string(failing) + ": " + wrong);
      }
    }
  }
  std::printf("pack store: %zu failing operations, %zu violations\n", tried, violations.size());
  EXPECT_TRUE(violations.empty()) << violations.front();
}

// A bit that changes nothing of what an object holds (zstd has some) does no harm and is not counted as one.
TEST_F(PackStoreCuts, FlippedBit_IsNoticedBeforeUse) {
  const test::TemporaryDirectory folder;
  auto store = PackStore::open(folder.path()).value();
  ASSERT_TRUE(install(store, first_).has_value());
  std::size_t flips = 0;
  std::size_t noticed = 0;
  std::size_t harmless = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    if (!entry.is_regular_file() || entry.path().filename() == "lock") continue;
    const bool is_index = entry.path().extension() == ".index";
    const Bytes whole = read_file(entry.path(), 1u << 20).value();
    for (std::size_t at = 0; at < whole.size(); at += is_index ? 1 : 3) {
      Bytes damaged = whole;
      damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ (1u << (at % 8)));
      ASSERT_TRUE(write_file_durably(entry.path(), damaged).has_value());
      ++flips;
      if (!store.verify_all(trust_)->empty())
        ++noticed;
      else if (is_index)
        ADD_FAILURE() << "byte " << at << " of the index";
      else
        ++harmless;  // verify_all has compared what it holds with its hash
    }
    ASSERT_TRUE(write_file_durably(entry.path(), whole).has_value());
  }
  std::printf("pack store: %zu bits flipped, %zu noticed, %zu without effect, 0 used\n", flips, noticed, harmless);
  EXPECT_LT(harmless, flips / 20);
  EXPECT_TRUE(store.verify_all(trust_)->empty());
}

TEST_F(PackStoreCuts, PackThatIsOpen_IsNotSweptAway) {
  const test::TemporaryDirectory folder;
  auto store = PackStore::open(folder.path()).value();
  ASSERT_TRUE(install(store, first_).has_value());
  ASSERT_TRUE(install(store, second_).has_value());
  {
    const Pack open = store.load(first_.hash, trust_).value();
    ASSERT_TRUE(store.sweep({second_.hash}));
    EXPECT_TRUE(open.instantiate(0, 3, "en").has_value()) << "a session keeps the version that it began with";
    EXPECT_EQ(store.list()->size(), 2u);
  }
  ASSERT_TRUE(store.sweep({second_.hash}));
  EXPECT_EQ(store.list().value(), std::vector<Hash>{second_.hash});
  EXPECT_TRUE(store.verify_all(trust_)->empty()) << "what both share stays";
}

}  // namespace
}  // namespace hornbook::pack
