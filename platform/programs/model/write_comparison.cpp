#include "platform/programs/model/write_comparison.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

namespace hornbook::platform {
namespace {

using Json = nlohmann::ordered_json;
using simulate::Estimate;

constexpr auto line_format = "{:<13} {:<12} {:>20} {:>24} {:>20} {:>23} {:>20} {:>5} {:>4} {:>6}\n";
constexpr auto legend =
    "\nWith 95 % intervals, for each skill on average:\n"
    "a true mastery: items of the first pass for each skill declared mastered that was\n"
    "to all: items until all skills are declared and were truly mastered; who was declared falsely is sent back\n"
    "fewer: than random-bkt95     false: of the skills declared in the first pass     never: learners at the limit\n"
    "days: of the first pass     later: right answers, four weeks after the last item\n";

std::string in_words(const Estimate& estimate) {
  return fmt::format("{:.1f} [{:.1f}, {:.1f}]", estimate.value, estimate.low, estimate.high);
}

std::string in_percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

std::string in_percent(const Estimate& estimate) {
  return fmt::format("{:.1f} % [{:.1f}, {:.1f}]", 100 * estimate.value, 100 * estimate.low, 100 * estimate.high);
}

Json to_json(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

}  // namespace

void write_text(const std::vector<ComparisonRow>& rows, std::ostream& out) {
  out << fmt::format(line_format, "family", "policy", "a true mastery", "fewer", "to all", "fewer", "false", "never",
                     "days", "later");
  for (const ComparisonRow& row : rows) {
    const simulate::Summary& summary = row.summary;
    out << fmt::format(line_format, name_of(row.family), name_of(row.policy), in_words(summary.items_a_mastery),
                       row.saving ? in_percent(row.saving->a_mastery) : "", in_words(summary.items_to_all),
                       row.saving ? in_percent(row.saving->to_all) : "", in_percent(summary.false_share),
                       in_percent(summary.never_share), fmt::format("{:.0f}", summary.days),
                       in_percent(summary.later_success));
  }
  out << legend;
}

void write_json(const std::vector<ComparisonRow>& rows, std::size_t learners, std::uint64_t seed, std::ostream& out) {
  Json list = Json::array();
  for (const ComparisonRow& row : rows) {
    const simulate::Summary& summary = row.summary;
    Json saving;
    if (row.saving) saving = {{"a_mastery", to_json(row.saving->a_mastery)}, {"to_all", to_json(row.saving->to_all)}};
    list.push_back({{"family", name_of(row.family)},
                    {"policy", name_of(row.policy)},
                    {"items_a_mastery", to_json(summary.items_a_mastery)},
                    {"items_to_all", to_json(summary.items_to_all)},
                    {"saving", std::move(saving)},
                    {"false_share", to_json(summary.false_share)},
                    {"never_share", summary.never_share},
                    {"first_pass_items", summary.first_pass_items},
                    {"declared_share", summary.declared_share},
                    {"days", summary.days},
                    {"later_success", summary.later_success}});
  }
  out << Json{{"learners", learners}, {"seed", seed}, {"rows", std::move(list)}}.dump(2) << '\n';
}

}  // namespace hornbook::platform
