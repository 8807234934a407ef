// Interactions: what an item asks, and the responses that can be given.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/qti/content.hpp"
#include "content_packs/import/qti/item.hpp"

namespace hornbook::content::qti {

enum class Asks : std::uint8_t {
  Choice,   // one option
  Choices,  // some of the options
  Text,     // words or a number, typed
  Essay,    // words that a person reads
  Order,    // all options in order
  Match,    // an option put to each target
  Sort,     // each option put to a target, which holds several, or to none
  Pairs,    // options of one list put together two by two
  Slider,   // a number on a scale
};
// Where its options, or its targets, stand.
enum class Stands : std::uint8_t { Listed, InText, OnPicture };

struct Option {
  std::string id;
  Content content;
  bool is_fixed = false;
  std::size_t uses = 1;  // how often it may be put somewhere; 0: any number of times
  Area area;             // of one on a picture
};

struct Interaction {
  const Element* element = nullptr;
  Asks asks = Asks::Choice;
  std::string response;  // the id of its variable
  Content prompt;
  Stands stands = Stands::Listed;
  std::string passage;  // of what stands in a text: the text, with thing_here(n) for each option or target
  Content picture;      // of what stands on one
  double width = 0;     // of the picture, in the units of its areas; 0: it is not said
  double height = 0;
  std::vector<Option> options;
  std::vector<Option> targets;  // of Match and Sort
  bool is_shuffled = false;
  bool is_sequence = false;  // of Match: a response names the options alone, in the order of the targets
  bool turns_pairs = false;  // of Match and Sort: a response has the target first
  std::size_t picks_min = 0;
  std::size_t picks_max = 0;  // 0: any number
  double from = 0;            // of a slider
  double to = 0;
  double step = 1;
};

[[nodiscard]] bool is_interaction(const Element& element);
// Whether it stands in a line of text.
[[nodiscard]] bool is_inline(const Element& interaction);

// Nothing, with a remark of weight Refused, when Hornbook has nothing of its kind or it is broken.
[[nodiscard]] std::optional<Interaction> read_interaction(const Element& element, const Item& item,
                                                          const ContentSurroundings& around);

// A response in terms of options: for Choice and Choices the options taken, for Order the option of each place, for
// Match the option of each target (none: `nothing`), for Sort the target of each option, for Pairs the partner of each
// option, for a slider the step. Of several interactions that are one task: those of each, one after the other.
inline constexpr std::uint32_t nothing = 0xffffffff;
struct Response {
  std::vector<Value> values;  // one for each interaction
  std::vector<std::uint32_t> picks;
  std::vector<std::string> typed;
};

struct Responses {
  std::vector<Response> list;
  bool is_complete = true;  // false: a sample
};
// Those that a learner can give at the station: something is chosen, every place is filled. At most
// limits::qti_responses_max, the declared right answers among them.
// Not of an Essay.
[[nodiscard]] Responses possible_responses(const Interaction& interaction, const Item& item, const Session& session);

}  // namespace hornbook::content::qti
