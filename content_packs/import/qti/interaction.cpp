#include "content_packs/import/qti/interaction.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/qti/picture_areas.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::qti {
namespace {

struct Kind {
  std::string_view name;
  bool is_inline;
  const char* refusal;  // why there is nothing like it; null: there is
};

constexpr std::array<Kind, 20> kinds = {{
    {"choiceInteraction", false, nullptr},
    {"orderInteraction", false, nullptr},
    {"matchInteraction", false, nullptr},
    {"associateInteraction", false, nullptr},
    {"inlineChoiceInteraction", true, nullptr},
    {"textEntryInteraction", true, nullptr},
    {"sliderInteraction", false, nullptr},
    {"hottextInteraction", false, nullptr},
    {"gapMatchInteraction", false, nullptr},
    {"hotspotInteraction", false, nullptr},
    {"graphicGapMatchInteraction", false, nullptr},
    {"selectPointInteraction", false, nullptr},
    {"extendedTextInteraction", false, nullptr},
    {"mediaInteraction", false, "it only plays something and asks nothing"},
    {"graphicOrderInteraction", false, "there is nothing like ordering places of a picture"},
    {"graphicAssociateInteraction", false, "there is nothing like joining places of a picture"},
    {"positionObjectInteraction", false, "there is nothing like placing an object freely on a picture"},
    {"drawingInteraction", false, "drawings are not imported"},
    {"uploadInteraction", false, "there is nothing like handing in a file"},
    {"customInteraction", false, "it is a program of its maker's own"},
}};

const Kind* kind_of(std::string_view name) {
  for (const Kind& kind : kinds)
    if (kind.name == name) return &kind;
  return nullptr;
}

std::size_t count_in(const Element& element, const char* name, std::size_t otherwise) {
  const auto number = whole_number(element.attribute(name));
  return number && *number >= 0 && *number < 10'000 ? static_cast<std::size_t>(*number) : otherwise;
}

class Reader {
 public:
  Reader(const Element& element, const Item& item, const ContentSurroundings& around)
      : element_(element), item_(item), around_(around) {}

  std::optional<Interaction> read() {
    const Kind* kind = kind_of(element_.name);
    if (kind == nullptr) return refuse("interaction-unknown", "there is nothing like <" + element_.name + ">");
    if (kind->refusal != nullptr) return refuse("interaction-unsupported", kind->refusal);
    result_.element = &element_;
    result_.response = element_.attribute("responseIdentifier");
    const Declaration* declared = declaration();
    if (declared == nullptr)
      return refuse("response-undeclared", "its response \"" + cut(result_.response, 60) + "\" is not declared");
    if (const Element* prompt = element_.child("prompt")) result_.prompt = write_content(*prompt, around_);
    result_.is_shuffled = element_.truth("shuffle", false);
    return by_name(*declared) ? std::optional(std::move(result_)) : std::nullopt;
  }

 private:
  std::nullopt_t refuse(const char* code, std::string sentence) {
    around_.remarks.push_back({Outcome::Refused, code, around_.where, std::move(sentence)});
    return std::nullopt;
  }
  bool refused(const char* code, const char* sentence) {
    static_cast<void>(refuse(code, sentence));
    return false;
  }

  [[nodiscard]] const Declaration* declaration() const {
    const auto found = std::find_if(item_.declarations.begin(), item_.declarations.end(), [&](const Declaration& each) {
      return each.kind == VariableKind::Response && each.id == result_.response;
    });
    return found == item_.declarations.end() ? nullptr : &*found;
  }

  bool by_name(const Declaration& declared) {
    const std::string& name = element_.name;
    if (name == "textEntryInteraction") return text(declared);
    if (name == "extendedTextInteraction") return long_text(declared);
    if (name == "sliderInteraction") return slider();
    if (name == "matchInteraction") return match();
    if (name == "gapMatchInteraction") return gap_match();
    if (name == "graphicGapMatchInteraction") return graphic_gap_match();
    if (name == "selectPointInteraction") return select_point(declared);
    if (name == "hottextInteraction") add_passage();
    if (name == "hotspotInteraction") add_picture();
    const char* option = name == "associateInteraction"      ? "simpleAssociableChoice"
                         : name == "hottextInteraction"      ? "hottext"
                         : name == "hotspotInteraction"      ? "hotspotChoice"
                         : name == "inlineChoiceInteraction" ? "inlineChoice"
                                                             : "simpleChoice";
    options(all_called(element_, option), result_.options);
    if (result_.options.size() < 2) return refused("options-too-few", "it has fewer than two options");
    // Of two areas that overlap, there the first lies above, here the last.
    if (name == "hotspotInteraction") std::reverse(result_.options.begin(), result_.options.end());
    if (name == "orderInteraction") return order();
    if (name == "associateInteraction") {
      result_.asks = Asks::Pairs;
      return true;
    }
    return choose(declared);
  }

