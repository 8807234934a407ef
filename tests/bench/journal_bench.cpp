// Journal: events a second and bytes written an event, beside a plain SQLite insert of the same event unencrypted, in
// one run on one disk: each event a commit of its own, and then lessons, in which one touch is a commit.
//   journal_bench [EVENTS] [FOLDER]     EVENTS 2000 by default; FOLDER must be on a real disk for the figures to mean
//   anything
#include <fcntl.h>
#include <sqlite3.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "runtime/journal/writer.hpp"
#include "runtime/measure/event_codec.hpp"
#include "tests/support/class_day.hpp"
#include "tests/support/journal_samples.hpp"
#include "tests/support/simulated_clock.hpp"

namespace {

using namespace hornbook;

// What the process handed to write(2) and its kin, and what of it reached the block layer, since it started.
struct Written {
  std::uint64_t by_calls = 0;
  std::uint64_t to_disk = 0;
};

Written written_so_far() {
  std::ifstream file("/proc/self/io");
  Written written;
  std::string name;
  std::uint64_t value = 0;
  while (file >> name >> value) {
    if (name == "wchar:") written.by_calls = value;
    if (name == "write_bytes:") written.to_disk = value;
  }
  return written;
}

measure::Event event_number(std::uint64_t sequence) {
  measure::Response response;
  response.answer = engage::Answer{2, {}, {std::to_string(sequence % 9) + "/" + std::to_string(sequence % 7 + 2)}};
  response.response_ms = static_cast<std::uint32_t>(2000 + (sequence * 7919) % 9000);
  measure::Event event;
  event.sequence = sequence;
  event.learner_index = 1;
  event.elapsed_ms = static_cast<std::int64_t>(sequence) * 8000;
  event.body = response;
  return event;
}

// `commits` calls of `append` write `events` events.
void report(const char* name, int events, int commits, const std::function<bool(std::uint64_t)>& append) {
  const Written before = written_so_far();
  const auto start = std::chrono::steady_clock::now();
  for (int i = 1; i <= commits; ++i) {
    if (!append(static_cast<std::uint64_t>(i))) {
      std::printf("%-36s failed at event %d\n", name, i);
      return;
    }
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const Written after = written_so_far();
  std::printf("%-36s %10.0f %14.0f %14.0f\n", name, events / seconds,
              static_cast<double>(after.by_calls - before.by_calls) / events,
              static_cast<double>(after.to_disk - before.to_disk) / events);
}

void bench_plain(const std::filesystem::path& folder, int events) {
  sqlite3* handle = nullptr;
  sqlite3_open((folder / "plain.sqlite").c_str(), &handle);
  sqlite3_exec(handle,
               "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
               "CREATE TABLE events(sequence INTEGER PRIMARY KEY, event BLOB)",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(handle, "INSERT INTO events VALUES(?,?)", -1, &insert, nullptr);
  report("plain SQLite insert and commit", events, events, [&](std::uint64_t sequence) {
    const Bytes bytes = measure::encode_event(event_number(sequence)).value();
    sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(sequence));
    sqlite3_bind_blob64(insert, 2, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    const bool done = sqlite3_step(insert) == SQLITE_DONE;
    sqlite3_reset(insert);
    return done;
  });
  sqlite3_finalize(insert);
  sqlite3_close(handle);
}

void bench_journal(const std::filesystem::path& folder, int events) {
  const test::SampleSchool school;
  const test::SimulatedClock clock;
  auto writer = journal::Writer::open(folder, test::sample_device(school), clock);
  const LearnerId learner = test::sample_learner(1);
  if (!writer || !writer->sign_in(learner, SecretKey::generate())) {
    std::printf("the journal cannot be opened\n");
    return;
  }
  report("journal: row, delta, seals, commit", events, events, [&](std::uint64_t sequence) {
    const std::vector<measure::Event> one = {event_number(sequence)};
    return writer->append(one).has_value();
  });
  (void)writer->sign_out();
  const auto outgoing = writer->store().outgoing(1u << 30);
  std::size_t bytes = 0;
  for (const journal::Segment& segment : outgoing->segments) bytes += encode(segment).size();
  std::printf("sealed segments: %.2f bytes an event\n", static_cast<double>(bytes) / events);
}

// Sessions of one learner after the other, signing in and out, each touch a commit: as a lesson goes.
void bench_lesson(const std::filesystem::path& folder, int events) {
  const test::SampleSchool school;
  const test::SimulatedClock clock;
  const SecretKey key = SecretKey::generate();
  const auto commits = test::ClassDay(1).take_commits(static_cast<std::size_t>(events));
  std::size_t count = 0;
  for (const auto& commit : commits) count += commit.size();
  auto writer = journal::Writer::open(folder, test::sample_device(school), clock);
  if (!writer) return;
  report("journal: lessons, sign-outs and all", static_cast<int>(count), static_cast<int>(commits.size()),
         [&, at = commits.begin()](std::uint64_t) mutable {
           const auto* start = std::get_if<measure::SessionStart>(&at->front().body);
           if (start != nullptr && (!writer->sign_out() || !writer->sign_in(start->learner, key))) return false;
           return writer->append(*at++).has_value();
         });
  std::printf("a commit has %.2f events\n", static_cast<double>(count) / static_cast<double>(commits.size()));
}

}  // namespace

int main(int count, char** arguments) {
  int events = 2000;
  if (count > 1) std::from_chars(arguments[1], arguments[1] + std::strlen(arguments[1]), events);
  const std::filesystem::path parent = count > 2 ? arguments[2] : std::filesystem::current_path();
  std::string name = (parent / "journal-bench-XXXXXX").string();
  const std::filesystem::path folder = ::mkdtemp(name.data());
  for (const char* part : {"one by one", "lessons"}) std::filesystem::create_directory(folder / part);
  std::printf("%-36s %10s %14s %14s\n", "", "events/s", "bytes written", "bytes to disk");
  bench_plain(folder, events);
  bench_journal(folder / "one by one", events);
  bench_lesson(folder / "lessons", events);
  std::filesystem::remove_all(folder);
  return 0;
}
