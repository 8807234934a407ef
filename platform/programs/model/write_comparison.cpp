#include "platform/programs/model/write_comparison.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

namespace hornbook::platform {
namespace {

using Json = nlohmann::ordered_json;
using simulate::Estimate;

constexpr auto line_format = "{:<14} {:<13} {:>18} {:>24} {:>22} {:>6} {:>6} {:>9} {:>5} {:>6}\n";
constexpr auto legend =
    "\nitems to mastery: a skill, until all are declared and truly known; who was declared falsely is sent back\n"
    "false mastery: of the skills declared in the first pass     never: learners who reached the limit before\n"
    "first: items a skill in the first pass     declared: of the skills, in it     days: of the first pass\n"
    "later: right answers, four weeks after the last item     [ ]: 95 % intervals\n";

std::string in_words(const Estimate& estimate) {
  return fmt::format("{:.1f} [{:.1f}, {:.1f}]", estimate.value, estimate.low, estimate.high);
}

std::string in_percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

std::string in_percent(const Estimate& estimate) {
  return fmt::format("{:.1f} % [{:.1f}, {:.1f}]", 100 * estimate.value, 100 * estimate.low, 100 * estimate.high);
}

std::string in_percent(const std::optional<Estimate>& estimate) { return estimate ? in_percent(*estimate) : ""; }

Json to_json(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

}  // namespace

void write_text(const std::vector<ComparisonRow>& rows, std::ostream& out) {
  out << fmt::format(line_format, "family", "policy", "items to mastery", "fewer than bkt95", "false mastery", "never",
                     "first", "declared", "days", "later");
  for (const ComparisonRow& row : rows) {
    const simulate::Summary& summary = row.summary;
    out << fmt::format(line_format, name_of(row.family), name_of(row.policy), in_words(summary.items),
                       in_percent(row.saving), in_percent(summary.false_share), in_percent(summary.never_share),
                       fmt::format("{:.1f}", summary.first_pass_items), in_percent(summary.declared_share),
                       fmt::format("{:.0f}", summary.days), in_percent(summary.later_success));
  }
  out << legend;
}

void write_json(const std::vector<ComparisonRow>& rows, std::size_t learners, std::uint64_t seed, std::ostream& out) {
  Json list = Json::array();
  for (const ComparisonRow& row : rows) {
    const simulate::Summary& summary = row.summary;
    list.push_back({{"family", name_of(row.family)},
                    {"policy", name_of(row.policy)},
                    {"items", to_json(summary.items)},
                    {"saving", row.saving ? to_json(*row.saving) : Json()},
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
