#include "content_packs/import/qti/scoring.hpp"

#include <algorithm>
#include <numeric>

#include "content_packs/import/qti/combine.hpp"
#include "content_packs/import/qti/processing.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* place = "QTI scoring";
constexpr std::size_t combinations_max = 300;
constexpr std::size_t searched_max = 3000;
constexpr double least_difference = 1e-9;

class Learner {
 public:
  Learner(std::vector<Learnt> tasks, const Item& item, const Session& drawn)
      : several_(tasks.size() > 1), scorer_(item, drawn), drawn_(drawn) {
    result_.tasks = std::move(tasks);
  }

  Result<LearntItem> learn() {
    std::vector<Learnt>& tasks = result_.tasks;
    for (Learnt& each : tasks) {
      if (each.responses.list.empty()) return fail(ErrorCode::BadInput, place, "no response to it can be made out");
      each.right = declared_right(each);
    }
    if (several_) TRY_DONE(search());
    for (int pass = 0; pass < (several_ ? 2 : 1); ++pass)
      for (std::size_t at = 0; at < tasks.size(); ++at) TRY_DONE(score_each(at));
    for (std::size_t at = 0; at < tasks.size(); ++at) TRY_DONE(give_credit(at));
    if (several_) TRY_DONE(try_combinations());
    return std::move(result_);
  }

 private:
  static void add(Scorer::Given& all, const Learnt& task, std::size_t response) {
    for (auto& each : given_in(task, response)) all.push_back(std::move(each));
  }

  // Where the rules ask for several at once, no single response makes a difference: sets of them are tried until one
  // has a score.
  Done search() {
    SeededRandom random(2);
    for (std::size_t time = 0; time < searched_max; ++time) {
      Scorer::Given all;
      std::vector<std::size_t> chosen;
      for (const Learnt& task : result_.tasks) {
        const auto count = task.responses.list.size();
        chosen.push_back(time == 0 ? task.right : static_cast<std::size_t>(random.below(count)));
        add(all, task, chosen.back());
      }
      TRY_ASSIGN(const double score, scorer_.score(all));
      if (score <= 0) continue;
      for (std::size_t i = 0; i < chosen.size(); ++i) result_.tasks[i].right = chosen[i];
      return {};
    }
    return {};
  }

  std::size_t declared_right(const Learnt& task) const {
    const auto is_right = [&](const Response& response) {
      for (std::size_t i = 0; i < task.ids.size(); ++i) {
        const Value right = drawn_.correct(task.ids[i]);
        if (right.is_null() || response.values[i].is_null() || !is_same(response.values[i], right)) return false;
      }
      return true;
    };
    const auto found = std::find_if(task.responses.list.begin(), task.responses.list.end(), is_right);
    return found == task.responses.list.end() ? 0 : static_cast<std::size_t>(found - task.responses.list.begin());
  }

  // Of the responses chosen now, with task `at` answered otherwise.
  Scorer::Given given(std::size_t at, std::size_t response) const {
    Scorer::Given all;
    for (std::size_t i = 0; i < result_.tasks.size(); ++i)
      add(all, result_.tasks[i], i == at ? response : result_.tasks[i].right);
    return all;
  }

  // The best response becomes the right one, the declared one where it is among the best.
  Done score_each(std::size_t at) {
    Learnt& task = result_.tasks[at];
    scores_.clear();
    for (std::size_t response = 0; response < task.responses.list.size(); ++response) {
      TRY_ASSIGN(const double score, scorer_.score(given(at, response)));
      scores_.push_back(score);
    }
    const auto best = std::max_element(scores_.begin(), scores_.end());
    if (scores_[task.right] < *best - least_difference) task.right = static_cast<std::size_t>(best - scores_.begin());
    return {};
  }

  Done give_credit(std::size_t at) {
    TRY_DONE(score_each(at));
    Learnt& task = result_.tasks[at];
    result_.most = scores_[task.right];
    const double worst = *std::min_element(scores_.begin(), scores_.end());
    if (result_.most <= worst + least_difference)
      return fail(ErrorCode::BadInput, place,
                  "every response to \"" + task.ids.front() + "\" has the same score: nothing is right");
    if (result_.most <= 0) return fail(ErrorCode::BadInput, place, "no response has a score above 0");
    const double floor = several_ ? worst : 0;
    for (const double score : scores_)
      task.credits.push_back(std::clamp((score - floor) / (result_.most - floor), 0.0, 1.0));
    return {};
  }

  Done try_combinations() {
    SeededRandom random(1);
    for (std::size_t time = 0; time < combinations_max; ++time) {
      Scorer::Given all;
      bool is_right = true;
      for (const Learnt& task : result_.tasks) {
        const bool takes_right = random.below(3) > 0;
        const auto count = task.responses.list.size();
        const std::size_t response = takes_right ? task.right : static_cast<std::size_t>(random.below(count));
        is_right = is_right && is_full(task.credits[response]);
        add(all, task, response);
      }
      TRY_ASSIGN(const double score, scorer_.score(all));
      ++result_.combinations;
      if (is_right != (score >= result_.most - least_difference)) ++result_.differing;
    }
    return {};
  }

  bool several_;
  Scorer scorer_;
  const Session& drawn_;
  std::vector<double> scores_;
  LearntItem result_;
};

}  // namespace

Result<Session> Scorer::attempt(const Given& given) const {
  Session session = drawn_;
  for (const auto& [response, value] : given) static_cast<void>(session.set(response, value));
  TRY_DONE(process_responses(item_.rules, session));
  return session;
}

Result<double> Scorer::score(const Given& given) const {
  TRY_ASSIGN(const Session session, attempt(given));
  return number_of(session.value(item_.score)).value_or(0);
}

Result<LearntItem> learn(const std::vector<Interaction>& interactions, const Item& item, const Session& drawn) {
  std::vector<Learnt> tasks;
  for (const Interaction& each : interactions)
    tasks.push_back({{each.response}, possible_responses(each, item, drawn), {}, 0});
  return learn_tasks(std::move(tasks), item, drawn);
}

Result<LearntItem> learn_tasks(std::vector<Learnt> tasks, const Item& item, const Session& drawn) {
  return Learner(std::move(tasks), item, drawn).learn();
}

Learnt combined(const std::vector<const Learnt*>& parts) {
  Learnt whole;
  std::vector<std::vector<std::uint32_t>> choices;
  std::vector<std::uint32_t> right;
  for (const Learnt* part : parts) {
    whole.ids.insert(whole.ids.end(), part->ids.begin(), part->ids.end());
    choices.emplace_back(part->responses.list.size());
    std::iota(choices.back().begin(), choices.back().end(), 0u);
    right.push_back(static_cast<std::uint32_t>(part->right));
  }
  const Combinations all = combine(choices, right);
  whole.responses.is_complete = all.is_complete;
  for (const std::vector<std::uint32_t>& chosen : all.list) {
    Response response;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Response& part = parts[i]->responses.list[chosen[i]];
      response.values.insert(response.values.end(), part.values.begin(), part.values.end());
      response.picks.insert(response.picks.end(), part.picks.begin(), part.picks.end());
      response.typed.insert(response.typed.end(), part.typed.begin(), part.typed.end());
    }
    whole.responses.list.push_back(std::move(response));
  }
  return whole;
}

Scorer::Given given_in(const Learnt& task, std::size_t response) {
  Scorer::Given given;
  for (std::size_t i = 0; i < task.ids.size(); ++i)
    given.emplace_back(task.ids[i], task.responses.list[response].values[i]);
  return given;
}

}  // namespace hornbook::content::qti
