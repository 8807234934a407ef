#include "content_packs/import/qti/task_builder.hpp"

#include <algorithm>
#include <cmath>

#include "content_packs/import/qti/numbers.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

class Builder : public TaskBuilder {
 public:
  using TaskBuilder::TaskBuilder;

  std::optional<BuiltTask> build() {
    if (interaction_.stands != Stands::Listed) return build_placed_task(interaction_, learnt_, around_);
    switch (interaction_.asks) {
      case Asks::Choice:
      case Asks::Choices:
        return choices();
      case Asks::Order:
        return order();
      case Asks::Match:
        if (interaction_.is_sequence) return build_lines(interaction_, learnt_, around_);
        return interaction_.targets.size() == 1 ? choices() : match();
      case Asks::Sort:
        return interaction_.targets.size() == 1 ? of_one_bin() : sort();
      case Asks::Pairs:
        return pairs();
      case Asks::Slider:
        return slider();
      case Asks::Text:
      case Asks::Essay:
        break;
    }
    return build_typed_task(interaction_, learnt_, around_);
  }

 private:
  std::optional<BuiltTask> choices() {
    if (interaction_.options.size() > limits::item_choices_max)
      return refuse("options-too-many", "it has more than " + std::to_string(limits::item_choices_max) + " options");
    if (interaction_.options.size() < 2) return refuse("options-too-few", "it has fewer than two options");
    ImportedChoices task;
    const bool has_fixed = std::any_of(interaction_.options.begin(), interaction_.options.end(),
                                       [](const Option& option) { return option.is_fixed; });
    task.shuffled = interaction_.is_shuffled && !has_fixed;
    task.several = interaction_.asks == Asks::Choices;
    for (const Option& option : interaction_.options) {
      const ImportedThing shown = thing(option);
      task.choices.push_back({shown.text, shown.figure, false, {}});
    }
    for (const std::uint32_t pick : right()) task.choices[pick].correct = true;
    return BuiltTask{std::move(task), answers([](std::uint32_t pick) { return pick; }), {}};
  }

  std::optional<BuiltTask> order() {
    if (interaction_.options.size() > limits::item_choices_max)
      return refuse("options-too-many", "it has more options than an order may have");
    ImportedOrder task;
    std::vector<std::uint32_t> place_of(interaction_.options.size());
    for (const std::uint32_t pick : right()) {
      place_of[pick] = static_cast<std::uint32_t>(task.tiles.size());
      task.tiles.push_back(thing(interaction_.options[pick]));
    }
    return BuiltTask{std::move(task), answers([&](std::uint32_t pick) { return place_of[pick]; }), {}};
  }

  // What lies in the only place there is are the choices that are taken.
  std::optional<BuiltTask> of_one_bin() {
    if (interaction_.options.size() > limits::item_choices_max)
      return refuse("options-too-many", "it has more than " + std::to_string(limits::item_choices_max) + " options");
    ImportedChoices task;
    task.several = true;
    for (std::size_t option = 0; option < interaction_.options.size(); ++option) {
      const ImportedThing shown = thing(interaction_.options[option]);
      task.choices.push_back({shown.text, shown.figure, right()[option] != nothing, {}});
    }
    BuiltTask built{std::move(task), {}, {}};
    for (const Response& response : learnt_.responses.list) {
      built.answers.emplace_back();
      for (std::uint32_t option = 0; option < response.picks.size(); ++option)
        if (response.picks[option] != nothing) built.answers.back().numbers.push_back(option);
    }
    return built;
  }

  std::optional<BuiltTask> sort() {
    const bool fits = interaction_.targets.size() <= limits::sort_bins_max && interaction_.options.size() >= 2 &&
                      interaction_.options.size() <= limits::sort_tiles_max;
    if (!fits) return build_lines(interaction_, learnt_, around_);
    ImportedSort task;
    task.bins = things(interaction_.targets);
    for (std::size_t option = 0; option < interaction_.options.size(); ++option) {
      const std::uint32_t home = right()[option];
      task.tiles.push_back({thing(interaction_.options[option]), home == nothing ? 0u : home + 1u, {}});
    }
    return BuiltTask{std::move(task), answers([](std::uint32_t pick) { return pick == nothing ? 0u : pick + 1u; }), {}};
  }