  bool choose(const Declaration& declared) {
    result_.picks_min = count_in(element_, "minChoices", 0);
    result_.picks_max = count_in(element_, "maxChoices", 1);
    const std::size_t right = around_.session.correct(result_.response).scalars.size();
    if (result_.picks_max != 0) result_.picks_max = std::max(result_.picks_max, right);
    const bool takes_one = declared.cardinality == Cardinality::Single || result_.picks_max == 1;
    result_.asks = takes_one ? Asks::Choice : Asks::Choices;
    return true;
  }

  void options(const std::vector<const Element*>& list, std::vector<Option>& to) {
    for (const Element* each : list) {
      if (is_hidden_by_template(*each)) continue;
      Option option;
      option.id = each->attribute("identifier");
      option.content = write_content(*each, around_);
      option.is_fixed = each->truth("fixed", false);
      option.uses = count_in(*each, "matchMax", 1);
      for (const char* label : {"hotspotLabel", "objectLabel"})
        if (option.content.markup.empty() && each->has(label))
          option.content.markup = engage::escaped_for_markup(each->attribute(label));
      if (const auto area = read_area(*each)) option.area = *area;
      to.push_back(std::move(option));
    }
  }

  [[nodiscard]] bool is_hidden_by_template(const Element& option) const {
    if (!option.has("templateIdentifier")) return false;
    const Value value = around_.session.value(option.attribute("templateIdentifier"));
    const std::string_view wanted = option.attribute("identifier");
    const bool has = std::any_of(value.scalars.begin(), value.scalars.end(),
                                 [&](const Scalar& scalar) { return to_text(scalar) == wanted; });
    return has == (option.attribute("showHide") == "hide");
  }

  bool text(const Declaration& declared) {
    result_.asks = Asks::Text;
    if (declared.cardinality == Cardinality::Record)
      return refused("response-is-record", "its response is a record of several values");
    return true;
  }

