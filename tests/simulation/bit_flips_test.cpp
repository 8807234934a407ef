// One bit of the journal's files turns over while the station is off. What comes out of it is right or missing, never
// something else, and what is missing is told by `verify`, at the next
// start or by the school, which cannot open it. HORNBOOK_BIT_FLIP_STRIDE: every so
// manieth byte is tried (1: all; dev soak).
#include <array>
#include <cstdio>

#include "tests/simulation/station_day.hpp"

namespace hornbook::journal {
namespace {

using Files = std::map<std::string, Bytes>;

std::size_t stride() {
  const char* wanted = std::getenv("HORNBOOK_BIT_FLIP_STRIDE");
  return wanted == nullptr ? 37 : std::max(1ul, std::strtoul(wanted, nullptr, 10));
}

class BitFlips : public test::StationDay {
 protected:
  struct Outcome {
    bool is_told = false;     // by verify, the next start or the school
    bool is_refused = false;  // nothing can be read
    bool is_wrong = false;    // an event that nobody wrote, or one twice
    std::size_t lost = 0;
  };
  struct Tally {
    std::size_t flips = 0, harmless = 0, told = 0, refused = 0, silent = 0, wrong = 0, lost_most = 0;
  };

  [[nodiscard]] Files files_now() const {
    Files files;
    for (const char* name : {"journal.sqlite", "journal.sqlite-wal", "journal.witness"})
      if (std::filesystem::exists(at_ / name)) files[name] = test::file_bytes(at_ / name);
    return files;
  }

  Outcome look_at(const Files& files) {
    const test::TemporaryDirectory folder;
    at_ = folder.path();
    for (const auto& [name, content] : files)
      std::ofstream(at_ / name, std::ios::binary)
          .write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    Outcome outcome;
    outcome.is_told = is_told();  // the station starts, and mends what it can
    const std::set<std::string> there = read(outcome);
    for (const std::string& event : there) outcome.is_wrong = outcome.is_wrong || !begun_.contains(event);
    for (const Saved& each : saved_) outcome.lost += there.contains(each.event) ? 0u : 1u;
    return outcome;
  }

  // What the school can open of what the device sends.
  std::set<std::string> read(Outcome& outcome) const {
    std::set<std::string> there;
    const Result<Store> store = Store::open(at_);
    const Result<Outgoing> outgoing =
        store ? store->outgoing(1u << 30) : Result<Outgoing>(tl::unexpected(store.error()));
    outcome.is_refused = !outgoing.has_value();
    if (outcome.is_refused) return there;
    std::map<std::uint64_t, SecretKey> keys;
    for (const EpochHeader& header : outgoing->headers) {
      auto key = open_epoch_key(header, school_.ingest);
      if (key && signed_by(header, device_.key.verify_key())) keys.emplace(header.epoch, std::move(*key));
    }
    const auto take = [&](std::uint64_t epoch, const measure::Event& event) {
      const auto* response = std::get_if<measure::Response>(&event.body);
      const std::string place = std::to_string(epoch) + "." + std::to_string(event.sequence);
      const std::string typed = response == nullptr ? "?" : response->answer.texts.front();
      outcome.is_wrong = !there.insert(place + "=" + typed).second || outcome.is_wrong;
    };
    for (const Segment& segment : outgoing->segments) {
      const auto key = keys.find(segment.epoch);
      if (key == keys.end()) continue;
      const auto events = open_segment(segment, device_.id(), key->second);
      outcome.is_told = outcome.is_told || !events;  // the school asks for it again, and says so
      if (!events) continue;
      for (const measure::Event& event : *events) take(segment.epoch, event);
    }
    for (const Row& row : outgoing->rows) {
      const auto key = keys.find(row.epoch);
      if (row.skipped || key == keys.end()) continue;
      const auto event = open_row(row, device_.id(), key->second);
      outcome.is_told = outcome.is_told || !event;
      if (event) take(row.epoch, *event);
    }
    return there;
  }

  Tally flip_each(const Files& files, const std::string& which) {
    SeededRandom random(20261127);
    Tally tally;
    const std::size_t step = files.at(which).size() < 1000 ? 1 : stride();
    for (std::size_t at = random.below(step); at < files.at(which).size(); at += step) {
      Files flipped = files;
      flipped[which][at] ^= static_cast<std::uint8_t>(1u << random.below(8));
      const Outcome outcome = look_at(flipped);
      ++tally.flips;
      tally.wrong += outcome.is_wrong ? 1u : 0u;
      tally.silent += outcome.lost > 0 && !outcome.is_told ? 1u : 0u;
      if (outcome.is_refused)
        ++tally.refused;
      else if (outcome.lost == 0 && !outcome.is_told)
        ++tally.harmless;
      else
        ++tally.told, tally.lost_most = std::max(tally.lost_most, outcome.lost);
    }
    return tally;
  }

  static void expect_honest(const std::string& what, const Tally& tally) {
    std::printf(
        "bit flips, %s: %zu tried, %zu harmless, %zu told (at most %zu events lost), %zu refused whole, %zu silent "
        "losses, %zu wrong events\n",
        what.c_str(), tally.flips, tally.harmless, tally.told, tally.lost_most, tally.refused, tally.silent,
        tally.wrong);
    EXPECT_EQ(tally.refused, 0u) << what;
    EXPECT_EQ(tally.silent, 0u) << what;
    EXPECT_EQ(tally.wrong, 0u) << what;
  }
};

TEST_F(BitFlips, InAnyFile_NothingIsWrongAndNothingIsMissingInSilence) {
  sit("a", 3);
  const Files closed = files_now();
  const std::vector<Saved> saved_then = saved_;
  Files cut;
  {
    Writer writer = open_writer();
    take_turn(writer, test::sample_learner(1), 6, "c");
    ASSERT_TRUE(writer.sign_in(test::sample_learner(2), key_).has_value());
    for (int i = 0; i < 5; ++i) answer_as(writer, test::sample_learner(2), "d" + std::to_string(i));
    cut = files_now();
  }
  vfs_.reset();
  expect_honest("log of a station that lost power", flip_each(cut, "journal.sqlite-wal"));
  expect_honest("database of a station that lost power", flip_each(cut, "journal.sqlite"));
  expect_honest("witness", flip_each(cut, "journal.witness"));
  saved_ = saved_then;
  expect_honest("database of a station that was closed", flip_each(closed, "journal.sqlite"));
}

}  // namespace
}  // namespace hornbook::journal
