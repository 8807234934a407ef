#include "runtime/pack/index_experiments.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::pack {
namespace {

tl::unexpected<Error> malformed(std::string what) { return fail(ErrorCode::BadInput, "pack index", std::move(what)); }

// The arm that an item is in, by the item's index.
struct Place {
  std::size_t experiment = 0;
  std::size_t arm = 0;
  bool operator==(const Place&) const = default;
};
using Places = std::map<std::uint32_t, Place>;

class FaultFinder {
 public:
  explicit FaultFinder(const Index& index) : index_(index) {
    for (std::uint32_t item = 0; item < index.items.size(); ++item)
      items_of_skill_[index.items[item].skills.front()].push_back(item);
  }

  std::optional<ExperimentFault> find() {
    for (at_ = 0; at_ < index_.experiments.size(); ++at_) {
      if (auto sentence = fault_of_places()) return ExperimentFault{at_, std::move(*sentence)};
    }
    for (at_ = 0; at_ < index_.experiments.size(); ++at_) {
      if (auto sentence = fault_of_skills()) return ExperimentFault{at_, std::move(*sentence)};
    }
    return fault_of_passages();
  }

 private:
  using Sentence = std::optional<std::string>;

  Sentence fault_of_places() {
    for (std::size_t arm = 0; arm < experiment_arms; ++arm)
      for (const std::uint32_t item : index_.experiments[at_].arms[arm].items)
        if (!places_.emplace(item, Place{at_, arm}).second)
          return "the item \"" + index_.items[item].id + "\" is in two arms; take it out of one";
    return std::nullopt;
  }

  [[nodiscard]] std::set<std::uint16_t> skills_of(std::size_t arm) const {
    std::set<std::uint16_t> skills;
    for (const std::uint32_t item : index_.experiments[at_].arms[arm].items)
      skills.insert(index_.items[item].skills.front());
    return skills;
  }

  Sentence fault_of_skills() {
    const std::set<std::uint16_t> skills = skills_of(0);
    const std::set<std::uint16_t> others = skills_of(1);
    std::vector<std::uint16_t> lonely;
    std::set_symmetric_difference(skills.begin(), skills.end(), others.begin(), others.end(),
                                  std::back_inserter(lonely));
    if (!lonely.empty())
      return "only one arm has items of the skill \"" + index_.skills[lonely.front()].id +
             "\"; both must be about the same skills";
    for (const std::uint16_t skill : skills) {
      if (auto sentence = fault_of_skill(skill)) return sentence;
    }
    return std::nullopt;
  }

  Sentence fault_of_skill(std::uint16_t skill) const {
    const auto is_question = [](const IndexItem& item) { return engage::is_evidence(item.kind); };
    const auto is_telling = [](const IndexItem& item) { return !item.misconceptions.empty(); };
    for (std::size_t arm = 0; arm < experiment_arms; ++arm) {
      const std::string where = "the " + std::string(arm == 0 ? "first" : "second") + " arm leaves the skill \"" +
                                index_.skills[skill].id + "\" without a question that ";
      if (loses_all(skill, arm, is_question)) return where + "can be right or wrong; add one";
      if (loses_all(skill, arm, is_telling)) return where + "shows a misconception, as others of it do; add one";
    }
    return std::nullopt;
  }

  // Whether items of the skill are such, and none that everybody has, or that the arm adds.
  template <class IsSuch>
  [[nodiscard]] bool loses_all(std::uint16_t skill, std::size_t arm, IsSuch is_such) const {
    bool is_any = false;
    for (const std::uint32_t item : items_of_skill_.at(skill)) {
      if (!is_such(index_.items[item])) continue;
      const auto place = places_.find(item);
      if (place == places_.end() || place->second == Place{at_, arm}) return false;
      is_any = true;
    }
    return is_any;
  }

