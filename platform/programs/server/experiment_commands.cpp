#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <nlohmann/json.hpp>

#include "platform/programs/server/commands.hpp"
#include "platform/system/clock.hpp"
#include "runtime/core/limits.hpp"
#include "sync/server/experiments/difference.hpp"
#include "sync/server/experiments/outcomes.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60'000;
constexpr std::string_view language = "en";  // of what the commands print
constexpr std::string_view too_few = "fewer than {} learners in an arm: nothing is told of them yet\n";

UnixMs now_ms() { return SystemClock().now().unix_ms; }

struct Opened {
  server::School school;
  server::Library library;
};
Result<Opened> open(const SchoolPlace& place) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  Opened opened{std::move(school), {}};
  TRY_DONE(opened.library.refresh(opened.school));
  return opened;
}

std::string day_text(UnixMs at_ms) {
  return fmt::format("{:%Y-%m-%d}", std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(at_ms)));
}

// The end of that day, by UTC.
Result<UnixMs> end_of_day(const std::string& day) {
  const auto begins = parse_utc(day + "T00:00");
  if (!begins) return fail(ErrorCode::WrongUsage, "experiment", "--until is a day, such as 2027-03-31");
  return *begins + day_ms;
}

Result<std::vector<std::int64_t>> learners_in(server::School& school, const std::filesystem::path& file) {
  TRY_ASSIGN(const Bytes text, server::read_file(file, limits::csv_bytes_max));
  return server::read_learner_list(school, text);
}

std::string_view text_of(const pack::LocalisedText& text) { return server::in_language(text, language); }

std::string standing_text(const std::optional<server::Term>& term, UnixMs now) {
  if (!term) return "never ran";
  if (server::is_running(*term, now)) return "runs until " + day_text(term->until_ms - 1);
  return term->stopped_ms ? "stopped on " + day_text(*term->stopped_ms) : "ended on " + day_text(term->until_ms - 1);
}

nlohmann::json json_of(const server::DeclaredExperiment& declared, const std::optional<server::Term>& term,
                       UnixMs now) {
  nlohmann::json result{{"experiment", declared.name},
                        {"id", to_hex(declared.id.view())},
                        {"question", text_of(declared.question)},
                        {"arms", {text_of(declared.arms[0].name), text_of(declared.arms[1].name)}},
                        {"runs", term && server::is_running(*term, now)}};
  if (!term) return result;
  result["started"] = day_text(term->started_ms);
  result["started_by"] = term->started_by;
  result["basis"] = term->basis;
  result["last_day"] = day_text(term->until_ms - 1);
  result["second_permille"] = term->second_permille;
  result["only_with_consent"] = term->participation == interpret::Participation::ListedOnly;
  return result;
}

// One figure of both arms, and how they differ.
struct Figure {
  std::string_view key;
  std::string_view words;
  std::vector<double> server::ArmOutcomes::*values;
  double scale;
};
constexpr std::array figures{
    Figure{"items", "questions a learner", &server::ArmOutcomes::items, 1},
    Figure{"right_at_first_try", "right at the first try, %*", &server::ArmOutcomes::right, 100},
    Figure{"skills_mastered", "skills mastered since", &server::ArmOutcomes::mastered, 1},
};

nlohmann::json json_of(const server::Outcomes& outcomes) {
  nlohmann::json result{{"by", "assignment"}};
  if (!outcomes.can_be_told()) {
    result["fewer_than"] = server::learners_of_arm_min;
    return result;
  }
  for (const server::ArmOutcomes& arm : outcomes.arms) {
    result["learners"].push_back(arm.learners);
    result["exposed"].push_back(arm.exposed);
  }
  for (const Figure& figure : figures) {
    const auto& first = outcomes.arms[0].*figure.values;
    const auto& second = outcomes.arms[1].*figure.values;
    nlohmann::json entry{{"means", {server::mean_of(first), server::mean_of(second)}}};
    if (const auto difference = server::difference_of(first, second))
      entry["difference"] = {{"estimate", difference->estimate}, {"low", difference->low}, {"high", difference->high}};
    result[figure.key] = std::move(entry);
  }
  return result;
}

void print_withdrawn(std::size_t withdrawn) {
  if (withdrawn == 0) return;
  const bool can_be_told = withdrawn >= server::learners_of_arm_min;
  fmt::print("left out, because they withdrew: {}\n",
             can_be_told ? fmt::format("{}", withdrawn) : fmt::format("fewer than {}", server::learners_of_arm_min));
}

void print(const server::DeclaredExperiment& declared, const server::Outcomes& outcomes) {
  fmt::print("by the arm that they were assigned to, whether or not it made a difference to them:\n");
  print_withdrawn(outcomes.withdrawn);
  if (!outcomes.can_be_told()) return fmt::print(fmt::runtime(too_few), server::learners_of_arm_min);
  const auto& [first, second] = outcomes.arms;
  fmt::print("{:<28}{:>20}{:>20}   {}\n", "", text_of(declared.arms[0].name), text_of(declared.arms[1].name),
             "difference [95 % confidence]");
  fmt::print("{:<28}{:>20}{:>20}\n", "learners", first.learners, second.learners);
  fmt::print("{:<28}{:>20}{:>20}\n", "to whom it made a difference", first.exposed, second.exposed);
  for (const Figure& figure : figures) {
    const auto& a = first.*figure.values;
    const auto& b = second.*figure.values;
    const auto difference = server::difference_of(a, b);
    fmt::print("{:<28}{:>20.1f}{:>20.1f}   {}\n", figure.words, server::mean_of(a) * figure.scale,
               server::mean_of(b) * figure.scale,
               difference ? fmt::format("{:+.1f} [{:+.1f}, {:+.1f}]", difference->estimate * figure.scale,
                                        difference->low * figure.scale, difference->high * figure.scale)
                          : "too few answered");
  }
  fmt::print("* of questions that both arms have, without a hint\n");
}

