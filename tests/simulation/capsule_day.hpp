// A day of two learners at a station, as their capsules see it: sign-ins, sessions, answers, settings, sign-outs that
// compact, bases that the school brings, and a last turn that nobody ends. Each step that touches a capsule is taken
// down with what the capsule says after it, so that an image of the disk can be compared with exactly that.
#pragma once

#include <functional>
#include <map>

#include "runtime/interpret/learner_state.hpp"
#include "tests/simulation/station_day.hpp"

namespace hornbook::test {

class CapsuleDay : public JournalBed {
 protected:
  struct Step {
    LearnerId learner;
    std::size_t begun = 0;                      // operations before it
    std::optional<std::size_t> acknowledged{};  // operations when it was said to be done; none: it failed
    Bytes capsule{};                            // what it says after it
  };

  // All of it but the count of writes.
  static Bytes said_by(journal::Capsule capsule) {
    capsule.vector_number = 0;
    return journal::encode(capsule).value();
  }

  void one_day() {
    sit([this](journal::Writer& writer) {
      take_turn(writer, amina_, 4, "large");
      take_turn(writer, chidi_, 3, "small");
      take_turn(writer, amina_, 3, "huge");
    });
    bring_bases(6);
    sit([this](journal::Writer& writer) {
      take_turn(writer, chidi_, 2, "plain");
      if (!sign_in(writer, amina_)) return;
      for (int i = 0; i < 3; ++i) answer_as(writer, amina_, "unfinished");
    });
  }

  // Each learner's capsule as it may be after so many operations: as the last step left it that was said to be done, or
  // as one left it that had begun since.
  [[nodiscard]] std::vector<Bytes> may_say(const LearnerId& learner, std::size_t operations) const {
    std::vector<Bytes> states{said_by({})};
    for (const Step& step : steps_) {
      if (step.learner != learner || step.begun > operations) continue;
      if (step.acknowledged && *step.acknowledged <= operations) states.clear();
      states.push_back(step.capsule);
    }
    return states;
  }

  // What is wrong with the capsules in `at_`, where so many operations had been done; empty: nothing.
  std::string faults(std::size_t operations) {
    Result<journal::Writer> writer = journal::Writer::open(at_, device_, clock_, "later");
    if (!writer) return "it does not open: " + writer.error().sentence;
    for (const LearnerId& learner : {amina_, chidi_}) {
      Result<journal::Capsule> capsule = writer->sign_in(learner, key_of(learner));
      if (!capsule) return "a capsule does not open: " + capsule.error().sentence;
      const std::vector<Bytes> states = may_say(learner, operations);
      if (std::find(states.begin(), states.end(), said_by(*capsule)) == states.end())
        return "a capsule says what none of " + std::to_string(states.size()) + " steps wrote";
      if (brought_at_.contains(learner) && brought_at_.at(learner) <= operations &&
          capsule->base != interpret::encode(base_) && !parked(*writer, learner))
        return "the base that the school brought is neither taken nor waiting";
      const std::vector<measure::Event> events = {answer(*writer, writer->learner_index(learner), "after")};
      if (!writer->append(events)) return "it does not go on";
      if (!writer->sign_out()) return "it does not sign out";
      journal::add_to_tail(*capsule, std::vector<measure::EventRecord>{{device_.id(), writer->epoch(), events[0]}});
      const Result<journal::Capsule> again = writer->sign_in(learner, key_of(learner));
      if (!again || said_by(*again) != said_by(*capsule)) return "what came after is not there";
    }
    return {};
  }

  void sit(const std::function<void(journal::Writer&)>& turns) {
    Result<journal::Writer> writer = journal::Writer::open(at_, device_, clock_, "boot");
    if (writer) turns(*writer);
  }

  void take_turn(journal::Writer& writer, const LearnerId& learner, int answers, const std::string& size) {
    if (!sign_in(writer, learner)) return;
    append(writer, learner, session_start(writer, writer.learner_index(learner), learner, "en"));
    for (int i = 0; i < answers; ++i) answer_as(writer, learner, std::to_string(i) + "/9");
    const auto larger = [&](journal::Capsule& capsule) { capsule.settings["text size"] = size; };
    attempt(learner, larger, [&] { return writer.keep_settings({{"text size", size}}); });
    for (int i = 0; i < answers; ++i) answer_as(writer, learner, std::to_string(i) + "/7");
    attempt(learner, unchanged, [&] { return writer.sign_out(); });
  }

