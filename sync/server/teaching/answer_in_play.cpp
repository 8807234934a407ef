#include "sync/server/teaching/answer_in_play.hpp"

namespace hornbook::server {
const interpret::OpenSession* session_of(const interpret::LearnerState& state, const DeviceId& device) {
  const auto found = state.open_sessions.find(device);
  return found == state.open_sessions.end() ? nullptr : &found->second;
}

UnixMs time_of(const interpret::OpenSession& session, const measure::Event& event) {
  return session.time.uncertainty_ms < 0 ? 0 : interpret::session_time(session, event.elapsed_ms);
}

ItemAtHand item_at_hand(const interpret::OpenSession& session, const interpret::CurriculumSet& curricula) {
  if (!session.item) return {};
  for (const measure::PackBinding& binding : session.packs) {
    if (binding.pack_index != session.item->pack_index) continue;
    const auto found = curricula.find(binding.pack_hash);
    if (found == curricula.end() || session.item->item_index >= found->second->items.size()) return {};
    return {found->second.get(), &found->second->items[session.item->item_index]};
  }
  return {};
}

std::optional<AnswerInPlay> answer_in(const measure::EventRecord& record, const interpret::LearnerState& before,
                                      const interpret::CurriculumSet& curricula) {
  AnswerInPlay answer;
  answer.response = std::get_if<measure::Response>(&record.event.body);
  if (const auto* answered = std::get_if<measure::StepAnswered>(&record.event.body);
      answered != nullptr && answered->hint == 0) {
    answer.response = &answered->response;
    answer.step = answered->step;
  }
  const interpret::OpenSession* session = session_of(before, record.device);
  if (answer.response == nullptr || session == nullptr) return std::nullopt;
  answer.at_ms = time_of(*session, record.event);
  const ItemAtHand at_hand = item_at_hand(*session, curricula);
  answer.curriculum = at_hand.curriculum;
  answer.item = at_hand.item;
  if (answer.item != nullptr) answer.skills = interpret::skills_of_step(*answer.item, answer.step);
  return answer;
}

}  // namespace hornbook::server
