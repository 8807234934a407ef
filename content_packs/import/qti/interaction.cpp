#include "content_packs/import/qti/interaction.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/spelling.hpp"

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
    {"hotspotInteraction", false, "places of a picture to tap are not imported yet"},
    {"graphicGapMatchInteraction", false, "tiles for places of a picture are not imported yet"},
    {"selectPointInteraction", false, "points of a picture are not imported"},
    {"extendedTextInteraction", false, "long answers need a person to read them and are not imported yet"},
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
    if (name == "sliderInteraction") return slider();
    if (name == "matchInteraction") return match();
    if (name == "gapMatchInteraction") return gap_match();
    const char* option = name == "associateInteraction"      ? "simpleAssociableChoice"
                         : name == "hottextInteraction"      ? "hottext"
                         : name == "inlineChoiceInteraction" ? "inlineChoice"
                                                             : "simpleChoice";
    options(all_called(element_, option), result_.options);
    if (result_.options.size() < 2) return refused("options-too-few", "it has fewer than two options");
    if (name == "orderInteraction") return order();
    if (name == "hottextInteraction") add_passage();
    if (name == "associateInteraction") {
      result_.asks = Asks::Pairs;
      return true;
    }

    result_.picks_min = count_in(element_, "minChoices", 0);
    result_.picks_max = count_in(element_, "maxChoices", 1);
    const std::size_t right = around_.session.correct(result_.response).scalars.size();
    if (result_.picks_max != 0) result_.picks_max = std::max(result_.picks_max, right);
    result_.asks = declared.cardinality == Cardinality::Single ? Asks::Choice : Asks::Choices;
    if (declared.cardinality != Cardinality::Single && result_.picks_max == 1) result_.asks = Asks::Choice;
    return true;
  }

  void options(const std::vector<const Element*>& list, std::vector<Option>& to) {
    for (const Element* each : list) {
      if (is_hidden_by_template(*each)) continue;
      Option option{std::string(each->attribute("identifier")), write_content(*each, around_),
                    each->truth("fixed", false)};
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
    const bool is_partial = most != 0 && most < result_.options.size();
    if (is_partial) return refused("order-of-some", "only some of its options are to be ordered");
    return true;
  }

  bool match() {
    result_.asks = Asks::Match;
    const auto sets = element_.children_called("simpleMatchSet");
    if (sets.size() != 2) return refused("match-broken", "it has not two sets");
    options(sets[0]->children_called("simpleAssociableChoice"), result_.targets);
    options(sets[1]->children_called("simpleAssociableChoice"), result_.options);
    result_.turns_pairs = true;
    if (result_.targets.empty() || result_.options.empty()) return refused("match-broken", "one of its sets is empty");
    return true;
  }

  // The text that the interaction stands in, after its prompt.
  void add_passage() {
    Content passage = write_content(element_, around_);
    std::string& prompt = result_.prompt.markup;
    prompt += (prompt.empty() || passage.markup.empty() ? "" : "\n\n") + passage.markup;
    auto& pictures = result_.prompt.pictures;
    pictures.insert(pictures.end(), passage.pictures.begin(), passage.pictures.end());
  }

  bool gap_match() {
    result_.asks = Asks::Match;
    add_passage();
    for (const char* name : {"gapText", "gapImg"}) options(element_.children_called(name), result_.options);
    for (const Element* gap : all_called(element_, "gap")) {
      const std::string number = std::to_string(result_.targets.size() + 1);
      result_.targets.push_back({std::string(gap->attribute("identifier")), {"(" + number + ")", {}}, false});
    }
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
