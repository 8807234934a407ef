// A class day at a station on a disk that remembers: what the screen called saved and when, and what is wrong with a
// data folder that came out of it.
#pragma once

#include <cstdlib>
#include <fstream>
#include <set>

#include "runtime/core/seeded_random.hpp"
#include "tests/support/simulated_disk.hpp"
#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::test {

// Images are many: where there is a file system in memory, they are made there.
inline const bool uses_memory = [] {
  if (std::filesystem::exists("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 0);
  return true;
}();

[[nodiscard]] inline Bytes file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class StationDay : public JournalBed {
 protected:
  struct Saved {
    std::size_t operations = 0;  // that had been done when the screen said so
    std::string event;           // "epoch.sequence=typed"
    LearnerId learner;
  };

  // Takes down what the station just did, for later.
  void note() { witnesses_.emplace_back(vfs_->operations().size(), file_bytes(at_ / "journal.witness")); }

  void answer_as(journal::Writer& writer, const LearnerId& learner, const std::string& typed) {
    const measure::Event event = answer(writer, writer.learner_index(learner), typed);
    const std::string name = std::to_string(writer.epoch()) + "." + std::to_string(event.sequence) + "=" + typed;
    EXPECT_TRUE(begun_.insert(name).second) << "a sequence is used twice";
    const std::vector<measure::Event> events = {event};
    if (writer.append(events)) saved_.push_back({vfs_->operations().size(), name, learner});
    note();
  }

  // A turn at the station: signs in, answers, signs out. Gives up where the disk refuses.
  void take_turn(journal::Writer& writer, const LearnerId& learner, int answers, const std::string& mark) {
    if (!writer.sign_in(learner, key_)) return;
    note();
    for (int i = 0; i < answers; ++i) answer_as(writer, learner, mark + std::to_string(i));
    (void)writer.keep_settings({{"text size", mark}});
    (void)writer.sign_out();
    note();
  }

  void sit(const std::string& mark, int turns) {
    Result<journal::Writer> writer = journal::Writer::open(at_, device_, clock_, "boot");
    if (!writer) return;
    note();
    for (int turn = 0; turn < turns; ++turn)
      take_turn(*writer, sample_learner(static_cast<std::uint8_t>(1 + turn % 2)), 3 + turn,
                mark + std::to_string(turn) + "/");
    // Somebody is in the middle of their work when the day ends.
    const LearnerId last = sample_learner(1);
    if (writer->sign_in(last, key_))
      for (int i = 0; i < 3; ++i) answer_as(*writer, last, mark + "last/" + std::to_string(i));
  }

  void sync(std::uint64_t epoch, std::uint64_t through) {
    Result<journal::Store> store = journal::Store::open(at_);
    if (!store) return;
    may_go_from_ = vfs_->operations().size();
    for (const Saved& each : saved_)
      if (each.event.starts_with(std::to_string(epoch) + ".")) may_go_.insert(each.event);
    (void)store->park_base(sample_learner(2), Bytes(300, 7));
    (void)store->put_setting("rules", Bytes(40, 1));
    (void)store->apply(acknowledge({{epoch, through, through, through, {}}}), school_.signing.verify_key());
    note();
  }

  // Two sittings at one station, a sync between them.
  void class_day() {
    sit("a", 3);
    sync(1, 18);
    sit("b", 2);
  }

  void forget_day() {
    saved_.clear();
    begun_.clear();
    witnesses_.clear();
    may_go_.clear();
  }

  // What is wrong with the data folder in `at_`, where so many operations had been done; empty: nothing.
  std::string faults(std::size_t operations) {
    Result<journal::Writer> writer = journal::Writer::open(at_, device_, clock_, "later");
    if (!writer) return "it does not open: " + writer.error().sentence;
    if (open_store().status()->commits_lost != 0) return "it takes honest flushes for lies";
    const LearnerId learner = sample_learner(1);
    const Result<journal::Capsule> capsule = writer->sign_in(learner, key_);
    if (!capsule) return "the capsule does not open: " + capsule.error().sentence;
    if (!append_answer(*writer, "after")) return "it does not go on";
    if (!writer->sign_out()) return "it does not sign out";
    { const journal::Writer closing = std::move(*writer); }
    if (!open_store().verify(device_).value().empty()) return open_store().verify(device_).value().front();
    return missing_or_doubled(operations, tail_names(*capsule));
  }

  static std::set<std::string> tail_names(const journal::Capsule& capsule) {
    std::set<std::string> names;
    for (const measure::EventRecord& record : capsule.tail)
      names.insert(std::to_string(record.epoch) + "." + std::to_string(record.event.sequence));
    return names;
  }

  std::string missing_or_doubled(std::size_t operations, const std::set<std::string>& tail) {
    const std::vector<std::string> sent = everything_sent();
    const std::set<std::string> once(sent.begin(), sent.end());
    if (once.size() != sent.size()) return "an event is there twice";
    for (const std::string& event : once)
      if (!begun_.contains(event) && !event.ends_with("=after")) return "nobody wrote " + event;
    for (const Saved& each : saved_) {
      if (each.operations > operations) break;
      const bool may_be_gone = operations >= may_go_from_ && may_go_.contains(each.event);
      if (!may_be_gone && !once.contains(each.event)) return each.event + " was saved and is gone";
      const bool is_theirs = each.learner == sample_learner(1);
      if (is_theirs && !tail.contains(each.event.substr(0, each.event.find('='))))
        return each.event + " is missing in the capsule";
    }
    return {};
  }

  // Whether something that was saved when so many operations were done is not in `at_`, or nothing can be read there.
  [[nodiscard]] bool loses_saved(std::size_t operations) {
    std::set<std::string> there;
    try {
      const std::vector<std::string> sent = everything_sent();
      there.insert(sent.begin(), sent.end());
    } catch (const std::exception&) {
      return true;
    }
    return std::any_of(saved_.begin(), saved_.end(), [&](const Saved& each) {
      const bool may_be_gone = operations >= may_go_from_ && may_go_.contains(each.event);
      return each.operations <= operations && !may_be_gone && !there.contains(each.event);
    });
  }

  // Whether the next start, or a look at the journal, says that something is wrong.
  [[nodiscard]] bool is_told() {
    const Result<journal::Writer> writer = journal::Writer::open(at_, device_, clock_, "later");
    if (!writer) return true;
    const Result<journal::Store> store = journal::Store::open(at_);
    if (!store) return true;
    const auto status = store->status();
    const auto damage = store->verify(device_);
    return !status || status->commits_lost > 0 || !damage || !damage->empty();
  }

  void put_witness(std::size_t operations, bool latest, SeededRandom& random) {
    std::size_t known = 0;
    while (known < witnesses_.size() && witnesses_[known].first <= operations) ++known;
    if (known == 0) return;
    const Bytes& bytes = witnesses_[latest ? known - 1 : random.below(known)].second;
    std::ofstream(at_ / "journal.witness", std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }

  const SecretKey key_ = SecretKey::generate();
  std::unique_ptr<RecordingVfs> vfs_ = std::make_unique<RecordingVfs>();
  std::vector<Saved> saved_;
  std::set<std::string> begun_;
  std::vector<std::pair<std::size_t, Bytes>> witnesses_;
  std::set<std::string> may_go_;  // what the school has backed up
  std::size_t may_go_from_ = 0;
};

}  // namespace hornbook::test
