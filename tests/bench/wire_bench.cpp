// Bytes on the wire an event, for 10, 100 and 1,000 events of a class's day: the sealed segments alone, the bundle
// around them, the whole of TCP's payload over loopback with TLS; and the same events as gzipped JSON statements.
#include <fmt/core.h>
#include <zlib.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "runtime/journal/writer.hpp"
#include "sync/client/exchange.hpp"
#include "sync/client/outbox.hpp"
#include "sync/device/enrol.hpp"
#include "tests/support/class_day.hpp"
#include "tests/support/need.hpp"
#include "tests/support/sample_school_server.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook {
namespace {

using Json = nlohmann::json;

using test::need;

std::string uuid(SeededRandom& random) {
  ByteWriter bytes;
  bytes.u64(random.next());
  bytes.u64(random.next());
  std::string hex = to_hex(bytes.view());
  for (const std::size_t at : {8u, 13u, 18u, 23u}) hex.insert(at, "-");
  return hex;
}

// What a learning record store would be sent: one statement an event, with the same facts.
class Statements {
 public:
  explicit Statements(std::uint64_t seed) : random_(seed) {}

  std::string of(const std::vector<measure::Event>& events) {
    Json all = Json::array();
    for (const measure::Event& event : events) all.push_back(statement(event));
    return all.dump();
  }

 private:
  Json statement(const measure::Event& event) {
    static constexpr std::string_view verbs = "http://adlnet.gov/expapi/verbs/";
    if (std::holds_alternative<measure::SessionStart>(event.body)) session_ = uuid(random_);
    Json json = {
        {"id", uuid(random_)},
        {"actor", {{"account", {{"homePage", "https://school.example"}, {"name", learner(event.learner_index)}}}}},
        {"timestamp", fmt::format("2026-09-21T08:{:02}:{:02}.{:03}Z", event.elapsed_ms / 60'000 % 60,
                                  event.elapsed_ms / 1000 % 60, event.elapsed_ms % 1000)},
        {"context", {{"registration", session_}}}};
    json["verb"]["id"] = std::string(verbs) + verb(event.body);
    if (const auto* item = std::get_if<measure::ItemPresented>(&event.body)) item_ = *item;
    json["object"]["id"] = fmt::format("https://school.example/items/{}?seed={}", item_.item_index, item_.seed);
    if (const auto* response = std::get_if<measure::Response>(&event.body)) json["result"] = result_of(*response);
    if (const auto* decision = std::get_if<measure::Decision>(&event.body))
      json["context"]["extensions"]["https://school.example/decision"] = extension_of(*decision);
    return json;
  }
  static std::string verb(const measure::EventBody& body) {
    if (std::holds_alternative<measure::SessionStart>(body)) return "initialized";
    if (std::holds_alternative<measure::SessionEnd>(body)) return "terminated";
    if (std::holds_alternative<measure::Response>(body)) return "answered";
    if (std::holds_alternative<measure::HintShown>(body)) return "asked";
    return std::holds_alternative<measure::ItemPresented>(body) ? "attempted" : "preferred";
  }
  static Json result_of(const measure::Response& response) {
    const engage::Answer& answer = response.answer;
    return {{"response", answer.texts.empty() ? std::to_string(answer.numbers.front()) : answer.texts.front()},
            {"success", response.correct},
            {"score", {{"scaled", response.credit_permille / 1000.0}}},
            {"duration", fmt::format("PT{}.{:03}S", response.response_ms / 1000, response.response_ms % 1000)}};
  }
  static Json extension_of(const measure::Decision& decision) {
    Json options = Json::array({decision.chosen.item_index});
    for (const measure::Candidate& candidate : decision.alternatives) options.push_back(candidate.item_index);
    return {{"number", decision.number},
            {"reason", static_cast<int>(decision.chosen.reason)},
            {"options", options},
            {"success", decision.chosen.success_permille},
            {"known", decision.mastery_permille}};
  }
  std::string learner(std::uint32_t index) {
    while (learners_.size() <= index) learners_.push_back(uuid(random_));
    return learners_[index];
  }