  std::optional<BuiltTask> match() {
    if (interaction_.options.size() > limits::match_tiles_max) return build_lines(interaction_, learnt_, around_);
    ImportedMatch task;
    std::vector<std::uint32_t> tile_of(interaction_.options.size(), nothing);
    for (std::size_t target = 0; target < interaction_.targets.size(); ++target) {
      const std::uint32_t pick = right()[target];
      tile_of[pick] = static_cast<std::uint32_t>(target);
      task.pairs.push_back({thing(interaction_.targets[target]), thing(interaction_.options[pick]), {}});
    }
    for (std::size_t option = 0; option < tile_of.size(); ++option) {
      if (tile_of[option] != nothing) continue;
      tile_of[option] = static_cast<std::uint32_t>(task.pairs.size() + task.extra.size());
      task.extra.push_back(thing(interaction_.options[option]));
    }
    return BuiltTask{std::move(task), answers([&](std::uint32_t pick) { return tile_of[pick]; }), {}};
  }

  // The first of each pair stays, the second is carried to it.
  std::optional<BuiltTask> pairs() {
    ImportedMatch task;
    std::vector<std::uint32_t> tile_of(interaction_.options.size(), nothing);
    std::vector<std::uint32_t> firsts;
    for (std::uint32_t option = 0; option < right().size(); ++option) {
      const std::uint32_t partner = right()[option];
      if (partner == nothing || partner < option) continue;
      tile_of[partner] = static_cast<std::uint32_t>(task.pairs.size());
      firsts.push_back(option);
      task.pairs.push_back({thing(interaction_.options[option]), thing(interaction_.options[partner]), {}});
    }
    if (task.pairs.size() < 2 || task.pairs.size() > limits::match_tiles_max)
      return refuse("pairs-not-clear", "its right answer is not two to six pairs of different options");
    for (std::uint32_t option = 0; option < right().size(); ++option)
      if (right()[option] == nothing && task.pairs.size() + task.extra.size() < limits::match_tiles_max)
        task.extra.push_back(thing(interaction_.options[option]));
    around_.remarks.push_back({Outcome::Approximated, "pairs-as-match", around_.where,
                               "one of each pair stays where it is, so that fewer answers can be given"});
    BuiltTask built{std::move(task), {}, {}};
    for (const Response& response : learnt_.responses.list) {
      engage::Answer answer;
      for (const std::uint32_t first : firsts) answer.numbers.push_back(tile_of[response.picks[first]]);
      built.answers.push_back(std::move(answer));
    }
    return built;
  }

  std::optional<BuiltTask> slider() {
    const auto intervals =
        static_cast<std::uint32_t>(std::floor((interaction_.to - interaction_.from) / interaction_.step + 1e-9));
    if (intervals > limits::number_line_intervals_max) return build_typed_task(interaction_, learnt_, around_);
    ImportedNumberLine task;
    task.from = fraction(interaction_.from);
    task.to = fraction(interaction_.from + intervals * interaction_.step);
    task.intervals = intervals;
    task.label_every = intervals <= 10       ? 1
                       : intervals % 10 == 0 ? intervals / 10
                       : intervals % 5 == 0  ? intervals / 5
                                             : 0;
    task.answer = fraction(interaction_.from + right()[0] * interaction_.step);
    return BuiltTask{std::move(task), answers([](std::uint32_t pick) { return pick; }), {}};
  }
};

}  // namespace

std::optional<BuiltTask> build_task(const Interaction& interaction, const Learnt& learnt,
                                    const TaskSurroundings& around) {
  return Builder(interaction, learnt, around).build();
}

}  // namespace hornbook::content::qti
