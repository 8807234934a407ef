#include "sync/server/experiments/terms.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/limits.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/calibration.hpp"

namespace hornbook::server {
namespace {

constexpr const char* place = "experiment";

constexpr std::string_view term_columns =
    "SELECT experiment.id, experiment.seed, started_ms, started_by, basis, until_ms, second_permille, participation, "
    "stopped_ms, stopped_by FROM experiment_term JOIN experiment ON experiment.number = experiment_term.experiment ";

Result<Term> read_term(const Statement& row) {
  Term term;
  TRY_ASSIGN(term.experiment, row.id<ExperimentId>(0));
  const Bytes seed = row.blob(1);
  ByteReader reader(seed);
  TRY_ASSIGN(term.seed, reader.u64());
  term.started_ms = row.integer(2);
  term.started_by = row.text(3);
  term.basis = row.text(4);
  term.until_ms = row.integer(5);
  term.second_permille = static_cast<std::uint16_t>(row.integer(6));
  term.participation = static_cast<interpret::Participation>(row.integer(7));
  if (!row.is_null(8)) term.stopped_ms = row.integer(8);
  term.stopped_by = row.text(9);
  return term;
}

Result<std::vector<Term>> running_terms(School& school, UnixMs now_ms) {
  TRY_ASSIGN(Statement row,
             school.database().query(std::string(term_columns) + "WHERE stopped_ms IS NULL AND until_ms > ? ORDER BY "
                                                                 "experiment.id",
                                     now_ms));
  std::vector<Term> terms;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return terms;
    TRY_ASSIGN(Term term, read_term(row));
    terms.push_back(std::move(term));
  }
}

// The keys under which parameters list learners: with ListedOnly those who consented, else those who withdrew.
Result<std::vector<std::uint64_t>> listed_in(School& school, const Term& term) {
  const bool listed_only = term.participation == interpret::Participation::ListedOnly;
  TRY_ASSIGN(Statement row, school.database().query(
                                "SELECT learner.learner FROM experiment_consent JOIN experiment ON "
                                "experiment.number = experiment_consent.experiment JOIN learner ON "
                                "learner.number = experiment_consent.learner WHERE experiment.id = ? AND given = ?",
                                term.experiment, listed_only ? 1 : 0));
  std::set<std::uint64_t> keys;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) break;
    TRY_ASSIGN(const LearnerId learner, row.id<LearnerId>(0));
    keys.insert(interpret::participant_key(term.experiment, learner));
  }
  return std::vector<std::uint64_t>(keys.begin(), keys.end());
}

using Rules = std::array<interpret::ArmRules, interpret::experiment_arms>;

Result<Rules> rules_of(School& school, const ExperimentId& experiment) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT declaration FROM experiment WHERE id = ?", experiment));
  TRY_ASSIGN(const bool found, row.step());
  Rules rules;
  if (!found || row.is_null(0)) return rules;
  TRY_ASSIGN(const DeclaredExperiment declared, read_declaration(row.blob(0)));
  for (std::size_t arm = 0; arm < rules.size(); ++arm) rules[arm] = declared.arms[arm].rules;
  return rules;
}

bool change_the_same(const Rules& a, const Rules& b) {
  const interpret::ArmRules usual;
  const auto both_change = [&](const auto of) {
    const auto changes = [&](const Rules& rules) {
      return std::any_of(rules.begin(), rules.end(), [&](const auto& each) { return each.*of != usual.*of; });
    };
    return changes(a) && changes(b);
  };
  return both_change(&interpret::ArmRules::easier_permille) || both_change(&interpret::ArmRules::rests_after) ||
         both_change(&interpret::ArmRules::has_messages);
}

bool is_said(std::string_view words) {
  return words.find_first_not_of(" \t\r\n") != std::string_view::npos &&
         words.size() <= limits::experiment_words_bytes_max;
}

