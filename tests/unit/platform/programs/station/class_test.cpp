// How long a class stays open on a running station, what a badge opens there, and what becomes of a wish to talk.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "platform/programs/station/station.hpp"
#include "platform/sound/silent_sound_output.hpp"
#include "platform/system/clock.hpp"
#include "runtime/journal/badge_slot.hpp"
#include "tests/support/enrolled_station.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::platform {
namespace {

constexpr MonotonicMs hour = 60 * 60 * 1000;

class DumbVoice final : public Voice {
  Result<Spoken> say(const std::string&, std::string_view, float) override {
    return fail(ErrorCode::NotFound, "voice", "there is none");
  }
};

class MemoryKeeper final : public SecretKeeper {
 public:
  Done keep(ByteView secret, std::int64_t seconds) override {
    kept = Bytes(secret.begin(), secret.end());
    kept_for_s = seconds;
    return {};
  }
  Result<Bytes> find() const override {
    if (!kept) return fail(ErrorCode::NotFound, "keeper", "nothing is kept");
    return *kept;
  }
  void forget() override { kept.reset(); }
  std::optional<Bytes> kept;
  std::int64_t kept_for_s = 0;
};

// What one start of the program puts together.
struct Program {
  Program(const std::filesystem::path& folder, const Clock& clock, SecretKeeper* keeper)
      : identity(load_enrolled(folder).value()),
        data(open_device_data(folder, identity, clock).value()),
        output(clock),
        speech(voice, output, clock),
        sounds(output, clock),
        station(data, identity, clock, trace, speech, sounds, "en", {keeper, 12}) {}

  journal::DeviceIdentity identity;
  DeviceData data;
  SilentSoundOutput output;
  DumbVoice voice;
  Trace trace;
  Speech speech;
  SoundPlayer sounds;
  Station station;
};

class StationsClass : public testing::Test {
 protected:
  StationsClass() : enrolled_(test::make_enrolled_station(folder_.path(), journal::Profile::Station).value()) {
    // Early in a day of the machine's own time zone, so that midnight is far.
    clock_.advance(ms_until_midnight(clock_.now().unix_ms) + hour);
    start();
  }

