#include "sync/server/teaching/session_read.hpp"

#include "runtime/engage/task.hpp"
#include "sync/server/teaching/answer_in_play.hpp"

namespace hornbook::server {

void read(SessionRead& session, const measure::Event& event) {
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
  }
}

UnixMs time_in(const SessionRead& session, const measure::Event& event) { return time_of(session.open, event); }

const pack::Pack* pack_of(const SessionRead& session, const Library& library, std::uint16_t pack_index) {
  for (const measure::PackBinding& binding : session.open.packs) {
    if (binding.pack_index != pack_index) continue;
    const auto found = library.packs().find(binding.pack_hash);
    return found == library.packs().end() ? nullptr : &found->second;
  }
  return nullptr;
}

Asked asked_in(const SessionRead& session, const Library& library, const measure::StepAnswered& where) {
  const pack::Pack* pack = session.open.item ? pack_of(session, library, session.open.item->pack_index) : nullptr;
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

}  // namespace hornbook::server
