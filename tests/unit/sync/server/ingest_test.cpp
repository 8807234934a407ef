#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

using test::DeviceCard;
using test::OpenEpoch;

class Ingest : public test::ServerBed {};

TEST_F(Ingest, OneLesson_IsStoredFoldedAndAcknowledged) {
  add_sample_pack();
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const auto events = lesson("u1", 1, {true, false, true});
  const auto down = answer_to(card, card.bundle(epoch, {card.segment(epoch, 0, events)}));
  ASSERT_TRUE(journal::signed_by(down.acknowledgement, school_->signing_key().verify_key()));
  ASSERT_EQ(down.acknowledgement.epochs.size(), 1u);
  EXPECT_EQ(down.acknowledgement.epochs[0].stored_through, events.size());
  EXPECT_EQ(down.acknowledgement.epochs[0].backed_up_through, 0u) << "no backup is configured";
  const FoldedLearner folded = state_of("u1");
  EXPECT_EQ(folded.evidence.answers, 3u);
  EXPECT_EQ(folded.evidence.answers_right, 2u);
  EXPECT_EQ(folded.base.state.responses, 3u);
  EXPECT_TRUE(interpret::covers(folded.base.contains, card.id(), 1, events.size()));
  ASSERT_EQ(folded.evidence.latest.size(), 1u);
  EXPECT_TRUE(folded.evidence.latest.begin()->second.correct);
}

TEST_F(Ingest, SameBundleTwice_DoublesNothingAndAnswersAgain) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const auto events = lesson("u1", 1, {true, true});
  const bundle::UpBundle up = card.bundle(epoch, {card.segment(epoch, 0, events)});
  ASSERT_EQ(send(card, up).value().events_new, events.size());
  const auto again = send(card, up).value();
  EXPECT_EQ(again.events_new, 0u);
  EXPECT_EQ(again.events_known, events.size());
  EXPECT_EQ(count("event"), static_cast<std::int64_t>(events.size()));
  EXPECT_EQ(card.read(again.reply).value().acknowledgement.epochs[0].stored_through, events.size());
}

TEST_F(Ingest, SegmentsOutOfOrder_WaitAndComeOutAsIfInOrder) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const auto events = lesson("u1", 1, {true, false, true, true});
  const std::vector<measure::Event> early(events.begin(), events.begin() + 4);
  const std::vector<measure::Event> late(events.begin() + 4, events.end());
  const auto first = send(card, card.bundle(epoch, {card.segment(epoch, 1, late)})).value();
  EXPECT_EQ(first.events_waiting, late.size());
  EXPECT_EQ(count("event"), 0);
  const auto gap = card.read(first.reply).value().acknowledgement.epochs.at(0);
  EXPECT_EQ(gap.stored_through, 0u);
  EXPECT_EQ(gap.highest_seen, events.size());
  EXPECT_EQ(gap.missing, (std::vector<journal::SequenceRange>{{1, 4}}));

  const auto second = send(card, card.bundle(epoch, {card.segment(epoch, 0, early)})).value();
  EXPECT_EQ(second.events_waiting, 0u);
  EXPECT_EQ(count("waiting_event"), 0);
  EXPECT_EQ(state_of("u1").evidence.answers, 4u);
  EXPECT_EQ(state_of("u1").evidence.answers_right, 3u);

  DeviceCard other = enrolled_device("Station 2");
  const OpenEpoch in_order = other.open_epoch(0);
  const auto copy = lesson("u2", 1, {true, false, true, true});
  ASSERT_TRUE(send(other, other.bundle(in_order, {other.segment(in_order, 0, copy)})).has_value());
  EXPECT_EQ(state_of("u1").base.state.skills, state_of("u2").base.state.skills);
}

TEST_F(Ingest, GapThatNeverCloses_IsPassedOverAfterItsPatience) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const auto lost = lesson("u1", 1, {true});
  const auto kept = lesson("u2", lost.size() + 1, {true, true}, 2);
  const bundle::UpBundle up = card.bundle(epoch, {card.segment(epoch, 1, kept)});
  for (int bundle = 0; bundle < 8; ++bundle) {
    ASSERT_TRUE(send(card, up).has_value());
    ASSERT_EQ(count("event"), 0) << bundle;
  }
  ASSERT_TRUE(send(card, up).has_value());
  EXPECT_EQ(state_of("u2").evidence.answers, 2u);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, lost)})).has_value());
  EXPECT_EQ(state_of("u1").evidence.answers, 1u) << "what comes late is not lost";
}

