#include "sync/server/teaching/writings.hpp"

#include <algorithm>
#include <map>

#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/long_text.hpp"
#include "runtime/engage/task.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/session_read.hpp"

namespace hornbook::server {
namespace {

// Reads a learner's events in order and keeps what was written in them.
class Reader {
 public:
  Reader(const Learner& learner, const Library& library, std::vector<Writing>& writings)
      : learner_(learner), library_(library), writings_(writings) {}

  void read(const measure::EventRecord& record) {
    SessionRead& session = sessions_[record.device];
    const measure::Event& event = record.event;
    server::read(session, event);
    if (const auto* response = std::get_if<measure::Response>(&event.body)) {
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
    Asked asked = asked_in(session, library_, where);
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
    writing.at_ms = time_in(session, event);
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
