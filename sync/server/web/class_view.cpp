#include "sync/server/web/class_view.hpp"

#include <algorithm>
#include <array>

#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/school/nameless.hpp"
#include "sync/server/teaching/calibration.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

constexpr std::int64_t unsynced_after_ms = 24 * 60 * 60'000;
constexpr std::size_t faults_shown_max = 5;

// Nobody is reminded for long of what was seen: a week later it is not shown any more.
constexpr std::int64_t noticed_for_ms = 7LL * 24 * 60 * 60'000;

using interpret::detect::Detector;
constexpr std::array by_urgency{Detector::Frustration,   Detector::WheelSpinning, Detector::Fatigue,
                                Detector::RapidGuessing, Detector::HintGaming,    Detector::Idle,
                                Detector::TooEasy,       Detector::Persistence};

std::vector<NoticedLine> noticed_of(const Evidence& evidence, const std::vector<SkillColumn>& columns, UnixMs now_ms) {
  std::vector<NoticedLine> lines;
  for (const Detector detector : by_urgency) {
    const auto found = evidence.noticed.find(static_cast<std::uint8_t>(detector));
    if (found == evidence.noticed.end()) continue;
    const Noticed& noticed = found->second;
    const UnixMs at_ms = noticed.at_ms > 0 ? noticed.at_ms : evidence.last_seen_ms;
    if (now_ms - at_ms > noticed_for_ms) continue;
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [&](const SkillColumn& each) { return each.key == noticed.skill; });
    lines.push_back({detector, column == columns.end() ? std::string() : column->title, at_ms});
  }
  return lines;
}

// In the order in which they were added; indexes are of no matter here.
Result<std::vector<adapt::PackInPlay>> packs_in_use(School& school, const Library& library) {
  std::vector<adapt::PackInPlay> packs;
  TRY_ASSIGN(const std::vector<SchoolPack> all, list_packs(school));
  for (const SchoolPack& each : all) {
    const auto found = library.curricula().find(each.hash);
    if (each.revoked || found == library.curricula().end()) continue;
    packs.push_back({static_cast<std::uint16_t>(packs.size()), found->second.get()});
  }
  return packs;
}

LearnerRow row_of(const Learner& learner, const FoldedLearner& folded, const std::vector<SkillColumn>& columns,
                  const interpret::Parameters& parameters, UnixMs now_ms) {
  LearnerRow row;
  row.id = learner.id;
  row.name = learner.profile.display_name;
  row.noticed = noticed_of(folded.evidence, columns, now_ms);
  row.sessions = folded.evidence.sessions;
  row.answers = folded.evidence.answers;
  row.answers_right = folded.evidence.answers_right;
  row.last_seen_ms = folded.evidence.last_seen_ms;
  for (const SkillColumn& column : columns) {
    SkillCell cell;
    const auto skill = folded.base.state.skills.find(column.key);
    cell.standing = interpret::standing(skill == folded.base.state.skills.end() ? nullptr : &skill->second, parameters);
    const auto latest = folded.evidence.latest.find(column.key);
    if (latest != folded.evidence.latest.end()) cell.latest = latest->second;
    row.cells.push_back(std::move(cell));
  }
  return row;
}

Result<std::vector<NamelessRow>> nameless_rows(School& school, std::int64_t class_number) {
  std::vector<NamelessRow> rows;
  TRY_ASSIGN(const std::vector<NamelessLearner> all, nameless_of_class(school, class_number));
  for (const NamelessLearner& each : all) {
    TRY_ASSIGN(const Learner learner, load_learner(school, each.number));
    TRY_ASSIGN(const FoldedLearner folded, load_state(school, learner));
    const Evidence& evidence = folded.evidence;
    rows.push_back({each.id, each.device_name, evidence.answers, evidence.answers_right, evidence.last_seen_ms});
  }
  return rows;
}

Result<std::vector<DeviceCard>> device_cards(School& school, std::int64_t class_number, UnixMs now_ms) {
  std::vector<DeviceCard> cards;
  TRY_ASSIGN(std::vector<Device> devices, list_devices(school));
  for (Device& device : devices) {
    TRY_ASSIGN(const std::vector<std::int64_t> classes, classes_of_device(school, device.number));
    if (std::find(classes.begin(), classes.end(), class_number) == classes.end()) continue;
    DeviceCard card;
    TRY_ASSIGN(card.events_waiting, count_waiting(school, device.number));
    TRY_ASSIGN(const KnownEpochs epochs, load_epochs(school, device.number));
    card.missing = missing_of(epochs);
    TRY_ASSIGN(card.faults, faults_of(school, device.number, faults_shown_max));
    card.unsynced = device.id && now_ms - device.last_contact_ms > unsynced_after_ms;
    card.device = std::move(device);
    cards.push_back(std::move(card));
  }
  return cards;
}

}  // namespace

Result<std::vector<SkillColumn>> skill_columns(School& school, const Library& library, std::string_view language) {
  std::vector<SkillColumn> columns;
  TRY_ASSIGN(Statement row, school.database().query("SELECT hash FROM pack WHERE revoked = 0 ORDER BY added_ms, hash"));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return columns;
    TRY_ASSIGN(const Hash hash, row.id<Hash>(0));
    const auto found_pack = library.packs().find(hash);
    if (found_pack == library.packs().end()) continue;
    const pack::Pack& pack = found_pack->second;
    const std::string& in_language = pack::best_language(pack.languages(), language);
    for (const pack::Skill& skill : pack.skills()) {
      const SkillKey key = interpret::stable_key(pack.name(), skill.id);
      const bool shown =
          std::any_of(columns.begin(), columns.end(), [&](const auto& column) { return column.key == key; });
      if (!shown) columns.push_back({key, skill.title.at(in_language)});
    }
  }
}

Result<ClassView> view_class(School& school, const Library& library, const Account& account, std::int64_t class_number,
                             std::string_view language, UnixMs now_ms) {
  ClassView view;
  view.school_name = school.name();
  view.now_ms = now_ms;
  TRY_ASSIGN(view.classes, classes_of_account(school, account));
  const auto shown = std::find_if(view.classes.begin(), view.classes.end(),
                                  [&](const SchoolClass& one) { return one.number == class_number; });
  if (shown == view.classes.end()) return fail(ErrorCode::NotFound, "class page", "the school has no such class");
  view.shown = *shown;
  TRY_ASSIGN(view.skills, skill_columns(school, library, language));
  TRY_ASSIGN(const std::vector<Learner> learners, learners_of_class(school, class_number));
  TRY_ASSIGN(const interpret::Parameters parameters, current_parameters(school));
  TRY_ASSIGN(const std::vector<adapt::PackInPlay> packs, packs_in_use(school, library));
  TRY_ASSIGN(const auto talks, open_talk_requests(school, class_number));
  for (const Learner& learner : learners) {
    TRY_ASSIGN(const FoldedLearner folded, load_state(school, learner));
    view.learners.push_back(row_of(learner, folded, view.skills, parameters, now_ms));
    if (const auto talk = talks.find(learner.number); talk != talks.end()) view.learners.back().talk = talk->second;
    const interpret::LearnerState& state = folded.base.state;
    view.learners.back().term_end_day = state.plan.term_end_day;
    view.learners.back().pace = adapt::pace_of(state, adapt::view_skills(state, packs, parameters), now_ms);
  }
  TRY_ASSIGN(view.nameless, nameless_rows(school, class_number));
  TRY_ASSIGN(view.devices, device_cards(school, class_number, now_ms));
  TRY_ASSIGN(view.experiments, running_experiments(school, library, language, now_ms));
  return view;
}

}  // namespace hornbook::server
