// A relay that lies, drops, repeats, shuffles and forges: devices and the school come out as without it.
#include "runtime/core/seeded_random.hpp"
#include "tests/support/relay_bed.hpp"

namespace hornbook::relay {
namespace {

class HostileRelay : public test::RelayBed, public testing::WithParamInterface<std::uint64_t> {
 protected:
  // Says yes to everything, keeps what it likes, and answers with whatever it has ever seen.
  link::HttpResponse answer_of_relay(const link::HttpRequest& request) override {
    const auto visit = bundle::decode_visit(request.body);
    if (!visit || honest_) return relay_->answer(request);
    link::HttpResponse response = relay_->answer(request);
    if (!visit->bundle.empty()) seen_up_.push_back(visit->bundle);
    bundle::Fetched fetched = bundle::decode_fetched(response.body).value_or(bundle::Fetched{});
    for (const bundle::BoxedReply& boxed : fetched) seen_down_.push_back(boxed.reply);
    if (random_.below(3) == 0) fetched.clear();  // dropped
    for (const bundle::ReplyBox& box : visit->boxes) {
      if (fetched.size() == 8 || seen_down_.empty()) break;
      Bytes reply = seen_down_[static_cast<std::size_t>(random_.below(seen_down_.size()))];  // old, or another's
      if (random_.below(2) == 0) reply[static_cast<std::size_t>(random_.below(reply.size()))] ^= 0x20;
      fetched.push_back({box, reply});
    }
    if (fetched.empty() && !visit->boxes.empty() && !seen_up_.empty())
      fetched.push_back({visit->boxes.front(), seen_up_.back()});  // what came up, sent back as a receipt
    response.body = bundle::encode_fetched(fetched);
    return response;
  }
  // What the school gets: in another order, twice, of earlier days, or not at all.
  link::HttpResponse answer_of_school(const link::HttpRequest& request) override {
    auto batch = bundle::decode_batch(request.body);
    if (!batch || honest_) return site_->answer(request);
    const std::size_t handled = batch->size();
    if (random_.below(3) == 0) batch->clear();
    for (int i = 0; i < 3 && !seen_up_.empty(); ++i)
      batch->push_back(seen_up_[static_cast<std::size_t>(random_.below(seen_up_.size()))]);
    random_.shuffle(*batch);
    link::HttpRequest changed = request;
    changed.body = bundle::encode_batch(*batch);
    link::HttpResponse response = site_->answer(changed);
    auto answer = bundle::decode_batch_answer(response.body);
    if (!answer) return response;
    answer->handled = handled;  // "all of it arrived"
    if (random_.below(4) == 0) answer->replies.clear();
    response.body = bundle::encode(*answer);
    return response;
  }

  bool honest_ = false;
  SeededRandom random_{GetParam()};
  std::vector<Bytes> seen_up_;
  std::vector<Bytes> seen_down_;
};

TEST_P(HostileRelay, ChangesNothingButHowLongItTakes) {
  const std::vector<std::string> devices{"a", "b"};
  for (const std::string& device : devices) enrol(device);
  std::int64_t events = 0;
  std::uint64_t known_to_school = 0;
  for (int day = 0; day < 6; ++day) {
    for (const std::string& device : devices) {
      lesson_at(device, device == "a" ? "u1" : "u2", {true, day % 2 == 0});
      events += 6;
      ASSERT_TRUE(visit(device));
      // Nothing is taken for acknowledged that the school has not stored.
      known_to_school = static_cast<std::uint64_t>(count("event") + count("waiting_event"));
      EXPECT_LE(status("a").events_acknowledged + status("b").events_acknowledged, known_to_school);
    }
    static_cast<void>(forward());
  }
  // Then it is honest, and nothing has been lost.
  honest_ = true;
  for (int round = 0; round < 3; ++round) {
    for (const std::string& device : devices) ASSERT_TRUE(visit(device));
    EXPECT_FALSE(forward().first_failure);
  }
  for (const std::string& device : devices) EXPECT_EQ(status(device).events_unsent, 0u) << device;
  EXPECT_EQ(count("event"), events);
  EXPECT_EQ(count("waiting_event"), 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, HostileRelay, testing::Range<std::uint64_t>(1, 5));

}  // namespace
}  // namespace hornbook::relay
