#include "content_packs/import/report.hpp"

#include <algorithm>

namespace hornbook::content {
namespace {

using pack::Json;

Json to_json(const Remarks& remarks) {
  Json result = Json::array();
  for (const Remark& remark : remarks)
    result.push_back({{"weight", name_of(remark.weight)},
                      {"code", remark.code},
                      {"where", remark.where},
                      {"reason", remark.sentence}});
  return result;
}

Json to_json(const Tally& tally) {
  return {{"taken", tally.taken}, {"approximated", tally.approximated}, {"refused", tally.refused}};
}

Json to_json(const StepReport& step) {
  return {{"id", step.id},       {"status", name_of(step.outcome)}, {"kind", step.kind},
          {"hints", step.hints}, {"scaffolds", step.scaffolds},     {"reasons", to_json(step.remarks)}};
}

Json to_json(const ItemReport& item) {
  Json steps = Json::array();
  for (const StepReport& step : item.steps) steps.push_back(to_json(step));
  return {{"id", item.id},
          {"items", item.items},
          {"status", name_of(item.outcome)},
          {"reasons", to_json(item.remarks)},
          {"steps", steps}};
}

Json to_json(const ImportCounts& counts) {
  return {{"problems", to_json(counts.problems)},
          {"steps", to_json(counts.steps)},
          {"items", counts.items},
          {"hints", counts.hints},
          {"scaffolds", counts.scaffolds},
          {"kinds", counts.kinds},
          {"reasons", counts.remarks}};
}

}  // namespace

Outcome outcome_of(const Remarks& remarks) {
  Outcome heaviest = Outcome::Taken;
  for (const Remark& remark : remarks) heaviest = std::max(heaviest, remark.weight);
  return heaviest;
}

Remarks softened(Remarks remarks) {
  for (Remark& remark : remarks) remark.weight = std::min(remark.weight, Outcome::Approximated);
  return remarks;
}

void Tally::add(Outcome outcome) {
  if (outcome == Outcome::Taken) ++taken;
  if (outcome == Outcome::Approximated) ++approximated;
  if (outcome == Outcome::Refused) ++refused;
}

ImportCounts count(const ImportReport& report) {
  ImportCounts counts;
  const auto count_codes = [&](const Remarks& remarks) {
    for (const Remark& remark : remarks) ++counts.remarks[remark.code];
  };
  count_codes(report.remarks);
  for (const ItemReport& item : report.items) {
    counts.problems.add(item.outcome);
    counts.items += item.items.size();
    count_codes(item.remarks);
    for (const StepReport& step : item.steps) {
      counts.steps.add(step.outcome);
      counts.hints += step.hints;
      counts.scaffolds += step.scaffolds;
      if (!step.kind.empty()) ++counts.kinds[step.kind];
      count_codes(step.remarks);
    }
  }
  return counts;
}

std::string name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Taken:
      return "taken";
    case Outcome::Approximated:
      return "approximated";
    case Outcome::Refused:
      return "refused";
  }
  return "";
}

Json to_json(const ImportReport& report) {
  Json counts = to_json(count(report));
  counts["skills"] = report.skills;
  counts["media"] = report.media;
  Json items = Json::array();
  for (const ItemReport& item : report.items) items.push_back(to_json(item));
  return {{"format", report.format}, {"counts", counts}, {"reasons", to_json(report.remarks)}, {"items", items}};
}

}  // namespace hornbook::content
