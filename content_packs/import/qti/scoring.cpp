#include "content_packs/import/qti/scoring.hpp"

#include <algorithm>

#include "content_packs/import/qti/processing.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* place = "QTI scoring";
constexpr std::size_t combinations_max = 300;
constexpr std::size_t searched_max = 3000;
constexpr double least_difference = 1e-9;

class Learner {
 public:
  Learner(const std::vector<Interaction>& interactions, const Item& item, const Session& drawn)
      : interactions_(interactions), scorer_(item, drawn), item_(item), drawn_(drawn) {}

  Result<LearntItem> learn() {
    for (const Interaction& each : interactions_) {
      Learnt learnt;
      learnt.responses = possible_responses(each, item_, drawn_);
      if (learnt.responses.list.empty()) return fail(ErrorCode::BadInput, place, "no response to it can be made out");
      learnt.right = declared_right(each, learnt.responses);
      result_.interactions.push_back(std::move(learnt));
    }
    if (interactions_.size() > 1) TRY_DONE(search());
    for (int pass = 0; pass < (interactions_.size() > 1 ? 2 : 1); ++pass)
      for (std::size_t at = 0; at < interactions_.size(); ++at) TRY_DONE(score_each(at));
    for (std::size_t at = 0; at < interactions_.size(); ++at) TRY_DONE(give_credit(at));
    if (interactions_.size() > 1) TRY_DONE(try_combinations());
    return std::move(result_);
  }

 private:
  // Where the rules ask for several at once, no single response makes a difference: sets of them are tried until one
  // has a score.
  Done search() {
    SeededRandom random(2);
    for (std::size_t time = 0; time < searched_max; ++time) {
      Scorer::Given all;
      std::vector<std::size_t> chosen;
      for (std::size_t i = 0; i < interactions_.size(); ++i) {
        const Learnt& learnt = result_.interactions[i];
        const auto count = learnt.responses.list.size();
        chosen.push_back(time == 0 ? learnt.right : static_cast<std::size_t>(random.below(count)));
        all.emplace_back(interactions_[i].response, learnt.responses.list[chosen[i]].value);
      }
      TRY_ASSIGN(const double score, scorer_.score(all));
      if (score <= 0) continue;
      for (std::size_t i = 0; i < chosen.size(); ++i) result_.interactions[i].right = chosen[i];
      return {};
    }
    return {};
  }

  std::size_t declared_right(const Interaction& interaction, const Responses& responses) const {
    const Value right = drawn_.correct(interaction.response);
    if (right.is_null()) return 0;
    for (std::size_t at = 0; at < responses.list.size(); ++at)
      if (is_same(responses.list[at].value, right)) return at;
    return 0;
  }

  // Of the responses chosen now, with interaction `at` answered otherwise.
  Scorer::Given given(std::size_t at, std::size_t response) const {
    Scorer::Given all;
    for (std::size_t i = 0; i < interactions_.size(); ++i) {
      const Learnt& learnt = result_.interactions[i];
      all.emplace_back(interactions_[i].response, learnt.responses.list[i == at ? response : learnt.right].value);
    }
    return all;
  }

  // The best response becomes the right one, the declared one where it is among the best.
  Done score_each(std::size_t at) {
    Learnt& learnt = result_.interactions[at];
    scores_.resize(interactions_.size());
    scores_[at].clear();
    for (std::size_t response = 0; response < learnt.responses.list.size(); ++response) {
      TRY_ASSIGN(const double score, scorer_.score(given(at, response)));
      scores_[at].push_back(score);
    }
    const auto best = std::max_element(scores_[at].begin(), scores_[at].end());
    if (scores_[at][learnt.right] < *best - least_difference)
      learnt.right = static_cast<std::size_t>(best - scores_[at].begin());
    return {};
  }

  Done give_credit(std::size_t at) {
    TRY_DONE(score_each(at));
    Learnt& learnt = result_.interactions[at];
    const std::vector<double>& scores = scores_[at];
    result_.most = scores[learnt.right];
    const double worst = *std::min_element(scores.begin(), scores.end());
    if (result_.most <= worst + least_difference)
      return fail(ErrorCode::BadInput, place,
                  "every response to \"" + interactions_[at].response + "\" has the same score: nothing is right");
    if (result_.most <= 0) return fail(ErrorCode::BadInput, place, "no response has a score above 0");
    const double floor = interactions_.size() > 1 ? worst : 0;
    for (const double score : scores)
      learnt.credits.push_back(std::clamp((score - floor) / (result_.most - floor), 0.0, 1.0));
    learnt.share = (result_.most - worst) / result_.most;
    return {};
  }

  Done try_combinations() {
    SeededRandom random(1);
    for (std::size_t time = 0; time < combinations_max; ++time) {
      Scorer::Given all;
      bool is_right = true;
      for (std::size_t i = 0; i < interactions_.size(); ++i) {
        const Learnt& learnt = result_.interactions[i];
        const bool takes_right = random.below(3) > 0;
        const auto count = learnt.responses.list.size();
        const std::size_t response = takes_right ? learnt.right : static_cast<std::size_t>(random.below(count));
        is_right = is_right && is_full(learnt.credits[response]);
        all.emplace_back(interactions_[i].response, learnt.responses.list[response].value);
      }
      TRY_ASSIGN(const double score, scorer_.score(all));
      ++result_.combinations;
      if (is_right != (score >= result_.most - least_difference)) ++result_.differing;
    }
    return {};
  }

  const std::vector<Interaction>& interactions_;
  Scorer scorer_;
  const Item& item_;
  const Session& drawn_;
  std::vector<std::vector<double>> scores_;
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
  return Learner(interactions, item, drawn).learn();
}

}  // namespace hornbook::content::qti
