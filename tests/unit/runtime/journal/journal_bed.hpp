// A data folder with a school, a device and a clock, and the events that tests write into it.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <vector>

#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/writer.hpp"
#include "tests/support/journal_samples.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::test {

class JournalBed : public testing::Test {
 protected:
  JournalBed() : device_(sample_device(school_)) {}

  [[nodiscard]] journal::Writer open_writer() { return journal::Writer::open(at_, device_, clock_, "boot").value(); }
  [[nodiscard]] journal::Store open_store() const { return journal::Store::open(at_).value(); }

  // A typed answer with the next sequence.
  [[nodiscard]] static measure::Event answer(const journal::Writer& writer, std::uint32_t learner_index,
                                             const std::string& typed, std::uint64_t ahead = 0) {
    measure::Event event;
    event.sequence = writer.next_sequence() + ahead;
    event.learner_index = learner_index;
    event.elapsed_ms = static_cast<std::int64_t>(event.sequence) * 1500;
    measure::Response response;
    response.answer = engage::Answer{2, {}, {typed}};
    response.response_ms = 900;
    event.body = response;
    return event;
  }
  [[nodiscard]] static measure::Event session_start(const journal::Writer& writer, std::uint32_t learner_index,
                                                    const LearnerId& learner, const std::string& language) {
    measure::SessionStart start;
    start.learner = learner;
    start.language = language;
    measure::Event event = answer(writer, learner_index, "");
    event.body = start;
    return event;
  }
  static Done append_answer(journal::Writer& writer, const std::string& typed) {
    const std::vector<measure::Event> events = {answer(writer, 1, typed)};
    return writer.append(events);
  }
  static void append_answers(journal::Writer& writer, int count) {
    for (int i = 0; i < count; ++i) ASSERT_TRUE(append_answer(writer, std::to_string(i) + "/7").has_value());
  }

  // What the school reads of everything that the device would send, as "epoch.sequence=typed", in sending order.
  [[nodiscard]] std::vector<std::string> read_as_school(const journal::Outgoing& outgoing) const {
    std::vector<std::string> read;
    for (const journal::EpochHeader& header : known_headers()) {
      const SecretKey key = journal::open_epoch_key(header, school_.ingest).value();
      for (const journal::Segment& segment : outgoing.segments) {
        if (segment.epoch != header.epoch) continue;
        const auto events = journal::open_segment(segment, device_.id(), key).value();
        for (const measure::Event& event : events) add(read, header, event);
      }
      for (const journal::Row& row : outgoing.rows) {
        if (row.epoch != header.epoch || row.skipped) continue;
        add(read, header, journal::open_row(row, device_.id(), key).value());
      }
    }
    return read;
  }
  [[nodiscard]] std::vector<std::string> everything_sent() const {
    return read_as_school(open_store().outgoing(1u << 30).value());
  }

  [[nodiscard]] journal::Acknowledgement acknowledge(std::vector<journal::EpochAcknowledgement> epochs,
                                                     std::uint64_t generation = 1, UnixMs time = 1000) const {
    journal::Acknowledgement acknowledgement;
    acknowledgement.device = device_.id();
    acknowledgement.generation = generation;
    acknowledgement.signed_time_ms = time;
    acknowledgement.epochs = std::move(epochs);
    sign(acknowledgement, school_.signing);
    return acknowledgement;
  }

  // The next commits of this connection fail, after everything up to them has been done, until it is allowed again.
  static void refuse_commits(journal::Writer& writer, bool refuse) {
    sqlite3_commit_hook(writer.store().handle(),
                        refuse ? [](void*) { return 1; } : static_cast<int (*)(void*)>(nullptr), nullptr);
  }
  static void run_sql(const journal::Store& store, const char* statement) {
    char* message = nullptr;
    ASSERT_EQ(sqlite3_exec(store.handle(), statement, nullptr, nullptr, &message), SQLITE_OK) << message;
  }

  TemporaryDirectory folder_;
  std::filesystem::path at_ = folder_.path();  // the data folder in use
  SampleSchool school_;
  journal::DeviceIdentity device_;
  SimulatedClock clock_;

 private:
  // Those that the device still has: a header that the school has acknowledged is not sent again.
  [[nodiscard]] std::vector<journal::EpochHeader> known_headers() const {
    std::vector<journal::EpochHeader> headers;
    const journal::Store store = open_store();
    const auto add_header = [](void* list, int, char** values, char**) {
      const Bytes bytes = bytes_from_hex(values[0]).value();
      static_cast<std::vector<journal::EpochHeader>*>(list)->push_back(journal::decode_epoch_header(bytes).value());
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(store.handle(), "SELECT lower(hex(header)) FROM epochs ORDER BY epoch", add_header, &headers,
                           nullptr),
              SQLITE_OK);
    for (const journal::EpochHeader& header : headers) EXPECT_TRUE(signed_by(header, device_.key.verify_key()));
    return headers;
  }
  static void add(std::vector<std::string>& read, const journal::EpochHeader& header, const measure::Event& event) {
    const auto* response = std::get_if<measure::Response>(&event.body);
    const std::string what = response != nullptr ? response->answer.texts.front() : "session";
    read.push_back(std::to_string(header.epoch) + "." + std::to_string(event.sequence) + "=" + what);
  }
};

}  // namespace hornbook::test
