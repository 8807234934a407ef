#include "sync/server/teaching/writings.hpp"

#include <algorithm>
#include <map>

#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/long_text.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/interpret/learner_state.hpp"
#include "sync/server/ingest/stored_events.hpp"

namespace hornbook::server {
namespace {

// A session as far as its events have been read.
struct SessionRead {
  interpret::OpenSession open;
  std::string language;
};

// Reads a learner's events in order and keeps what was written in them.
class Reader {
 public:
  Reader(const Learner& learner, const Library& library, std::vector<Writing>& writings)
      : learner_(learner), library_(library), writings_(writings) {}

  void read(const measure::EventRecord& record) {
    SessionRead& session = sessions_[record.device];
    const measure::Event& event = record.event;
    if (const auto* start = std::get_if<measure::SessionStart>(&event.body)) {
      session = {};
      session.open.started_elapsed_ms = event.elapsed_ms;
      session.open.time = start->time;
      session.open.packs = start->packs;
      session.language = start->language;
    } else if (const auto* corrected = std::get_if<measure::ClockCorrected>(&event.body)) {
      session.open.started_elapsed_ms = event.elapsed_ms;
      session.open.time = corrected->time;
    } else if (const auto* item = std::get_if<measure::ItemPresented>(&event.body)) {
      session.open.item = *item;
    } else if (const auto* response = std::get_if<measure::Response>(&event.body)) {
      keep(session, event, {}, response->answer);
    } else if (const auto* answered = std::get_if<measure::StepAnswered>(&event.body)) {
      keep(session, event, *answered, answered->response.answer);
    }
  }

 private:
  void keep(const SessionRead& session, const measure::Event& event, const measure::StepAnswered& where,
            const engage::Answer& answer) {
    if (!engage::is_judged_by_person(answer.kind)) return;
    const auto text = engage::long_text_of(answer);
    if (!text) return;
    const bool is_time_known = session.open.time.uncertainty_ms >= 0;
    writings_.push_back({learner_.profile.display_name, asked(session, where), *text,
                         is_time_known ? interpret::session_time(session.open, event.elapsed_ms) : 0});
  }

  [[nodiscard]] const pack::Pack* pack_of(const SessionRead& session) const {
    for (const measure::PackBinding& binding : session.open.packs) {
      if (binding.pack_index != session.open.item->pack_index) continue;
      const auto found = library_.packs().find(binding.pack_hash);
      return found == library_.packs().end() ? nullptr : &found->second;
    }
    return nullptr;
  }

  // The question in the words that the learner had before them.
  [[nodiscard]] std::string asked(const SessionRead& session, const measure::StepAnswered& where) const {
    const pack::Pack* pack = session.open.item ? pack_of(session) : nullptr;
    if (pack == nullptr) return {};
    const std::string& language = pack::best_language(pack->languages(), session.language);
    const auto item = pack->instantiate(session.open.item->item_index, session.open.item->seed, language);
    if (!item || where.step >= item->steps.size()) return {};
    const engage::Question& step = item->steps[where.step].question;
    if (where.hint > 0 && where.hint <= step.hints.size()) return engage::words_of(step.hints[where.hint - 1u]);
    return step.prompt.empty() ? item->prompt : item->prompt + "\n\n" + step.prompt;
  }

  const Learner& learner_;
  const Library& library_;
  std::vector<Writing>& writings_;
  std::map<DeviceId, SessionRead> sessions_;
};

}  // namespace

Result<std::vector<Writing>> writings_of_class(School& school, const Library& library, std::int64_t class_number) {
  std::vector<Writing> writings;
  TRY_ASSIGN(const std::vector<Learner> learners, learners_of_class(school, class_number));
  for (const Learner& learner : learners) {
    Reader reader(learner, library, writings);
    TRY_DONE(for_each_event(school, learner.number, learner.data_key, 0,
                            [&](std::int64_t, const measure::EventRecord& record) -> Done {
                              reader.read(record);
                              return {};
                            }));
  }
  std::reverse(writings.begin(), writings.end());
  std::stable_sort(writings.begin(), writings.end(),
                   [](const Writing& one, const Writing& other) { return one.at_ms > other.at_ms; });
  if (writings.size() > limits::writings_shown_max) writings.resize(limits::writings_shown_max);
  return writings;
}

}  // namespace hornbook::server