TEST_F(Ingest, LaterEpochBeforeItsPredecessor_Waits) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch first = card.open_epoch(0);
  const auto morning = lesson("u1", 1, {true});
  const OpenEpoch second = card.open_epoch(morning.size());
  const auto afternoon = lesson("u1", 1, {false});
  EXPECT_EQ(send(card, card.bundle(second, {card.segment(second, 0, afternoon)})).value().events_waiting,
            afternoon.size());
  EXPECT_EQ(send(card, card.bundle(first, {card.segment(first, 0, morning)})).value().events_waiting, 0u);
  EXPECT_EQ(state_of("u1").evidence.answers, 2u);
  EXPECT_FALSE(state_of("u1").evidence.latest.empty() && library_.packs().size() > 0);
}

TEST_F(Ingest, BitFlippedSegment_IsRefusedAloneAndSaid) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const auto good = lesson("u1", 1, {true});
  const auto bad = lesson("u2", good.size() + 1, {true}, 2);
  journal::Segment damaged = card.segment(epoch, 1, bad);
  damaged.sealed[damaged.sealed.size() / 2] ^= 1;
  const auto down = answer_to(card, card.bundle(epoch, {card.segment(epoch, 0, good), damaged}));
  EXPECT_EQ(down.acknowledgement.epochs.at(0).stored_through, good.size()) << "the damaged one is not promised";
  EXPECT_EQ(faults_of(card), (std::vector<FaultKind>{FaultKind::DamagedSegment}));
  EXPECT_EQ(count("event"), static_cast<std::int64_t>(good.size()));
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 1, bad)})).has_value());
  EXPECT_EQ(state_of("u2").evidence.answers, 1u) << "a good copy is taken later";
}

TEST_F(Ingest, UnknownDevice_IsNotAllowed) {
  DeviceCard card = ordered_device("Station 1");
  const auto refused = send(card, card.bundle(card.open_epoch(0), {}));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::NotAllowed);
}

TEST_F(Ingest, BundleForAnotherSchool_IsForNoKeyOfThisOne) {
  bundle::EnrolmentFile file = ordered_device("Station 1").file();
  file.school.ingest = BoxKey::generate().public_key();
  const DeviceCard card(file);
  const auto refused = send(card, card.with_enrolment({}));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
}

TEST_F(Ingest, ExpiredToken_IsNotAllowed) {
  const DeviceCard card = ordered_device("Station 1");
  clock_.advance(test::a_day_ms);
  const auto refused = send(card, card.with_enrolment({}));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::NotAllowed);
}

TEST_F(Ingest, TokenUsedByAnotherDevice_IsNotAllowed) {
  const DeviceCard card = enrolled_device("Station 1");
  const DeviceCard thief(card.file());
  const auto refused = send(thief, thief.with_enrolment({}));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::NotAllowed);
}

TEST_F(Ingest, EnrolmentWhoseAnswerWasLost_MayBeRepeated) {
  const DeviceCard card = ordered_device("Station 1");
  const auto first = answer_to(card, card.with_enrolment({}));
  const auto second = answer_to(card, card.with_enrolment({}));
  ASSERT_TRUE(first.accepted && second.accepted);
  EXPECT_EQ(first.accepted->confirmation, second.accepted->confirmation);
  EXPECT_EQ(first.accepted->confirmation, bundle::confirmation_code(card.key().verify_key(), card.file().token));
}

TEST_F(Ingest, ClonedCard_IsFlaggedAndNeverMerged) {
  DeviceCard card = enrolled_device("Station 1");
  DeviceCard clone = card.copy();
  const OpenEpoch own = card.open_epoch(0);
  const OpenEpoch others = clone.open_epoch(0);
  ASSERT_TRUE(send(card, card.bundle(own, {card.segment(own, 0, lesson("u1", 1, {true}))})).has_value());
  const auto down = answer_to(clone, clone.bundle(others, {clone.segment(others, 0, lesson("u2", 1, {true}))}));
  EXPECT_TRUE(down.acknowledgement.epochs.empty()) << "the clone must not delete what was not taken";
  EXPECT_EQ(state_of("u2").evidence.answers, 0u);
  EXPECT_EQ(faults_of(card), (std::vector<FaultKind>{FaultKind::ClonedCard}));
  EXPECT_TRUE(find_device(*school_, card.id()).value()->cloned);

  const OpenEpoch next = clone.open_epoch(1);
  ASSERT_TRUE(send(clone, clone.bundle(next, {clone.segment(next, 0, lesson("u2", 1, {true}))})).has_value());
  EXPECT_EQ(state_of("u2").evidence.answers, 0u) << "a descendant of the clone's header is the clone's";
}

