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
    Writing writing;
    Asked asked = asked_in(session, where);
    if (answer.kind == engage::DrawingTemplate::number) {
      auto kept = engage::kept_drawing(answer);
      if (!kept) return;
      writing.text = std::move(kept->words);
      if (!kept->strokes.empty()) writing.drawn = drawn(std::move(kept->strokes), asked.task);
    } else {
      auto text = engage::long_text_of(answer);
      if (!text) return;
      writing.text = std::move(*text);
    }
    writing.learner = learner_.profile.display_name;
    writing.asked = std::move(asked.words);
    const bool is_time_known = session.open.time.uncertainty_ms >= 0;
    if (is_time_known) writing.at_ms = interpret::session_time(session.open, event.elapsed_ms);
    writings_.push_back(std::move(writing));
  }

  static Drawn drawn(std::vector<engage::Stroke> strokes, const std::optional<engage::Task>& asked) {
    Drawn result;
    result.strokes = std::move(strokes);
    const auto* task = asked ? std::get_if<engage::DrawingTask>(&*asked) : nullptr;
    if (task == nullptr) return result;
    result.ground = task->ground;
    const auto* picture = task->picture ? std::get_if<engage::MediaPicture>(&task->picture->drawing) : nullptr;
    if (picture == nullptr) return result;
    result.picture = picture->object;
    result.drawn_on = task->picture->description;
    return result;
  }

  [[nodiscard]] const pack::Pack* pack_of(const SessionRead& session) const {
    for (const measure::PackBinding& binding : session.open.packs) {
      if (binding.pack_index != session.open.item->pack_index) continue;
      const auto found = library_.packs().find(binding.pack_hash);
      return found == library_.packs().end() ? nullptr : &found->second;
    }
    return nullptr;
  }

  // The question in the words that the learner had before them; empty when the school has not got the pack.
  struct Asked {
    std::string words;
    std::optional<engage::Task> task;
  };
  [[nodiscard]] Asked asked_in(const SessionRead& session, const measure::StepAnswered& where) const {
    const pack::Pack* pack = session.open.item ? pack_of(session) : nullptr;
    if (pack == nullptr) return {};
    const std::string& language = pack::best_language(pack->languages(), session.language);
    const auto item = pack->instantiate(session.open.item->item_index, session.open.item->seed, language);
    if (!item || where.step >= item->steps.size()) return {};
    const engage::Question& step = item->steps[where.step].question;
    if (where.hint > 0 && where.hint <= step.hints.size()) {
      const engage::Hint& hint = step.hints[where.hint - 1u];
      return {engage::words_of(hint), hint.question ? std::optional(hint.question->task) : std::nullopt};
    }
    return {step.prompt.empty() ? item->prompt : item->prompt + "\n\n" + step.prompt, step.task};
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

std::map<Hash, Bytes> pictures_drawn_on(const std::vector<Writing>& writings, const Library& library) {
  std::map<Hash, Bytes> pictures;
  for (const Writing& writing : writings) {
    if (!writing.drawn || !writing.drawn->picture || pictures.contains(*writing.drawn->picture)) continue;
    for (const auto& [hash, pack] : library.packs()) {
      auto bytes = pack.media(*writing.drawn->picture);
      if (!bytes) continue;
      pictures.emplace(*writing.drawn->picture, std::move(*bytes));
      break;
    }
  }
  return pictures;
}

}  // namespace hornbook::server