  void start() { program_ = std::make_unique<Program>(folder_.path(), clock_, &keeper_); }
  void crash() {
    program_.reset();
    start();
  }
  // What the kernel kept is gone, too.
  void lose_power() {
    program_.reset();
    keeper_.forget();
    start();
  }
  Station& station() { return program_->station; }
  template <class Screen>
  bool shows() {
    return std::holds_alternative<Screen>(station().state().screen);
  }
  void type(const std::string& text) {
    station().take(ui::TypePassphrase{text});
    station().take(ui::OpenClass{});
    station().carry_out_waiting();
  }
  void pass(MonotonicMs ms) {
    clock_.advance(ms);
    station().let_time_pass();
  }
  journal::Store beside() { return journal::Store::open(folder_.path()).value(); }
  // As hornbookctl does it beside the running station.
  void revoke() {
    journal::ClassLease revoked;
    revoked.class_number = 1;
    ASSERT_TRUE(beside().put_lease(revoked).has_value());
  }
  void sign_ben_in() {
    station().take(ui::Wake{});
    station().take(ui::PickLearner{1});
    ASSERT_TRUE(station().state().session.has_value());
  }
  journal::Badge put_badge() {
    const journal::Badge badge = journal::make_badge(program_->identity.school.signing);
    const Bytes id = random_bytes(LearnerId::size);
    const journal::RosterLearner chidi{
        id_from_bytes<LearnerId>(id).value(), "Chidi", "owl", {1, 2, 3}, "en", SecretKey::generate()};
    EXPECT_TRUE(beside().put_badges({journal::make_badge_slot(badge, 1, chidi).value()}).has_value());
    pass(16'000);
    return badge;
  }
  ui::StayedShut why() { return std::get<ui::Locked>(station().state().screen).why; }

  test::TemporaryDirectory folder_;
  test::SimulatedClock clock_;
  test::EnrolledStation enrolled_;
  MemoryKeeper keeper_;
  std::unique_ptr<Program> program_;
};

TEST_F(StationsClass, Passphrase_OpensItForTwelveHours) {
  type("three wrong herons");
  EXPECT_EQ(why(), ui::StayedShut::WrongPassphrase);
  type(test::station_passphrase);
  ASSERT_TRUE(shows<ui::Attract>());
  pass(12 * hour - 20'000);
  EXPECT_TRUE(shows<ui::Attract>());
  pass(20'000);
  EXPECT_TRUE(shows<ui::Locked>());
  EXPECT_TRUE(station().state().learners.empty());
}

TEST_F(StationsClass, Midnight_EndsIt) {
  pass(17 * hour);
  type(test::station_passphrase);
  ASSERT_TRUE(shows<ui::Attract>());
  pass(ms_until_midnight(clock_.now().unix_ms));
  EXPECT_TRUE(shows<ui::Locked>());
}

TEST_F(StationsClass, LessonAtItsEnd_IsNotCutOff) {
  type(test::station_passphrase);
  sign_ben_in();
  clock_.advance(13 * hour);
  EXPECT_TRUE(station().state().session.has_value());
  station().take(ui::SignOut{});
  EXPECT_TRUE(station().state().learners.empty());
  EXPECT_TRUE(shows<ui::Goodbye>());
  pass(ui::goodbye_rests_after_ms);
  EXPECT_TRUE(shows<ui::Locked>());
}

TEST_F(StationsClass, RevokedWhileInUse_ClosesAtTheSignOut) {
  type(test::station_passphrase);
  sign_ben_in();
  revoke();
  pass(30'000);
  EXPECT_TRUE(station().state().session.has_value());
  station().take(ui::SignOut{});
  EXPECT_TRUE(station().state().learners.empty());
  EXPECT_FALSE(keeper_.kept.has_value());
}

TEST_F(StationsClass, RevokedWhileNobodyIsHere_ClosesWithinSeconds) {
  type(test::station_passphrase);
  revoke();
  pass(16'000);
  EXPECT_TRUE(shows<ui::Locked>());
  type(test::station_passphrase);
  EXPECT_EQ(why(), ui::StayedShut::NoClassYet);
}

TEST_F(StationsClass, CrashOfTheProgram_OpensItAgainUntilTheSameEnd) {
  type(test::station_passphrase);
  EXPECT_EQ(keeper_.kept_for_s, 12 * 60 * 60);
  clock_.advance(5 * hour);
  crash();
  ASSERT_TRUE(shows<ui::Attract>());
  EXPECT_EQ(station().state().learners.size(), 2U);
  pass(7 * hour);
  EXPECT_TRUE(shows<ui::Locked>());
}

TEST_F(StationsClass, PowerCutOrAnOrderlyEnd_LeavesItShut) {
  type(test::station_passphrase);
  lose_power();
  EXPECT_TRUE(station().state().learners.empty()) << "the folder and D open nothing";
  EXPECT_FALSE(shows<ui::Attract>());
  station().take(ui::AskTeacher{});
  type(test::station_passphrase);
  station().close();
  crash();
  EXPECT_TRUE(shows<ui::Locked>());
}

TEST_F(StationsClass, RevokedWhileTheProgramWasDown_IsNotOpenedAgain) {
  type(test::station_passphrase);
  revoke();
  crash();
  EXPECT_TRUE(shows<ui::Locked>());
  EXPECT_FALSE(keeper_.kept.has_value());
}

TEST_F(StationsClass, Badge_OpensItsHolderAloneWhileTheClassIsShut) {
  const journal::Badge badge = put_badge();
  ASSERT_TRUE(station().state().takes_badges);
  type(journal::in_groups(journal::text_of(badge)));
  ASSERT_TRUE(station().state().session.has_value());
  EXPECT_EQ(ui::card_of(station().state(), ui::badge_holder_index)->name, "Chidi");
  EXPECT_TRUE(station().state().learners.empty());
  station().take(ui::SignOut{});
  pass(ui::goodbye_rests_after_ms);
  EXPECT_TRUE(shows<ui::Locked>());
}

TEST_F(StationsClass, BadgeBesideTheOpenClass_LeavesItOpen) {
  const journal::Badge badge = put_badge();
  type(test::station_passphrase);
  type(journal::text_of(badge));
  ASSERT_TRUE(station().state().session.has_value());
  station().take(ui::SignOut{});
  pass(ui::goodbye_rests_after_ms);
  EXPECT_TRUE(shows<ui::Attract>());
  EXPECT_EQ(station().state().learners.size(), 2U);
}

TEST_F(StationsClass, BadgeThatIsWrong_SaysWhy) {
  const journal::Badge badge = put_badge();
  std::string misread = journal::text_of(badge);
  misread[9] = misread[9] == '7' ? '8' : '7';
  misread[10] = misread[10] == '7' ? '8' : '7';
  type(misread);
  EXPECT_EQ(why(), ui::StayedShut::BadgeMisread);
  type(journal::text_of(journal::make_badge(SigningKey::generate().verify_key())));
  EXPECT_EQ(why(), ui::StayedShut::BadgeOfAnotherSchool);
  type(journal::text_of(journal::make_badge(program_->identity.school.signing)));
  EXPECT_EQ(why(), ui::StayedShut::BadgeUnknown);
  ASSERT_TRUE(beside().put_badges({}).has_value());
  type(journal::text_of(badge));
  EXPECT_EQ(why(), ui::StayedShut::BadgeUnknown) << "it was lost, and the school made another";
}

TEST_F(StationsClass, PowerCut_LetsAChildBeginWithoutAName) {
  type(test::station_passphrase);
  lose_power();
  ASSERT_TRUE(shows<ui::PowerWentOff>());
  EXPECT_TRUE(station().state().learners.empty()) << "nobody's name is here";
  station().take(ui::BeginWithoutName{});
  ASSERT_TRUE(station().state().session.has_value());
  const auto& context = *station().state().session->context;
  EXPECT_TRUE(program_->data.writer.store().status()->events_stored > 0);
  const LearnerId first = context.learner;
  station().take(ui::SignOut{});
  station().take(ui::Wake{});
  ASSERT_TRUE(shows<ui::PowerWentOff>());
  station().take(ui::BeginWithoutName{});
  EXPECT_NE(station().state().session->context->learner, first) << "the next child is another";
  const journal::Store store = beside();
  std::int64_t capsules = -1;
  ASSERT_EQ(sqlite3_exec(
                store.handle(), "SELECT count(*) FROM capsules",
                [](void* count, int, char** values, char**) {
                  *static_cast<std::int64_t*>(count) = std::stoll(values[0]);
                  return 0;
                },
                &capsules, nullptr),
            SQLITE_OK);
  EXPECT_EQ(capsules, 0) << "nothing of a child without a name stays here";
}

TEST_F(StationsClass, PowerCut_IsOverWhenTheTeacherOpensTheClass) {
  type(test::station_passphrase);
  lose_power();
  station().take(ui::AskTeacher{});
  ASSERT_TRUE(shows<ui::Locked>());
  station().take(ui::Back{});
  ASSERT_TRUE(shows<ui::PowerWentOff>());
  station().take(ui::AskTeacher{});
  type(test::station_passphrase);
  EXPECT_TRUE(shows<ui::Attract>());
  EXPECT_FALSE(station().state().nameless_may_work);
}

TEST_F(StationsClass, ShutInOrder_OrRevoked_OrOver_LetsNobodyBeginWithoutAName) {
  type(test::station_passphrase);
  station().close();
  lose_power();
  EXPECT_TRUE(shows<ui::Locked>());
  type(test::station_passphrase);
  lose_power();
  EXPECT_TRUE(shows<ui::PowerWentOff>());
  pass(13 * hour);
  EXPECT_TRUE(shows<ui::Locked>()) << "the class would be over";
  type(test::station_passphrase);
  program_.reset();
  keeper_.forget();
  revoke();
  start();
  EXPECT_TRUE(shows<ui::Locked>());
  station().take(ui::BeginWithoutName{});
  EXPECT_FALSE(station().state().session.has_value());
}

// From the touch to what the learner reads the next time, whoever sat there in between.
TEST_F(StationsClass, WishToTalk_IsFollowedForWhoeverHadIt) {
  type(test::station_passphrase);
  sign_ben_in();
  const std::uint64_t epoch = 1;
  const std::uint64_t sequence = station().state().session->next_sequence;
  station().take(ui::ToSession{session::AskToTalk{}});
  EXPECT_EQ(station().state().talk, ui::TalkStanding::Waits);
  EXPECT_EQ(beside().standing_of({epoch, sequence}), journal::UrgentStanding::Waits) << "sealed, whoever carries it";
  EXPECT_EQ(beside().outgoing(1)->segments.front().first_sequence, sequence);
  station().take(ui::SignOut{});
  EXPECT_EQ(station().state().talk, ui::TalkStanding::None);
  sign_ben_in();
  EXPECT_EQ(station().state().talk, ui::TalkStanding::Waits);
  ASSERT_TRUE(beside().mark_seen({{epoch, sequence}}).has_value());
  pass(16'000);
  EXPECT_EQ(station().state().talk, ui::TalkStanding::Seen) << "while they are there";
  station().take(ui::SignOut{});
  sign_ben_in();
  EXPECT_EQ(station().state().talk, ui::TalkStanding::None) << "they have been told";
}

}  // namespace
}  // namespace hornbook::platform
