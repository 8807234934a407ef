#include "platform/programs/pack/preview_learner.hpp"

#include "runtime/engage/passage/passage.hpp"
#include "runtime/engage/problem.hpp"

namespace hornbook::platform {
namespace {

constexpr UnixMs some_day_ms = 1'790'000'000'000;  // nothing that is shown depends on it

Result<session::SessionState> session_of(const PreviewPack& pack, const std::string& language, MonotonicMs now) {
  auto context = std::make_shared<session::SessionContext>();
  context->language = language;
  context->learner_index = 1;
  context->parameters = interpret::default_parameters();
  pack.shelf().put_into(*context);
  session::SessionOpening opening;
  opening.context = std::move(context);
  opening.session_number = 1;
  opening.time = {some_day_ms, 0};
  TRY_ASSIGN(session::SessionStep step, session::begin(std::move(opening), now));
  return std::move(step.state);
}

}  // namespace

Result<ui::StationState> at_item(const PreviewPack& pack, const PreviewedItem& item, MonotonicMs now) {
  TRY_ASSIGN(const std::uint32_t index, pack.item(item.id));
  TRY_ASSIGN(session::SessionState session, session_of(pack, item.language, now));
  Result<engage::ItemInstance> instance = session.context->instantiate(0, index, item.seed, item.language);
  if (!instance) return fail(instance.error().code, "preview", item.id + ": " + instance.error().sentence);
  if (const auto& passage = instance->passage)
    session.reading = session::ReadingNow{0, passage->index, passage->levels.front().level, now, false};
  else if (item.text > 0)
    return fail(ErrorCode::NotFound, "preview", item.id + " has no text to read; leave --text out");
  session.place = session::Working{engage::start_problem(std::move(*instance), now)};
  ui::StationState state;
  state.language = item.language;
  state.learners = {{0, item.id, "owl", item.language, false}};
  state.signed_in = 0;
  state.session = std::move(session);
  ui::Activity screen;
  screen.page = item.page;
  screen.at_text = item.text > 0;
  screen.column = item.text > 0 ? item.text - 1 : 0;
  screen.at_media = std::get<session::Working>(state.session->place).problem.item->media.has_value();
  state.screen = screen;
  state.last_act = now;
  return state;
}

ui::StationState tried(ui::StationState state, const ui::Intent& intent, MonotonicMs now) {
  ui::StationStep step = ui::update(std::move(state), intent, now);
  for (const ui::Effect& effect : step.effects)
    if (std::holds_alternative<ui::Append>(effect)) return tried(std::move(step.state), ui::Saved{}, now);
  return std::move(step.state);
}

}  // namespace hornbook::platform
