#include <algorithm>
#include <set>

#include "content_packs/import/qti/task_builder.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

std::string look_of(const ImportedThing& thing) { return thing.text + '\n' + (thing.figure ? thing.figure->path : ""); }

// Tiles for places in a text. Which tile is which number is as the kind cloze counts them: those of the places first.
class Bank {
 public:
  Bank(std::vector<ImportedThing> things, const std::vector<Option>& options, std::size_t places, bool reuse)
      : things_(std::move(things)), options_(options), places_(places), reuse_(reuse), numbers_(things_.size()) {}

  // The tiles of `right` in their places, the others in the bank. False when there are too many.
  bool fill(const std::vector<std::uint32_t>& right, ImportedCloze& task) {
    task.reuse = reuse_;
    for (const std::uint32_t option : right) {
      task.blanks.emplace_back(ImportedTileBlank{things_[option], {}});
      give_number(option);
    }
    for (std::size_t option = 0; option < things_.size(); ++option)
      while (numbers_[option].size() < copies_of(option)) {
        const bool is_new = give_number(option);
        if (is_new) task.extra.push_back(things_[option]);
        if (task.blanks.size() + task.extra.size() > limits::bank_tiles_max) return false;
      }
    return true;
  }

  // For each place the option that lies there.
  [[nodiscard]] engage::Answer answer(const std::vector<std::uint32_t>& picks) const {
    engage::Answer answer;
    std::vector<std::size_t> used(numbers_.size());
    for (const std::uint32_t option : picks) {
      const auto& numbers = numbers_[option];
      answer.numbers.push_back(numbers[reuse_ ? 0 : std::min(used[option]++, numbers.size() - 1)]);
    }
    return answer;
  }

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> alike() const {
    std::vector<std::vector<std::uint32_t>> alike;
    for (const auto& numbers : numbers_)
      if (numbers.size() > 1 && !reuse_) alike.push_back(numbers);
    return alike;
  }

 private:
  [[nodiscard]] std::size_t copies_of(std::size_t option) const {
    const std::size_t uses = options_[option].uses;
    return reuse_ ? 1 : uses == 0 ? places_ : std::min(uses, places_);
  }

  // False when the bank has one that looks so and is used again.
  bool give_number(std::size_t option) {
    const std::string look = look_of(things_[option]);
    if (reuse_)
      for (std::size_t other = 0; other < things_.size(); ++other)
        if (!numbers_[other].empty() && look_of(things_[other]) == look) {
          if (numbers_[option].empty()) numbers_[option] = numbers_[other];
          return false;
        }
    numbers_[option].push_back(next_++);
    return true;
  }

  std::vector<ImportedThing> things_;
  const std::vector<Option>& options_;
  std::size_t places_;
  bool reuse_;
  std::vector<std::vector<std::uint32_t>> numbers_;  // of each option's tiles
  std::uint32_t next_ = 0;
};

class Builder : public TaskBuilder {
 public:
  using TaskBuilder::TaskBuilder;

  std::optional<BuiltTask> build() {
    const bool is_match = interaction_.asks == Asks::Match;
    if (interaction_.stands == Stands::OnPicture) return is_match ? label() : hot_spot();
    return is_match ? gaps() : hot_text();
  }

  // A line for each place, what belongs there behind it.
  std::optional<BuiltTask> lines() {
    const bool is_sort = interaction_.asks == Asks::Sort;
    const std::vector<Option>& places = is_sort ? interaction_.options : interaction_.targets;
    const std::vector<Option>& tiles = is_sort ? interaction_.targets : interaction_.options;
    std::string text;
    for (std::size_t place = 0; place < places.size(); ++place) {
      if (interaction_.is_sequence) {
        text += std::to_string(place + 1) + ". " + mark(place + 1) + "\n";
        continue;
      }
      const ImportedThing shown = thing(places[place]);
      if (shown.figure || shown.text.empty())
        return refuse("options-too-many", "it has more pictures to carry something to than fit side by side");
      text += (place > 0 ? "\n" : "") + in_source(shown.text) + " – " + mark(place + 1);
    }
    return with_bank(std::move(text), tiles, is_sort);
  }

 private:
  std::optional<BuiltTask> gaps() {
    const auto marked = [](std::size_t number) { return mark(number); };
    if (things_in(interaction_.passage).size() != interaction_.targets.size())
      return refuse("text-broken", "a gap stands where no text can have one");
    const std::size_t places = interaction_.targets.size();
    const bool reuse = std::all_of(interaction_.options.begin(), interaction_.options.end(), [&](const Option& option) {
      return option.uses == 0 || (places > 1 && option.uses >= places);
    });
    return with_bank(with_things(flowing(interaction_.passage, around_), marked, in_source), interaction_.options,
                     reuse);
  }

  std::optional<BuiltTask> with_bank(std::string text, const std::vector<Option>& tiles, bool reuse) {
    if (right().size() > limits::blanks_max)
      return refuse("gaps-too-many", "it has more than " + std::to_string(limits::blanks_max) + " places");
    if (std::find(right().begin(), right().end(), nothing) != right().end())
      return refuse("gaps-left-empty", "a place has to be left empty, which cannot be handed in");
    ImportedCloze task;
    task.text = std::move(text);
    Bank bank(things(tiles), tiles, right().size(), reuse);
    if (!bank.fill(right(), task)) return refuse("options-too-many", "it has too many tiles");
    BuiltTask built{std::move(task), {}, bank.alike()};
    for (const Response& response : learnt_.responses.list) built.answers.push_back(bank.answer(response.picks));
    return built;
  }

