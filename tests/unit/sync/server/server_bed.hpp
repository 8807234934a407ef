// A school with one class of three learners in a folder of its own, and the events of lessons there.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "sync/server/ingest/exchange.hpp"
#include "sync/server/ingest/faults.hpp"
#include "sync/server/roster/import.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/store/files.hpp"
#include "sync/server/teaching/states.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"
#include "tests/unit/sync/server/device_card.hpp"
#include "tests/unit/sync/server/sample_pack.hpp"

namespace hornbook::test {

inline constexpr std::int64_t a_day_ms = 24 * 60 * 60'000;

inline server::RosterFiles sample_roster_files() {
  return {{"classes.csv", "sourcedId,title\nk1,4 Robin\nk2,5 Heron\n"},
          {"users.csv",
           "sourcedId,givenName,familyName,metadata.avatar,metadata.picturePassword,metadata.language\n"
           "u1,Amina,Diallo,lion,sun tree boat,en\n"
           "u2,Bartolomé,Cruz,,,es\n"
           "u3,Chidi,<b>Okafor</b>,owl,star house drum,\n"
           "u4,Dara,Sok,,,\n"
           "t1,Tess,Olin,,,\n"},
          {"enrollments.csv",
           "sourcedId,classSourcedId,userSourcedId,role\n"
           "e1,k1,u1,student\ne2,k1,u2,student\ne3,k1,u3,student\ne4,k2,u4,student\ne5,k1,t1,teacher\n"}};
}

class ServerBed : public testing::Test {
 protected:
  ServerBed() {
    school_ = std::make_unique<server::School>(
        server::School::create(opening(), "Lake School", clock_.now().unix_ms).value());
    const auto draft = server::read_one_roster(sample_roster_files()).value();
    EXPECT_TRUE(server::import_roster(*school_, draft).has_value());
  }

  [[nodiscard]] server::SchoolOpening opening() const { return {folder_.path() / "school", std::nullopt}; }
  void reopen() {
    school_.reset();
    school_ = std::make_unique<server::School>(server::School::open(opening()).value());
    library_ = {};
  }

  // A pack that the events of lessons refer to.
  void add_sample_pack() {
    const std::filesystem::path file = folder_.path() / "sample.hbpack";
    ASSERT_TRUE(server::write_private_file(file, pack_.file).has_value());
    const auto added = server::add_pack(*school_, file, pack_.trust(), clock_.now().unix_ms);
    ASSERT_TRUE(added.has_value()) << added.error().sentence;
    ASSERT_EQ(*added, pack_.hash);
  }

  [[nodiscard]] std::int64_t learner_number(const std::string& source) {
    return server::find_learner_by_source(*school_, source).value().value();
  }
  [[nodiscard]] LearnerId learner(const std::string& source) {
    return server::load_learner(*school_, learner_number(source)).value().id;
  }
  [[nodiscard]] server::FoldedLearner state_of(const std::string& source) {
    return server::load_state(*school_, server::load_learner(*school_, learner_number(source)).value()).value();
  }

  // A device that has an enrolment file and serves the class of this title.
  [[nodiscard]] DeviceCard ordered_device(const std::string& name, const std::string& title = "4 Robin") {
    const server::EnrolmentOrder order{name, journal::Profile::Station, "https://127.0.0.1:1", a_day_ms,
                                       clock_.now().unix_ms};
    DeviceCard card(server::order_enrolment(*school_, order).value());
    const auto device = server::find_device_by_name(*school_, name).value();
    EXPECT_TRUE(server::assign_class(*school_, server::find_class(*school_, title).value().number, device.number));
    return card;
  }
  [[nodiscard]] DeviceCard enrolled_device(const std::string& name, const std::string& title = "4 Robin") {
    DeviceCard card = ordered_device(name, title);
    EXPECT_TRUE(send(card, card.with_enrolment({})).has_value());
    return card;
  }

  [[nodiscard]] Result<server::Exchanged> send(const DeviceCard& card, const bundle::UpBundle& up) {
    return server::exchange(*school_, library_, card.sealed(up), clock_.now().unix_ms);
  }
  [[nodiscard]] bundle::DownBundle answer_to(const DeviceCard& card, const bundle::UpBundle& up) {
    return card.read(send(card, up).value().reply).value();
  }

  // A session with one answer an item: sequence numbers follow on each other from `first`.
  [[nodiscard]] std::vector<measure::Event> lesson(const std::string& source, std::uint64_t first,
                                                   const std::vector<bool>& answers, std::uint32_t index = 1) {
    std::vector<measure::Event> events;
    const auto add = [&](measure::EventBody body) {
      const std::uint64_t sequence = first + events.size();
      events.push_back({sequence, index, static_cast<std::int64_t>(sequence) * 1000, std::move(body)});
    };
    measure::SessionStart start;
    start.learner = learner(source);
    start.base.state_hash = interpret::hash_of(interpret::LearnerState{});
    start.parameter_version = interpret::default_parameters().version;
    start.parameter_hash = interpret::hash_of(interpret::default_parameters());
    start.packs = {{0, pack_.hash}};
    start.time = {clock_.now().unix_ms, 1000};
    start.session_number = 1;
    start.language = "en";
    add(start);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      add(measure::ItemPresented{0, static_cast<std::uint32_t>(i % 2), static_cast<std::uint32_t>(i)});
      measure::Response response;
      response.answer = engage::Answer{1, {1}, {}};
      response.correct = answers[i];
      response.credit_permille = answers[i] ? 1000 : 0;
      response.response_ms = 4000;
      add(response);
    }
    add(measure::SessionEnd{});
    return events;
  }

  [[nodiscard]] std::int64_t count(std::string_view table) {
    auto row = school_->database().query("SELECT count(*) FROM " + std::string(table)).value();
    EXPECT_TRUE(row.step().value());
    return row.integer(0);
  }
  [[nodiscard]] std::vector<server::FaultKind> faults_of(const DeviceCard& card) {
    const auto device = server::find_device(*school_, card.id()).value().value();
    std::vector<server::FaultKind> kinds;
    const auto faults = server::faults_of(*school_, device.number, 100).value();
    for (const server::Fault& fault : faults) kinds.push_back(fault.kind);
    return kinds;
  }

  TemporaryDirectory folder_;
  SimulatedClock clock_;
  SamplePack pack_;
  std::unique_ptr<server::School> school_;
  server::Library library_;
};

}  // namespace hornbook::test