void print(const server::DeclaredExperiment& declared, const server::Term& term) {
  fmt::print("started on {} by {}, on the basis of: {}\n", day_text(term.started_ms), term.started_by, term.basis);
  if (term.stopped_ms) fmt::print("stopped on {} by {}\n", day_text(*term.stopped_ms), term.stopped_by);
  fmt::print("takes part: {}; share of \"{}\": {:.1f} %\n",
             term.participation == interpret::Participation::ListedOnly ? "who has a consent of their own"
                                                                        : "everybody who did not withdraw",
             text_of(declared.arms[1].name), term.second_permille / 10.0);
}

}  // namespace

Done run_experiment_declare(const SchoolPlace& place, const std::filesystem::path& file) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const Bytes json, server::read_file(file, limits::experiment_file_bytes_max));
  TRY_ASSIGN(const server::DeclaredExperiment declared, server::declare(school, json));
  fmt::print("declared {}; it runs when it is started\n", declared.name);
  return {};
}

Done run_experiment_start(const SchoolPlace& place, const ExperimentStartOptions& options) {
  if (options.everyone == !options.consented.empty())
    return fail(ErrorCode::WrongUsage, "experiment",
                "say who takes part: --everyone, or --consented with the list of those who have a consent");
  TRY_ASSIGN(Opened opened, open(place));
  TRY_ASSIGN(const server::DeclaredExperiment declared,
             server::find_declared(opened.school, opened.library, options.experiment));
  server::StartOrder order;
  order.by = options.by;
  order.basis = options.basis;
  order.second_permille = options.second_permille;
  TRY_ASSIGN(order.until_ms, end_of_day(options.until));
  if (!options.everyone) {
    order.participation = interpret::Participation::ListedOnly;
    TRY_ASSIGN(order.consented, learners_in(opened.school, options.consented));
  }
  TRY_DONE(server::start(opened.school, declared, order, now_ms()));
  fmt::print("{} runs on each device from its next contact to the end of {}\n", declared.name, options.until);
  return {};
}

Done run_experiment_stop(const SchoolPlace& place, const std::string& experiment, const std::string& by) {
  TRY_ASSIGN(Opened opened, open(place));
  TRY_ASSIGN(const server::DeclaredExperiment declared,
             server::find_declared(opened.school, opened.library, experiment));
  TRY_DONE(server::stop(opened.school, declared, by, now_ms()));
  fmt::print("{} ends on each device with its next contact\n", declared.name);
  return {};
}

Done run_experiment_consent(const SchoolPlace& place, const ExperimentConsentOptions& options) {
  TRY_ASSIGN(Opened opened, open(place));
  TRY_ASSIGN(const server::DeclaredExperiment declared,
             server::find_declared(opened.school, opened.library, options.experiment));
  TRY_ASSIGN(const std::vector<std::int64_t> learners, learners_in(opened.school, options.learners));
  const auto consent = options.withdrawn ? server::Consent::Withdrawn : server::Consent::Given;
  TRY_DONE(server::record_consent(opened.school, declared, learners, consent, options.by, now_ms()));
  fmt::print("{}: {}; devices know with their next contact\n",
             options.withdrawn ? "withdrawn from it" : "consents recorded", learners.size());
  return {};
}

Done run_experiment_list(const SchoolPlace& place, bool json) {
  TRY_ASSIGN(Opened opened, open(place));
  TRY_ASSIGN(const auto experiments, server::declared_experiments(opened.school, opened.library));
  const UnixMs now = now_ms();
  nlohmann::json list = nlohmann::json::array();
  for (const server::DeclaredExperiment& declared : experiments) {
    TRY_ASSIGN(const auto term, server::latest_term(opened.school, declared.id));
    list.push_back(json_of(declared, term, now));
    if (!json) fmt::print("{}: {} ({})\n", declared.name, text_of(declared.question), standing_text(term, now));
  }
  if (json) fmt::print("{}\n", list.dump());
  if (!json && experiments.empty()) fmt::print("neither the school nor a pack of it declares an experiment\n");
  return {};
}

Done run_experiment_show(const SchoolPlace& place, const std::string& experiment, bool json) {
  TRY_ASSIGN(Opened opened, open(place));
  TRY_ASSIGN(const server::DeclaredExperiment declared,
             server::find_declared(opened.school, opened.library, experiment));
  TRY_ASSIGN(const auto term, server::latest_term(opened.school, declared.id));
  const UnixMs now = now_ms();
  server::Outcomes outcomes;
  if (term) {
    TRY_ASSIGN(outcomes, server::outcomes_of(opened.school, opened.library, *term));
  }
  if (json) {
    nlohmann::json result = json_of(declared, term, now);
    if (term) result["outcomes"] = json_of(outcomes);
    fmt::print("{}\n", result.dump());
    return {};
  }
  fmt::print("{}: {}\n{}\n", declared.name, text_of(declared.question), standing_text(term, now));
  if (!term) return {};
  print(declared, *term);
  print(declared, outcomes);
  return {};
}

}  // namespace hornbook::platform