TEST_F(Ingest, LearnerOfAnotherClass_IsKeptAsideUntilTheClassIsAssigned) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const auto own = lesson("u1", 1, {true}, 1);
  const auto foreign = lesson("u4", own.size() + 1, {true}, 2);
  const auto sent =
      send(card, card.bundle(epoch, {card.segment(epoch, 0, own), card.segment(epoch, 1, foreign)})).value();
  EXPECT_EQ(sent.events_waiting, foreign.size());
  EXPECT_EQ(state_of("u1").evidence.answers, 1u);
  EXPECT_EQ(state_of("u4").evidence.answers, 0u);
  EXPECT_EQ(faults_of(card), (std::vector<FaultKind>{FaultKind::ForeignLearner}));
  const auto device = find_device(*school_, card.id()).value().value();
  ASSERT_TRUE(assign_class(*school_, find_class(*school_, "5 Heron").value().number, device.number));
  ASSERT_TRUE(send(card, card.bundle(epoch, {})).has_value());
  EXPECT_EQ(state_of("u4").evidence.answers, 1u);
}

TEST_F(Ingest, TeachersDecisionFromADevice_IsKeptAsideAndDecidesNothing) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  auto events = lesson("u1", 1, {true});
  const auto forge = [&](measure::EventBody body) {
    const std::uint64_t sequence = events.size() + 1;
    events.push_back({sequence, 1, static_cast<std::int64_t>(sequence) * 1000, std::move(body)});
  };
  measure::PlanSet plan;
  plan.term_end_day = 20000;
  forge(plan);
  forge(measure::CheckAsked{1, false});
  forge(measure::GoalSet{0, 7, 20000, measure::DecidedBy::Teacher});
  forge(measure::GoalSet{0, 5, 20000, measure::DecidedBy::Learner});
  const auto sent = send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).value();
  EXPECT_EQ(sent.events_waiting, 3u);
  EXPECT_EQ(sent.events_new, events.size()) << "all are kept, so that the device's chain can be followed";
  EXPECT_EQ(faults_of(card), (std::vector<FaultKind>(3, FaultKind::NotTheDevices)));
  const interpret::LearnerState state = state_of("u1").base.state;
  EXPECT_EQ(state_of("u1").evidence.answers, 1u);
  EXPECT_EQ(state.plan, interpret::PlanState{});
  EXPECT_EQ(state.agency.goal.target, 5u) << "their own goal is the learner's to set";
}

TEST_F(Ingest, SignedSkips_CloseGapsAndForgedOnesDoNot) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  bundle::UpBundle up = card.bundle(epoch, {card.segment(epoch, 0, lesson("u1", 3, {true}))});
  up.rows = {card.skip(epoch, 1), journal::make_skip(SigningKey::generate(), 1, 2, Hash{})};
  EXPECT_EQ(answer_to(card, up).acknowledgement.epochs.at(0).missing, (std::vector<journal::SequenceRange>{{2, 2}}));
  up.rows = {card.skip(epoch, 2)};
  EXPECT_EQ(answer_to(card, up).acknowledgement.epochs.at(0).stored_through, 6u);
  EXPECT_EQ(state_of("u1").evidence.answers, 1u);
}

TEST_F(Ingest, BaseIsDeliveredOnceAndOpensWithTheCapsuleKey) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  bundle::UpBundle up = card.bundle(epoch, {card.segment(epoch, 0, lesson("u1", 1, {true}))});
  const auto down = answer_to(card, up);
  ASSERT_EQ(down.bases.size(), 1u);
  const Learner amina = load_learner(*school_, learner_number("u1")).value();
  EXPECT_EQ(down.bases[0].learner, amina.id);
  const Bytes plain = open_random(amina.profile.capsule_key, amina.id.view(), down.bases[0].sealed).value();
  const interpret::Base base = interpret::decode_base(plain).value();
  EXPECT_EQ(base.state, state_of("u1").base.state);
  up.cursor.bases = {hash(down.bases[0].sealed)};
  EXPECT_TRUE(answer_to(card, up).bases.empty());
}

// Over a thin link events go first; one base comes at a time then, however long.
TEST_F(Ingest, BasesBeyondWhatTheDeviceWants_WaitForItsNextBundle) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  auto events = lesson("u1", 1, {true});
  const auto more = lesson("u2", events.size() + 1, {true}, 2);
  events.insert(events.end(), more.begin(), more.end());
  const Bytes bundle = card.sealed(card.bundle(epoch, {card.segment(epoch, 0, events)}));
  const auto bases_of = [&](std::size_t bytes_max) {
    const auto exchanged = exchange(*school_, library_, bundle, clock_.now().unix_ms, bytes_max);
    return card.read(exchanged.value().reply)->bases.size();
  };
  EXPECT_EQ(bases_of(0), 0u);
  EXPECT_EQ(bases_of(1), 1u);
  EXPECT_EQ(bases_of(limits::down_bases_bytes_max), 2u);
}

TEST_F(Ingest, PackAddedAfterItsEvents_IsFoldedIn) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, lesson("u1", 1, {true}))})).has_value());
  EXPECT_TRUE(state_of("u1").base.state.skills.empty());
  add_sample_pack();
  ASSERT_TRUE(send(card, card.bundle(epoch, {})).has_value());
  EXPECT_EQ(state_of("u1").base.state.skills.size(), 1u);
}

