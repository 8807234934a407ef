// Bytes on the wire an event, for 10, 100 and 1,000 events of a class's day: the sealed segments alone, the bundle
// around them, the whole of TCP's payload over loopback with TLS; and the same events as gzipped JSON statements.
#include <fmt/core.h>
#include <zlib.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/support/exchange_cost.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook {
namespace {

using Json = nlohmann::json;

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

struct Row {
  std::size_t count = 0;
  std::size_t responses = 0;
  test::ExchangeCost cost;
  std::size_t json = 0;
};

// The exchange that opens an epoch carries its header; those after it do not, and name what the device has.
enum class Which { First, Later };

Row measure_batch(std::size_t count, Which which) {
  constexpr std::size_t before = 50;
  const std::size_t sent_before = which == Which::Later ? before : 0;
  const std::vector<measure::Event> day = test::ClassDay(1).take(sent_before + count);
  const std::vector<measure::Event> events(day.begin() + static_cast<std::ptrdiff_t>(sent_before), day.end());
  test::ExchangeBed bed(day);
  if (which == Which::Later) static_cast<void>(bed.send(sent_before));
  Row row{count, 0, bed.send(count), gzip_size(Statements(1).of(events))};
  if (row.cost.report.events_acknowledged != count) std::exit(1);
  for (const measure::Event& event : events)
    row.responses += std::holds_alternative<measure::Response>(event.body) ? 1u : 0u;
  return row;
}

void print_row(const Row& row) {
  const auto each = [&](std::uint64_t bytes) { return static_cast<double>(bytes) / static_cast<double>(row.count); };
  const link::Traffic& traffic = row.cost.report.traffic;
  const std::uint64_t both = traffic.sent_bytes + traffic.received_bytes;
  fmt::print("{:>7} {:>9.2f} {:>8.2f} {:>8} {:>8} {:>10.2f} {:>13.2f} {:>12} {:>10.2f}\n", row.count,
             each(row.cost.segments), each(row.cost.bundle), traffic.sent_bytes, traffic.received_bytes, each(both),
             static_cast<double>(both) / static_cast<double>(row.responses), traffic.round_trips, each(row.json));
}

void print_table(const char* title, Which which) {
  fmt::print("{}\n{:>7} {:>9} {:>8} {:>8} {:>8} {:>10} {:>13} {:>12} {:>10}\n", title, "events", "segments", "bundle",
             "up", "down", "both ways", "per response", "round trips", "JSON gzip");
  for (const std::size_t count : {10u, 100u, 1000u}) print_row(measure_batch(count, which));
}

}  // namespace
}  // namespace hornbook

int main() {
  fmt::print(
      "On the wire: segments, bundle, both ways and JSON in bytes an event; up and down in bytes of TCP's payload, "
      "TLS and HTTP included, on a new connection.\n");
  hornbook::print_table("The exchange that opens an epoch", hornbook::Which::First);
  hornbook::print_table("The exchanges after it", hornbook::Which::Later);
  return 0;
}