Done check_words(const StartOrder& order) {
  if (!is_said(order.basis))
    return fail(ErrorCode::NotAllowed, place,
                "an experiment runs only on a basis of consent; say in words which, such as \"guardians' consent, form "
                "of 2026-09-01\"");
  if (!is_said(order.by)) return fail(ErrorCode::NotAllowed, place, "say who starts it");
  return {};
}

Done check_order(const DeclaredExperiment& declared, const StartOrder& order, UnixMs now_ms) {
  TRY_DONE(check_words(order));
  if (order.until_ms <= now_ms) return fail(ErrorCode::BadInput, place, "its last day is past; name a later one");
  const std::uint16_t share = order.second_permille.value_or(declared.second_permille);
  if (share == 0 || share >= 1000)
    return fail(ErrorCode::BadInput, place, "the share of the second arm is from 1 to 999 of 1000");
  if (order.participation == interpret::Participation::ListedOnly && order.consented.empty())
    return fail(ErrorCode::NotAllowed, place, "the list of those with consent names nobody");
  return {};
}

Done check_others(School& school, const DeclaredExperiment& declared, UnixMs now_ms) {
  TRY_ASSIGN(std::vector<Term> running, running_terms(school, now_ms));
  std::erase_if(running, [&](const Term& term) { return term.experiment == declared.id; });
  if (running.size() >= limits::experiments_running_max)
    return fail(ErrorCode::LimitExceeded, place, "as many experiments run as can; stop one first");
  const Rules own{declared.arms.front().rules, declared.arms.back().rules};
  for (const Term& term : running) {
    TRY_ASSIGN(const Rules theirs, rules_of(school, term.experiment));
    if (change_the_same(own, theirs))
      return fail(ErrorCode::BadInput, place,
                  "another experiment that runs changes the same rule, and neither could be told from the other; stop "
                  "it first");
  }
  return {};
}

Done write_consent(School& school, std::int64_t experiment, const std::vector<std::int64_t>& learners, Consent consent,
                   std::string_view by, UnixMs now_ms) {
  for (const std::int64_t learner : learners)
    TRY_DONE(school.database().run(
        "INSERT OR REPLACE INTO experiment_consent (experiment, learner, given, at_ms, said_by) VALUES (?, ?, ?, ?, ?)",
        experiment, learner, static_cast<int>(consent), now_ms, by));
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT max(count) FROM (SELECT count(*) AS count FROM experiment_consent WHERE "
                                     "experiment = ? GROUP BY given)",
                                     experiment));
  TRY_ASSIGN(const bool found, row.step());
  if (found && row.number(0) > limits::experiment_learners_max)
    return fail(ErrorCode::LimitExceeded, place, "more learners are listed than can be; nothing was changed");
  return {};
}

Done end_term(School& school, std::int64_t experiment, std::string_view by, UnixMs now_ms) {
  return school.database().run(
      "UPDATE experiment_term SET stopped_ms = ?, stopped_by = ? WHERE experiment = ? AND stopped_ms IS NULL AND "
      "until_ms > ?",
      now_ms, by, experiment, now_ms);
}

}  // namespace

bool is_running(const Term& term, UnixMs now_ms) { return !term.stopped_ms && now_ms < term.until_ms; }

Done start(School& school, const DeclaredExperiment& declared, const StartOrder& order, UnixMs now_ms) {
  TRY_DONE(check_order(declared, order, now_ms));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_DONE(check_others(school, declared, now_ms));
  TRY_ASSIGN(const std::int64_t number, number_of(school, declared));
  TRY_DONE(end_term(school, number, order.by, now_ms));
  TRY_DONE(school.database().run(
      "INSERT INTO experiment_term (experiment, started_ms, started_by, basis, until_ms, second_permille, "
      "participation) VALUES (?, ?, ?, ?, ?, ?, ?)",
      number, now_ms, order.by, order.basis, order.until_ms, order.second_permille.value_or(declared.second_permille),
      static_cast<int>(order.participation)));
  TRY_DONE(write_consent(school, number, order.consented, Consent::Given, order.by, now_ms));
  return transaction.commit();
}