  SeededRandom random_;
  std::string session_;
  measure::ItemPresented item_;
  std::vector<std::string> learners_;
};

std::size_t gzip_size(const std::string& text) {
  z_stream stream{};
  constexpr int gzip_window_bits = 15 + 16;
  if (deflateInit2(&stream, 6, Z_DEFLATED, gzip_window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) std::exit(1);
  Bytes output(deflateBound(&stream, text.size()));
  Bytes input(text.begin(), text.end());
  stream.next_in = input.data();
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = output.data();
  stream.avail_out = static_cast<uInt>(output.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  const std::size_t size = stream.total_out;
  deflateEnd(&stream);
  if (!done) std::exit(1);
  return size;
}

struct Sizes {
  std::size_t responses = 0;
  std::size_t segments = 0;  // sealed columns
  std::size_t bundle = 0;    // with headers, keys, signature, padding
  std::uint64_t up = 0;      // TCP payload both ways
  std::uint64_t down = 0;
  std::uint32_t round_trips = 0;
  std::size_t json = 0;
};

Sizes measure_batch(std::size_t count) {
  test::SampleSchoolServer school;
  const test::TemporaryDirectory folder;
  const test::SimulatedClock clock;
  static_cast<void>(need(device::enrol(folder.path(), bundle::to_json(school.enrolment()))));
  {
    auto enrolled = need(device::open_device_folder(folder.path()));
    static_cast<void>(need(device::synchronise(enrolled, {})));  // the enrolment is not part of a day
  }
  const std::vector<measure::Event> events = test::ClassDay(1).take(count);
  auto opened = need(device::open_device_folder(folder.path()));
  {
    auto writer = need(journal::Writer::open(folder.path(), opened.identity, clock, "boot"));
    for (const measure::Event& event : events) need(writer.append(std::span(&event, 1)));
    need(writer.seal());
  }
  Sizes sizes;
  for (const measure::Event& event : events)
    sizes.responses += std::holds_alternative<measure::Response>(event.body) ? 1u : 0u;
  for (const journal::Segment& segment : need(opened.store.outgoing(1u << 30)).segments)
    sizes.segments += segment.sealed.size();
  sizes.bundle = need(device::collect(opened, 1u << 30)).bundle.size();
  const device::SyncReport report = need(device::synchronise(opened, {}));
  if (report.events_acknowledged != count) std::exit(1);
  sizes.up = report.traffic.sent_bytes;
  sizes.down = report.traffic.received_bytes;
  sizes.round_trips = report.traffic.round_trips;
  sizes.json = gzip_size(Statements(1).of(events));
  return sizes;
}

void print_row(std::size_t count, const Sizes& sizes) {
  const auto each = [count](std::uint64_t bytes) { return static_cast<double>(bytes) / static_cast<double>(count); };
  fmt::print("{:>7} {:>9.2f} {:>8.2f} {:>10.2f} {:>10.2f} {:>14.2f} {:>12} {:>11.2f}\n", count, each(sizes.segments),
             each(sizes.bundle), each(sizes.up), each(sizes.up + sizes.down),
             static_cast<double>(sizes.up + sizes.down) / static_cast<double>(sizes.responses), sizes.round_trips,
             each(sizes.json));
}

}  // namespace
}  // namespace hornbook

int main() {
  fmt::print("Bytes on the wire an event (one new TLS connection a batch; TCP payload, no IP headers)\n");
  fmt::print("{:>7} {:>9} {:>8} {:>10} {:>10} {:>14} {:>12} {:>11}\n", "events", "segments", "bundle", "up",
             "both ways", "per response", "round trips", "JSON gzip");
  for (const std::size_t count : {10u, 100u, 1000u}) hornbook::print_row(count, hornbook::measure_batch(count));
  return 0;
}
