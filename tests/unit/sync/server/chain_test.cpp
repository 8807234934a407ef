// Tampering with what a device wrote, by somebody who holds its card and its signing key.
#include "sync/server/web/class_page.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

using test::DeviceCard;
using test::OpenEpoch;

class Chain : public test::ServerBed {
 protected:
  Chain() : card_(enrolled_device("Station 1")) {}

  [[nodiscard]] std::vector<Fault> faults() {
    return server::faults_of(*school_, find_device(*school_, card_.id()).value()->number, 100).value();
  }
  [[nodiscard]] std::string page() {
    const std::int64_t number = find_class(*school_, "4 Robin").value().number;
    const auto view = view_class(*school_, library_, {"head", Role::Administrator}, number, "en", 0).value();
    return render_class_page(view, words_for("en"), "token");
  }
  [[nodiscard]] static std::vector<measure::Event> part(const std::vector<measure::Event>& events, std::size_t first,
                                                        std::size_t count) {
    const auto begin = events.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
  }

  DeviceCard card_;
};

TEST_F(Chain, PiecesOfAllKindsAsTheDeviceWroteThem_Hold) {
  const OpenEpoch epoch = card_.open_epoch(0);
  const auto events = lesson("u1", 1, {true, true, false});
  auto with_skip = part(events, 0, 4);
  const journal::Segment first = card_.segment(epoch, 0, with_skip);
  auto late = lesson("u2", 6, {true}, 2);  // 5 was skipped
  const journal::Row skip = card_.skip(epoch, 5);
  const journal::Segment second = card_.segment(epoch, 1, late);
  bundle::UpBundle up = card_.bundle(epoch, {second});
  ASSERT_TRUE(send(card_, up));
  up = card_.bundle(epoch, {first});
  up.rows = {skip};
  ASSERT_TRUE(send(card_, up));
  EXPECT_EQ(count("chain_claim"), 0);
  EXPECT_TRUE(faults().empty()) << "also when they come in another order";
}

TEST_F(Chain, SegmentReplacedBySignedSkips_IsSaidOnceAndOnThePage) {
  const OpenEpoch epoch = card_.open_epoch(0);
  const auto events = lesson("u1", 1, {true, false, true, true});
  const journal::Segment first = card_.segment(epoch, 0, part(events, 0, 3));
  (void)card_.segment(epoch, 1, part(events, 3, 2));  // the thief's victim
  const journal::Segment third = card_.segment(epoch, 2, part(events, 5, 3));
  const journal::Segment fourth = card_.segment(epoch, 3, part(events, 8, 2));
  bundle::UpBundle up = card_.bundle(epoch, {first, third, fourth});
  for (const std::uint64_t sequence : {4u, 5u}) up.rows.push_back(journal::make_skip(card_.key(), 1, sequence, Hash{}));
  up.rows[0].chain = journal::next_chain(first.chain_end, up.rows[0]);
  up.rows[1].chain = journal::next_chain(up.rows[0].chain, up.rows[1]);
  ASSERT_TRUE(send(card_, up));
  const auto found = faults();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, FaultKind::BrokenChain);
  EXPECT_EQ(found[0].sequence, 8u) << "the end of the first segment that cannot follow";
  EXPECT_NE(page().find("tampered"), std::string::npos);
}

TEST_F(Chain, BreakBehindAGap_IsFoundWhenTheGapCloses) {
  const OpenEpoch epoch = card_.open_epoch(0);
  const auto events = lesson("u1", 1, {true, false});
  const journal::Segment first = card_.segment(epoch, 0, part(events, 0, 2));
  journal::Row row = card_.row(epoch, events[2]);
  row.chain.bytes[0] ^= 1;
  bundle::UpBundle up = card_.bundle(epoch, {});
  up.rows = {row};
  ASSERT_TRUE(send(card_, up));
  EXPECT_TRUE(faults().empty());
  EXPECT_EQ(count("chain_claim"), 1);
  ASSERT_TRUE(send(card_, card_.bundle(epoch, {first})));
  ASSERT_EQ(faults().size(), 1u);
  EXPECT_EQ(faults()[0].kind, FaultKind::BrokenChain);
  EXPECT_EQ(faults()[0].sequence, 3u);
}

TEST_F(Chain, EventsPastTheEndThatTheNextHeaderNames_AreSaid) {
  const OpenEpoch first = card_.open_epoch(0);
  const auto events = lesson("u1", 1, {true, false});
  const OpenEpoch second = card_.open_epoch(4);
  bundle::UpBundle up = card_.bundle(first, {card_.segment(first, 0, events)});
  up.headers.push_back(second.header);
  ASSERT_TRUE(send(card_, up));
  ASSERT_EQ(faults().size(), 1u);
  EXPECT_EQ(faults()[0].kind, FaultKind::BeyondTheEnd);
  EXPECT_EQ(faults()[0].sequence, 5u);
}

TEST_F(Chain, MissingEpochsAndEvents_AreCountedOnThePage) {
  (void)card_.open_epoch(0);
  const OpenEpoch second = card_.open_epoch(7);
  const OpenEpoch third = card_.open_epoch(9);
  bundle::UpBundle up = card_.bundle(second, {card_.segment(second, 0, lesson("u1", 1, {true}))});
  up.headers.push_back(third.header);
  ASSERT_TRUE(send(card_, up));
  EXPECT_NE(page().find("1 epochs and 5 events"), std::string::npos);
}

}  // namespace
}  // namespace hornbook::server