  // Questions about one text follow one another: they are all there or none is.
  [[nodiscard]] std::optional<ExperimentFault> fault_of_passages() const {
    std::map<std::uint32_t, std::optional<Place>> of_passage;
    for (std::uint32_t item = 0; item < index_.items.size(); ++item) {
      const std::uint32_t passage = index_.items[item].passage;
      if (passage == 0) continue;
      const auto found = places_.find(item);
      const std::optional<Place> place = found == places_.end() ? std::nullopt : std::optional(found->second);
      const auto [first, is_new] = of_passage.emplace(passage, place);
      if (is_new || first->second == place) continue;
      return ExperimentFault{(place ? place : first->second)->experiment,
                             "some questions about the text of \"" + index_.items[item].id +
                                 "\" are in an arm and others are not; put all of them there"};
    }
    return std::nullopt;
  }

  const Index& index_;
  std::map<std::uint16_t, std::vector<std::uint32_t>> items_of_skill_;  // by the main one
  std::size_t at_ = 0;
  Places places_;
};

void put_localised(ByteWriter& writer, const LocalisedText& text, const Index& index) {
  for (const std::string& language : index.languages) {
    const auto found = text.find(language);
    writer.text(found == text.end() ? std::string_view() : found->second);
  }
}

class ExperimentReader {
 public:
  ExperimentReader(ByteReader& reader, const Index& index) : in_(reader), index_(index) {}

  Result<Experiment> read() {
    Experiment experiment;
    TRY_ASSIGN(experiment.id, in_.text(limits::identifier_bytes_max));
    if (!is_identifier(experiment.id)) return malformed("an experiment's identifier cannot be");
    TRY_ASSIGN(experiment.question, localised());
    TRY_ASSIGN(const std::uint64_t share, in_.varint_up_to(1000));
    experiment.second_permille = static_cast<std::uint16_t>(share);
    for (ExperimentArm& arm : experiment.arms) {
      TRY_ASSIGN(arm.name, localised());
      TRY_ASSIGN(arm.items, items());
    }
    return experiment;
  }

 private:
  Result<LocalisedText> localised() {
    LocalisedText result;
    for (const std::string& language : index_.languages) {
      TRY_ASSIGN(std::string value, in_.text(limits::pack_text_bytes_max));
      if (value.empty()) return malformed("a translation is missing");
      result.emplace(language, std::move(value));
    }
    return result;
  }

  Result<std::vector<std::uint32_t>> items() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_items_max));
    std::vector<std::uint32_t> items;
    for (std::uint64_t i = 0; i < count; ++i) {
      TRY_ASSIGN(const std::uint64_t item, in_.varint());
      if (item >= index_.items.size()) return malformed("an arm has an item that is not there");
      if (!items.empty() && item <= items.back()) return malformed("the items of an arm are not in order");
      items.push_back(static_cast<std::uint32_t>(item));
    }
    if (items.empty()) return malformed("an arm has no item");
    return items;
  }

  ByteReader& in_;
  const Index& index_;
};

}  // namespace

std::optional<ExperimentFault> find_fault(const Index& index) { return FaultFinder(index).find(); }

void put_experiments(ByteWriter& writer, const Index& index) {
  writer.varint(index.experiments.size());
  for (const Experiment& experiment : index.experiments) {
    writer.text(experiment.id);
    put_localised(writer, experiment.question, index);
    writer.varint(experiment.second_permille);
    for (const ExperimentArm& arm : experiment.arms) {
      put_localised(writer, arm.name, index);
      writer.varint(arm.items.size());
      for (const std::uint32_t item : arm.items) writer.varint(item);
    }
  }
}

Result<std::vector<Experiment>> read_experiments(ByteReader& reader, const Index& index) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::pack_experiments_max));
  std::vector<Experiment> experiments;
  std::set<std::string> ids;
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(Experiment experiment, ExperimentReader(reader, index).read());
    if (!ids.insert(experiment.id).second) return malformed("two experiments have the same id");
    experiments.push_back(std::move(experiment));
  }
  return experiments;
}

}  // namespace hornbook::pack