// What version 6 brought, and version 5.
constexpr const char* without_version_6 =
    "DROP TABLE talk_request; DROP TABLE nameless; DROP TABLE old_ingest_key; ALTER TABLE device DROP COLUMN "
    "ingest_key;";
constexpr const char* without_version_5 =
    "ALTER TABLE device DROP COLUMN revoked_ms; DROP TABLE device_cursor; DROP TABLE badge; DROP TABLE family; DROP "
    "TABLE "
    "replaced_pack;";
constexpr const char* without_version_4 =
    "DROP TABLE experiment_consent; DROP TABLE experiment_term; DROP TABLE experiment; DROP TABLE given_parameters;";

TEST_F(Ingest, StoreOfVersion1_IsBroughtUpToDate) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const auto events = lesson("u1", 1, {true, false});
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  ASSERT_TRUE(school_->database().run_script(std::string(without_version_6) + without_version_5 + without_version_4));
  ASSERT_TRUE(school_->database().run_script(
      "DROP TABLE calibrated; DROP TABLE decision_check; DROP TABLE chain_claim; DROP TABLE teaching; DROP TABLE "
      "account_class;"
      "ALTER TABLE epoch DROP COLUMN chain; ALTER TABLE epoch DROP COLUMN chain_through;"
      "ALTER TABLE device ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0;"
      "ALTER TABLE device ADD COLUMN decisions_unmatched INTEGER NOT NULL DEFAULT 0; PRAGMA user_version=1"));
  reopen();
  EXPECT_EQ(state_of("u1").evidence.answers, 2u);
  EXPECT_EQ(send(card, card.bundle(epoch, {})).value().events_new, 0u);
}

TEST_F(Ingest, StoreOfVersion2_IsBroughtUpToDate) {
  ASSERT_TRUE(school_->database().run_script(std::string(without_version_6) + without_version_5 + without_version_4));
  ASSERT_TRUE(school_->database().run_script("DROP TABLE calibrated; PRAGMA user_version=2"));
  reopen();
  EXPECT_EQ(count("calibrated"), 0);
  EXPECT_EQ(count("experiment_term"), 0);
}

TEST_F(Ingest, StoreOfVersion3_IsBroughtUpToDateWithItsCalibrations) {
  ASSERT_TRUE(school_->database().run("INSERT INTO calibrated (name, made_ms, parameters) VALUES (?, 1, ?)",
                                      interpret::hash_of(interpret::default_parameters()),
                                      interpret::encode(interpret::default_parameters())));
  ASSERT_TRUE(school_->database().run_script(std::string(without_version_6) + without_version_5 + without_version_4));
  ASSERT_TRUE(school_->database().run_script("PRAGMA user_version=3"));
  reopen();
  EXPECT_EQ(count("calibrated"), 1);
  EXPECT_EQ(count("experiment"), 0);
}

TEST_F(Ingest, StoreOfVersion4_IsBroughtUpToDate) {
  add_sample_pack();
  ASSERT_TRUE(
      school_->database().run_script(std::string(without_version_6) + without_version_5 + "PRAGMA user_version=4"));
  reopen();
  EXPECT_EQ(count("device_cursor"), 0);
  EXPECT_EQ(count("replaced_pack"), 0);
  EXPECT_EQ(count("pack"), 1);
}

TEST_F(Ingest, StoreOfVersion5_IsBroughtUpToDateWithTheKeyThatItHas) {
  add_sample_pack();
  DeviceCard card = enrolled_device("Station 1");
  ASSERT_TRUE(school_->database().run_script(std::string(without_version_6) + "PRAGMA user_version=5"));
  reopen();
  EXPECT_EQ(count("talk_request"), 0);
  EXPECT_EQ(count("pack"), 1);
  EXPECT_FALSE(answer_to(card, card.bundle(card.open_epoch(0), {})).ingest_key) << "it is the present one";
}

TEST_F(Ingest, EveryBitFlipOfABundle_IsRefusedAndChangesNothing) {
  DeviceCard card = enrolled_device("Station 1");
  const OpenEpoch epoch = card.open_epoch(0);
  const Bytes good = card.sealed(card.bundle(epoch, {card.segment(epoch, 0, lesson("u1", 1, {true}))}));
  for (std::size_t at = 0; at < good.size(); at += 7) {
    Bytes bad = good;
    bad[at] ^= 0x10;
    EXPECT_FALSE(exchange(*school_, library_, bad, clock_.now().unix_ms).has_value()) << at;
  }
  EXPECT_EQ(count("event"), 0);
  EXPECT_TRUE(exchange(*school_, library_, good, clock_.now().unix_ms).has_value());
}

}  // namespace
}  // namespace hornbook::server
