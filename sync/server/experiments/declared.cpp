#include "sync/server/experiments/declared.hpp"

#include <algorithm>
#include <set>

namespace hornbook::server {
namespace {

constexpr const char* place = "experiment";
constexpr std::size_t seed_size = 8;

ExperimentId id_of_own(const School& school, std::string_view name) {
  const SchoolId id = school_id_of(school.signing_key().verify_key());
  return interpret::experiment_id("school:" + to_hex(id.view()), name);
}

DeclaredExperiment of_pack(const pack::Pack& pack, const pack::Experiment& experiment) {
  DeclaredExperiment declared;
  declared.id = interpret::experiment_id(pack.name(), experiment.id);
  declared.name = pack.name() + "/" + experiment.id;
  declared.question = experiment.question;
  declared.second_permille = experiment.second_permille;
  for (std::size_t arm = 0; arm < interpret::experiment_arms; ++arm)
    declared.arms[arm].name = experiment.arms[arm].name;
  return declared;
}

Done add_own(School& school, std::vector<DeclaredExperiment>& experiments) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT declaration FROM experiment WHERE declaration IS NOT NULL ORDER BY name"));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return {};
    TRY_ASSIGN(DeclaredExperiment declared, read_declaration(row.blob(0)));
    declared.id = id_of_own(school, declared.name);
    experiments.push_back(std::move(declared));
  }
}

Result<bool> has_run(School& school, const ExperimentId& id) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT 1 FROM experiment_term JOIN experiment ON "
                                                    "experiment.number = experiment_term.experiment WHERE id = ?",
                                                    id));
  return row.step();
}

}  // namespace

Result<DeclaredExperiment> declare(School& school, ByteView json) {
  TRY_ASSIGN(DeclaredExperiment declared, read_declaration(json));
  declared.id = id_of_own(school, declared.name);
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const bool ran, has_run(school, declared.id));
  if (ran) return fail(ErrorCode::BadInput, place, "one of this id has run already; give the new one another id");
  TRY_DONE(school.database().run("DELETE FROM experiment WHERE id = ?", declared.id));
  TRY_DONE(school.database().run("INSERT INTO experiment (id, name, seed, declaration) VALUES (?, ?, ?, ?)",
                                 declared.id, declared.name, random_bytes(seed_size), json));
  TRY_DONE(transaction.commit());
  return declared;
}

Result<std::vector<DeclaredExperiment>> declared_experiments(School& school, const Library& library) {
  std::vector<DeclaredExperiment> experiments;
  std::set<ExperimentId> met;
  for (const auto& [hash, pack] : library.packs())
    for (const pack::Experiment& experiment : pack.experiments()) {
      DeclaredExperiment declared = of_pack(pack, experiment);
      if (met.insert(declared.id).second) experiments.push_back(std::move(declared));
    }
  std::ranges::sort(experiments, {}, &DeclaredExperiment::name);
  TRY_DONE(add_own(school, experiments));
  return experiments;
}

Result<DeclaredExperiment> find_declared(School& school, const Library& library, std::string_view name) {
  TRY_ASSIGN(std::vector<DeclaredExperiment> all, declared_experiments(school, library));
  const auto is_called = [name](const DeclaredExperiment& each) { return each.name == name; };
  const auto ends_so = [ending = "/" + std::string(name)](const DeclaredExperiment& each) {
    return each.name.ends_with(ending);
  };
  if (const auto found = std::ranges::find_if(all, is_called); found != all.end()) return std::move(*found);
  const auto several = std::ranges::count_if(all, ends_so);
  if (several > 1) return fail(ErrorCode::BadInput, place, "several packs have one of this id; say PACK/ID");
  if (several == 0)
    return fail(ErrorCode::NotFound, place, "neither the school nor a pack declares it; see 'experiment list'");
  return std::move(*std::ranges::find_if(all, ends_so));
}

Result<std::int64_t> number_of(School& school, const DeclaredExperiment& declared) {
  TRY_DONE(school.database().run("INSERT OR IGNORE INTO experiment (id, name, seed) VALUES (?, ?, ?)", declared.id,
                                 declared.name, random_bytes(seed_size)));
  TRY_ASSIGN(Statement row, school.database().query("SELECT number FROM experiment WHERE id = ?", declared.id));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::StorageFailure, place, "it cannot be found again");
  return row.integer(0);
}

}  // namespace hornbook::server