  bool slider() {
    result_.asks = Asks::Slider;
    const auto from = real_number(element_.attribute("lowerBound"));
    const auto to = real_number(element_.attribute("upperBound"));
    if (!from || !to || *to <= *from) return refused("slider-broken", "its bounds are missing or the wrong way round");
    result_.from = *from;
    result_.to = *to;
    result_.step = real_number(element_.attribute("step")).value_or(1);
    if (result_.step <= 0 || (*to - *from) / result_.step > 10'000)
      return refused("slider-broken", "its step does not fit its bounds");
    return true;
  }

  bool order() {
    result_.asks = Asks::Order;
    const std::size_t most = count_in(element_, "maxChoices", 0);
    const std::size_t right = around_.session.correct(result_.response).scalars.size();
    const bool is_partial =
        (most != 0 && most < result_.options.size()) || (right != 0 && right < result_.options.size());
    return !is_partial || order_of_some(right);
  }

  // Places for as many as the right answer has, and a bank with more to choose from.
  bool order_of_some(std::size_t places) {
    if (places == 0)
      return refused("order-of-some", "only some of its options are to be ordered, and none is said to be right");
    result_.asks = Asks::Match;
    result_.is_sequence = true;
    for (std::size_t place = 1; place <= places; ++place) {
      result_.targets.emplace_back();
      result_.targets.back().id = std::to_string(place);
    }
    return true;
  }

  // Long answers are for a person, unless the rules score short ones.
  bool long_text(const Declaration& declared) {
    constexpr std::size_t short_bytes_max = 60;
    const auto is_short = [](const Scalar& scalar) { return to_text(scalar).size() <= short_bytes_max; };
    const auto right = around_.session.correct(result_.response).scalars;
    const bool is_scored = declared.mapping || (!right.empty() && std::all_of(right.begin(), right.end(), is_short));
    if (is_scored && is_read_by_rules()) return text(declared);
    result_.asks = Asks::Essay;
    return true;
  }

  [[nodiscard]] bool is_read_by_rules() const {
    for (const char* name : {"variable", "mapResponse"})
      for (const Element* each : all_called(item_.rules, name))
        if (each->attribute("identifier") == result_.response) return true;
    return false;
  }

  // What may lie in several places makes the other set the places.
  bool match() {
    const auto sets = element_.children_called("simpleMatchSet");
    if (sets.size() != 2) return refused("match-broken", "it has not two sets");
    options(sets[0]->children_called("simpleAssociableChoice"), result_.targets);
    options(sets[1]->children_called("simpleAssociableChoice"), result_.options);
    result_.turns_pairs = true;
    if (result_.targets.empty() || result_.options.empty()) return refused("match-broken", "one of its sets is empty");
    const auto is_single = [](const std::vector<Option>& all) {
      return std::all_of(all.begin(), all.end(), [](const Option& option) { return option.uses == 1; });
    };
    bool are_options_single = is_single(result_.options), are_targets_single = is_single(result_.targets);
    if (!are_options_single && !are_targets_single) {
      are_targets_single = is_each_once(&IdentifierPair::first);
      are_options_single = !are_targets_single && is_each_once(&IdentifierPair::second);
      if (!are_options_single && !are_targets_single) return pairs_to_choose();
      around_.remarks.push_back({Outcome::Approximated, "match-one-each", around_.where,
                                 "one thing could be put to several there; here each lies in one place"});
    }
    result_.asks = are_options_single && are_targets_single ? Asks::Match : Asks::Sort;
    if (!are_options_single) {
      result_.options.swap(result_.targets);
      result_.turns_pairs = false;
    }
    return true;
  }

  // In the declared right answer, which there is.
  [[nodiscard]] bool is_each_once(std::string IdentifierPair::*side) const {
    std::set<std::string> seen;
    const auto right = around_.session.correct(result_.response).scalars;
    return !right.empty() && std::all_of(right.begin(), right.end(), [&](const Scalar& scalar) {
      const auto* pair = std::get_if<IdentifierPair>(&scalar);
      return pair != nullptr && seen.insert(pair->*side).second;
    });
  }

  // Everything with everything, to choose from.
  bool pairs_to_choose() {
    std::vector<Option> pairs;
    for (const Option& first : result_.targets)
      for (const Option& second : result_.options) {
        if (!first.content.pictures.empty() || !second.content.pictures.empty())
          return refused("match-many-to-many", "pictures of both of its sets may be used several times");
        Option pair;
        pair.id = first.id + " " + second.id;
        pair.content.markup = first.content.markup + " – " + second.content.markup;
        pairs.push_back(std::move(pair));
      }
    result_.options = std::move(pairs);
    result_.targets.clear();
    result_.asks = Asks::Choices;
    return true;
  }

  // Points that are mapped by areas are these areas to touch, and the picture around them. There the first of two that
  // overlap counts, here the last.
  bool select_point(const Declaration& declared) {
    if (!declared.area_mapping)
      return refused("points-without-areas", "nothing says which areas of its picture are right");
    add_picture();
    std::vector<Area> areas;
    for (const AreaEntry& entry : declared.area_mapping->entries) areas.push_back(entry.area);
    areas.push_back(Area());
    for (std::size_t at = areas.size(); at-- > 0;) {
      const auto point = point_in(areas, at);
      if (!point) continue;
      Option option;
      option.id = to_text(*point);
      option.area = areas[at];
      result_.options.push_back(std::move(option));
    }
    if (result_.options.size() < 2) return refused("options-too-few", "its areas leave nothing to choose");
    return choose(declared);
  }

  // A place that lies in this area and in none before it.
  [[nodiscard]] std::optional<Point> point_in(const std::vector<Area>& areas, std::size_t wanted) const {
    const PictureSize around_all = size_around(areas);
    const double width = std::max(result_.width, around_all.width),
                 height = std::max(result_.height, around_all.height);
    constexpr int parts = 64;
    std::vector<Point> tried{middle_of(areas[wanted])};
    for (int row = 0; row < parts; ++row)
      for (int column = 0; column < parts; ++column)
        tried.push_back({std::round(width * column / parts), std::round(height * row / parts)});
    for (const Point& point : tried) {
      const auto holds = [&](const Area& area) { return area.holds(point); };
      const auto first = std::find_if(areas.begin(), areas.end(), holds);
      if (static_cast<std::size_t>(first - areas.begin()) == wanted) return point;
    }
    return std::nullopt;
  }

  void add_passage() {
    Content passage = write_content(element_, around_);
    result_.stands = Stands::InText;
    result_.passage = std::move(passage.markup);
    auto& pictures = result_.prompt.pictures;
    pictures.insert(pictures.end(), passage.pictures.begin(), passage.pictures.end());
  }

  void add_picture() {
    result_.stands = Stands::OnPicture;
    for (const Element& child : element_.children) {
      if (child.name != "object" && child.name != "img" && child.name != "picture") continue;
      Element whole;
      whole.children.push_back(child);
      result_.picture = write_content(whole, around_);
      result_.width = real_number(child.attribute("width")).value_or(0);
      result_.height = real_number(child.attribute("height")).value_or(0);
      return;
    }
  }

  bool gap_match() {
    result_.asks = Asks::Match;
    add_passage();
    for (const char* name : {"gapText", "gapImg"}) options(element_.children_called(name), result_.options);
    for (const Element* gap : all_called(element_, "gap")) {
      Option target;
      target.id = gap->attribute("identifier");
      target.content.markup = "(" + std::to_string(result_.targets.size() + 1) + ")";
      result_.targets.push_back(std::move(target));
    }
    return has_places();
  }

  bool graphic_gap_match() {
    result_.asks = Asks::Match;
    add_picture();
    for (const char* name : {"gapText", "gapImg"}) options(element_.children_called(name), result_.options);
    options(element_.children_called("associableHotspot"), result_.targets);
    return has_places();
  }

  bool has_places() {
    if (result_.targets.empty() || result_.options.empty())
      return refused("match-broken", "it has no gaps or nothing to put there");
    return true;
  }

  const Element& element_;
  const Item& item_;
  const ContentSurroundings& around_;
  Interaction result_;
};

}  // namespace

bool is_interaction(const Element& element) { return element.name.ends_with("Interaction"); }

bool is_inline(const Element& interaction) {
  const Kind* kind = kind_of(interaction.name);
  return kind != nullptr && kind->is_inline;
}

std::optional<Interaction> read_interaction(const Element& element, const Item& item,
                                            const ContentSurroundings& around) {
  return Reader(element, item, around).read();
}

}  // namespace hornbook::content::qti