  std::optional<BuiltTask> hot_text() {
    const std::size_t count = interaction_.options.size();
    if (count > limits::hot_words_max)
      return refuse("options-too-many",
                    "it has more than " + std::to_string(limits::hot_words_max) + " words to choose");
    if (things_in(interaction_.passage).size() != count)
      return refuse("text-broken", "words to choose stand where no text can have them");
    ImportedHotText task;
    task.text = with_things(
        flowing(interaction_.passage, around_),
        [&](std::size_t number) {
          const std::string& words = interaction_.options[number - 1].content.markup;
          const bool is_plain = words.find_first_of("$*\n") == std::string::npos;
          return mark(number, is_plain ? words : engage::escaped_for_markup(plain_words(words)));
        },
        in_source);
    task.words.resize(count);
    for (const std::uint32_t pick : right()) task.words[pick].correct = true;
    task.one = interaction_.asks == Asks::Choice;
    task.minimum = std::max<std::size_t>(1, interaction_.picks_min);
    task.maximum = interaction_.picks_max >= count ? 0 : interaction_.picks_max;
    return BuiltTask{std::move(task), answers([](std::uint32_t pick) { return pick; }), {}};
  }

  // What each is called for whoever does not see it. It must not give the answer away, so a number stands in.
  std::vector<std::string> descriptions(const std::vector<Option>& options) {
    std::vector<std::string> names;
    for (const Option& option : options) names.push_back(option.content.markup);
    const std::set<std::string> distinct(names.begin(), names.end());
    if (distinct.size() == names.size() && !distinct.contains("")) return names;
    for (std::size_t at = 0; at < names.size(); ++at) names[at] = std::to_string(at + 1);
    around_.remarks.push_back({Outcome::Approximated, "area-without-description", around_.where,
                               "its areas have no names; numbers stand in"});
    return names;
  }

  std::optional<BuiltTask> hot_spot() {
    const std::vector<Option>& options = interaction_.options;
    if (options.size() > limits::picture_areas_max)
      return refuse("options-too-many", "it has more than " + std::to_string(limits::picture_areas_max) + " areas");
    const Plate plate = around_.plate_of(interaction_);
    ImportedHotSpot task{plate.picture, plate.width, plate.height, interaction_.asks == Asks::Choices, {}};
    const std::vector<std::string> names = descriptions(options);
    for (std::uint32_t at = 0; at < options.size(); ++at) {
      ImportedArea area = area_on(plate, options[at].area);
      area.description = names[at];
      area.correct = is_right(at);
      task.areas.push_back(std::move(area));
    }
    return BuiltTask{std::move(task), answers([](std::uint32_t pick) { return pick; }), {}};
  }

  // Where one is touched, any that earns everything will do.
  [[nodiscard]] bool is_right(std::uint32_t option) const {
    if (interaction_.asks == Asks::Choices) return std::find(right().begin(), right().end(), option) != right().end();
    for (std::size_t at = 0; at < learnt_.credits.size(); ++at)
      if (is_full(learnt_.credits[at]) && learnt_.responses.list[at].picks.front() == option) return true;
    return false;
  }

  std::optional<BuiltTask> label() {
    const std::size_t places = interaction_.targets.size();
    if (places < 2 || places > limits::label_tiles_max || interaction_.options.size() > limits::label_tiles_max)
      return refuse("options-too-many",
                    "it has not two to " + std::to_string(limits::label_tiles_max) + " places and tiles");
    if (std::find(right().begin(), right().end(), nothing) != right().end())
      return refuse("gaps-left-empty", "a place has to be left empty, which cannot be handed in");
    if (std::set<std::uint32_t>(right().begin(), right().end()).size() < right().size())
      return refuse("tile-used-twice", "one tile belongs in several places");
    const Plate plate = around_.plate_of(interaction_);
    ImportedLabel task{plate.picture, plate.width, plate.height, {}, {}};
    const std::vector<ImportedThing> tiles = things(interaction_.options);
    const std::vector<std::string> names = descriptions(interaction_.targets);
    std::vector<std::uint32_t> number_of(tiles.size(), nothing);
    for (std::size_t place = 0; place < places; ++place) {
      const std::uint32_t tile = right()[place];
      const ImportedArea at = area_on(plate, middle_as_area(interaction_.targets[place].area));
      number_of[tile] = static_cast<std::uint32_t>(place);
      task.places.push_back({at.numbers[0], at.numbers[1], names[place], tiles[tile], {}});
    }
    for (std::size_t tile = 0; tile < tiles.size(); ++tile) {
      if (number_of[tile] != nothing) continue;
      number_of[tile] = static_cast<std::uint32_t>(places + task.extra.size());
      task.extra.push_back(tiles[tile]);
    }
    return BuiltTask{std::move(task), answers([&](std::uint32_t pick) { return number_of[pick]; }), {}};
  }

  static Area middle_as_area(const Area& area) {
    const Point middle = middle_of(area);
    return {Shape::Rectangle, {middle.x, middle.y, middle.x, middle.y}};
  }
};

}  // namespace

std::optional<BuiltTask> build_placed_task(const Interaction& interaction, const Learnt& learnt,
                                           const TaskSurroundings& around) {
  return Builder(interaction, learnt, around).build();
}

std::optional<BuiltTask> build_lines(const Interaction& interaction, const Learnt& learnt,
                                     const TaskSurroundings& around) {
  return Builder(interaction, learnt, around).lines();
}

}  // namespace hornbook::content::qti