Done stop(School& school, const DeclaredExperiment& declared, std::string_view by, UnixMs now_ms) {
  if (!is_said(by)) return fail(ErrorCode::NotAllowed, place, "say who stops it");
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const std::int64_t number, number_of(school, declared));
  TRY_DONE(end_term(school, number, by, now_ms));
  if (school.database().changed() == 0) return fail(ErrorCode::NotFound, place, "it does not run");
  return transaction.commit();
}

Done record_consent(School& school, const DeclaredExperiment& declared, const std::vector<std::int64_t>& learners,
                    Consent consent, std::string_view by, UnixMs now_ms) {
  if (!is_said(by)) return fail(ErrorCode::NotAllowed, place, "say who records it");
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const std::int64_t number, number_of(school, declared));
  TRY_DONE(write_consent(school, number, learners, consent, by, now_ms));
  return transaction.commit();
}

Result<std::vector<std::int64_t>> read_learner_list(School& school, ByteView text) {
  std::string_view rest = as_text(text);
  std::set<std::int64_t> learners;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    std::string_view id = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), id.size() + 1));
    if (!id.empty() && id.back() == '\r') id.remove_suffix(1);
    if (id.empty()) continue;
    TRY_ASSIGN(const auto learner, find_learner_by_source(school, id));
    if (!learner)
      return fail(ErrorCode::NotFound, "list of learners",
                  "line " + std::to_string(line) + " is no learner's id of the roster; mend it, nothing was changed");
    learners.insert(*learner);
    if (learners.size() > limits::experiment_learners_max)
      return fail(ErrorCode::LimitExceeded, "list of learners", "it is too long");
  }
  if (learners.empty()) return fail(ErrorCode::BadInput, "list of learners", "it names nobody");
  return std::vector<std::int64_t>(learners.begin(), learners.end());
}

Result<std::optional<Term>> latest_term(School& school, const ExperimentId& experiment) {
  TRY_ASSIGN(Statement row,
             school.database().query(
                 std::string(term_columns) + "WHERE experiment.id = ? ORDER BY experiment_term.number DESC LIMIT 1",
                 experiment));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<Term>{};
  TRY_ASSIGN(Term term, read_term(row));
  return std::optional(std::move(term));
}

Result<bool> takes_part(School& school, const Term& term, std::int64_t learner_number) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT given FROM experiment_consent JOIN experiment ON "
                                                    "experiment.number = experiment_consent.experiment WHERE "
                                                    "experiment.id = ? AND learner = ?",
                                                    term.experiment, learner_number));
  TRY_ASSIGN(const bool found, row.step());
  return found ? row.integer(0) == 1 : term.participation == interpret::Participation::AllButListed;
}

Result<interpret::Parameters> parameters_for_devices(School& school, UnixMs now_ms) {
  TRY_ASSIGN(interpret::Parameters parameters, current_parameters(school));
  TRY_ASSIGN(const std::vector<Term> running, running_terms(school, now_ms));
  for (const Term& term : running) {
    interpret::RunningExperiment experiment;
    experiment.id = term.experiment;
    experiment.seed = term.seed;
    experiment.second_permille = term.second_permille;
    experiment.ends_ms = term.until_ms;
    experiment.participation = term.participation;
    TRY_ASSIGN(experiment.listed, listed_in(school, term));
    TRY_ASSIGN(experiment.rules, rules_of(school, term.experiment));
    parameters.experiments.push_back(std::move(experiment));
  }
  return parameters;
}

Done remember_given(School& school, const interpret::Parameters& parameters, UnixMs now_ms) {
  if (parameters.experiments.empty()) return {};
  return school.database().run("INSERT OR IGNORE INTO given_parameters (name, given_ms, parameters) VALUES (?, ?, ?)",
                               interpret::hash_of(parameters), now_ms, interpret::encode(parameters));
}

}  // namespace hornbook::server