  // As the station signs a learner in (platform/programs/station/sign_in.cpp), the base that waits taken in. To look is
  // no step: what a flush that failed had written may still come back at the next start.
  bool sign_in(journal::Writer& writer, const LearnerId& learner) {
    const std::vector<Bytes> states = may_say(learner, vfs_->operations().size());
    const Result<journal::Capsule> opened = writer.sign_in(learner, key_of(learner));
    if (!opened) return false;
    if (std::find(states.begin(), states.end(), said_by(*opened)) == states.end())
      wrong_while_running_ = "a sign-in shows what no step wrote";
    expected_[learner] = *opened;
    const auto base = parked(writer, learner);
    if (!base) return true;
    journal::Capsule capsule = *opened;
    adopt(capsule, *base);
    const auto adopted = [&](journal::Capsule& expected) { expected = capsule; };
    if (!attempt(learner, adopted, [&] { return writer.rewrite_capsule(capsule); })) return false;
    return writer.store().drop_parked_base(learner).has_value();
  }
  static void adopt(journal::Capsule& capsule, const interpret::Base& base) {
    capsule.base = interpret::encode(base);
    std::erase_if(capsule.tail, [&](const measure::EventRecord& record) {
      return interpret::covers(base.contains, record.device, record.epoch, record.event.sequence);
    });
  }
  [[nodiscard]] std::optional<interpret::Base> parked(journal::Writer& writer, const LearnerId& learner) const {
    const auto sealed = writer.store().parked_base(learner);
    if (!sealed || !*sealed) return std::nullopt;
    const auto plain = open_random(key_of(learner), learner.view(), **sealed);
    return plain ? std::optional(interpret::decode_base(*plain).value()) : std::nullopt;
  }

  // The school has folded the first sitting up to this sequence.
  void bring_bases(std::uint64_t through) {
    interpret::include(base_.contains, device_.id(), 1, through);
    base_.state.responses = 5;
    Result<journal::Store> store = journal::Store::open(at_);
    if (!store) return;
    for (const LearnerId& learner : {amina_, chidi_})
      if (store->park_base(learner, seal_random(key_of(learner), learner.view(), interpret::encode(base_))))
        brought_at_[learner] = vfs_->operations().size();
  }

  void answer_as(journal::Writer& writer, const LearnerId& learner, const std::string& typed) {
    append(writer, learner, answer(writer, writer.learner_index(learner), typed));
  }
  void append(journal::Writer& writer, const LearnerId& learner, const measure::Event& event) {
    const std::vector<measure::EventRecord> records = {{device_.id(), writer.epoch(), event}};
    const auto longer = [&](journal::Capsule& capsule) { journal::add_to_tail(capsule, records); };
    attempt(learner, longer, [&] { return writer.append({&event, 1}); });
  }

  static void unchanged(journal::Capsule&) {}
  bool attempt(const LearnerId& learner, const std::function<void(journal::Capsule&)>& change,
               const std::function<Done()>& call) {
    journal::Capsule after = expected_[learner];
    change(after);
    Step step{learner, vfs_->operations().size(), std::nullopt, said_by(after)};
    const bool done = call().has_value();
    if (done) step.acknowledged = vfs_->operations().size();
    if (done) expected_[learner] = after;
    steps_.push_back(std::move(step));
    return done;
  }

  void forget_day() {
    expected_.clear();
    steps_.clear();
    brought_at_.clear();
    base_ = {};
    wrong_while_running_.clear();
  }

  [[nodiscard]] const SecretKey& key_of(const LearnerId& learner) const {
    return learner == amina_ ? keys_[0] : keys_[1];
  }

  const LearnerId amina_ = sample_learner(1);
  const LearnerId chidi_ = sample_learner(2);
  const std::array<SecretKey, 2> keys_ = {SecretKey::generate(), SecretKey::generate()};
  std::unique_ptr<RecordingVfs> vfs_ = std::make_unique<RecordingVfs>();
  std::map<LearnerId, journal::Capsule> expected_;
  std::vector<Step> steps_;
  std::map<LearnerId, std::size_t> brought_at_;  // operations when a base was there
  interpret::Base base_;
  std::string wrong_while_running_;
};

}  // namespace hornbook::test
