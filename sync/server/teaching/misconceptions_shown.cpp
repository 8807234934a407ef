#include "sync/server/teaching/misconceptions_shown.hpp"

#include <algorithm>
#include <compare>
#include <set>
#include <tuple>

#include "runtime/engage/kinds/multiple_choice/multiple_choice.hpp"
#include "runtime/engage/task.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/session_read.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

struct AnswerKey {
  ItemKey item = 0;
  std::uint8_t step = 0;
  std::uint32_t choice = 0;  // of what is chosen among several
  auto operator<=>(const AnswerKey&) const = default;
};

struct Collected {
  std::string title;
  std::vector<std::string> held_by;
  std::set<std::int64_t> learners;
  std::map<AnswerKey, TellingAnswer> answers;
  std::map<AnswerKey, std::set<std::int64_t>> learners_of_answer;
};
using Collection = std::map<MisconceptionKey, Collected>;

AnswerKey key_of(const interpret::ItemNode& item, const measure::StepAnswered& where) {
  const engage::Answer& answer = where.response.answer;
  const bool is_choice = answer.kind == engage::MultipleChoiceTemplate::number && !answer.numbers.empty();
  return {item.key, where.step, is_choice ? answer.numbers.front() : 0};
}

// Reads a learner's events in order and collects the tags of their first tries.
class Reader {
 public:
  Reader(const Learner& learner, const Library& library, std::string_view language, Collection& collection)
      : learner_(learner), library_(library), language_(language), collection_(collection) {}

  void read(const measure::EventRecord& record) {
    SessionRead& session = sessions_[record.device];
    server::read(session, record.event);
    if (const auto* response = std::get_if<measure::Response>(&record.event.body)) collect(session, {0, 0, *response});
    const auto* answered = std::get_if<measure::StepAnswered>(&record.event.body);
    if (answered != nullptr && answered->hint == 0) collect(session, *answered);
  }

  void note_held(const interpret::MisconceptionStates& states) {
    for (auto& [key, collected] : collection_) {
      const auto found = states.find(key);
      if (found != states.end() && found->second.asserted) collected.held_by.push_back(learner_.profile.display_name);
    }
  }

 private:
  void collect(const SessionRead& session, const measure::StepAnswered& where) {
    const measure::Response& response = where.response;
    if (response.correct || !response.misconception || response.attempt != 1 || !session.open.item) return;
    const pack::Pack* pack = pack_of(session, library_, session.open.item->pack_index);
    if (pack == nullptr || *response.misconception >= pack->misconceptions().size()) return;
    const std::shared_ptr<const interpret::Curriculum> curriculum = pack->curriculum();
    if (session.open.item->item_index >= curriculum->items.size()) return;
    Collected& collected = collection_[curriculum->misconceptions[*response.misconception]];
    collected.title =
        pack->misconceptions()[*response.misconception].title.at(pack::best_language(pack->languages(), language_));
    collected.learners.insert(learner_.number);
    const AnswerKey key = key_of(curriculum->items[session.open.item->item_index], where);
    TellingAnswer& answer = collected.answers[key];
    ++answer.times;
    collected.learners_of_answer[key].insert(learner_.number);
    answer.learners = static_cast<std::uint32_t>(collected.learners_of_answer[key].size());
    const Asked asked = asked_in(session, library_, where);
    answer.asked = asked.words;
    const auto entry = asked.task ? engage::entry_of(*asked.task, response.answer) : std::nullopt;
    if (entry) answer.answer = engage::words_of(*asked.task, *entry);
  }

  const Learner& learner_;
  const Library& library_;
  std::string_view language_;
  Collection& collection_;
  std::map<DeviceId, SessionRead> sessions_;
};

MisconceptionShown shown(Collected collected) {
  MisconceptionShown result;
  result.title = std::move(collected.title);
  result.held_by = std::move(collected.held_by);
  result.learners = static_cast<std::uint32_t>(collected.learners.size());
  for (auto& [key, answer] : collected.answers) {
    result.times += answer.times;
    result.answers.push_back(std::move(answer));
  }
  std::stable_sort(result.answers.begin(), result.answers.end(),
                   [](const TellingAnswer& a, const TellingAnswer& b) { return a.times > b.times; });
  return result;
}

}  // namespace

Result<std::vector<MisconceptionShown>> misconceptions_of_class(School& school, const Library& library,
                                                                std::int64_t class_number, std::string_view language) {
  Collection collection;
  TRY_ASSIGN(const std::vector<Learner> learners, learners_of_class(school, class_number));
  for (const Learner& learner : learners) {
    Reader reader(learner, library, language, collection);
    TRY_DONE(for_each_event(school, learner.number, learner.data_key, 0,
                            [&](std::int64_t, const measure::EventRecord& record) -> Done {
                              reader.read(record);
                              return {};
                            }));
    TRY_ASSIGN(const FoldedLearner folded, load_state(school, learner));
    reader.note_held(folded.base.state.misconceptions);
  }
  std::vector<MisconceptionShown> result;
  for (auto& [key, collected] : collection) result.push_back(shown(std::move(collected)));
  std::stable_sort(result.begin(), result.end(), [](const MisconceptionShown& a, const MisconceptionShown& b) {
    return std::tuple(a.held_by.size(), a.learners, a.times) > std::tuple(b.held_by.size(), b.learners, b.times);
  });
  return result;
}

}  // namespace hornbook::server
