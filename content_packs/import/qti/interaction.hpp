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
  Order,    // all options in order
  Match,    // options put to targets, each at most once
  Pairs,    // options of one list put together two by two
  Slider,   // a number on a scale
};

struct Option {
  std::string id;
  Content content;
  bool is_fixed = false;
};

struct Interaction {
  const Element* element = nullptr;
  Asks asks = Asks::Choice;
  std::string response;  // the id of its variable
  Content prompt;
  std::vector<Option> options;
  std::vector<Option> targets;  // of Match
  bool is_shuffled = false;
  bool turns_pairs = false;  // of Match: a response has the target first
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
// Match the option of each target (none: `nothing`), for Pairs the partner of each option, for a slider the step.
inline constexpr std::uint32_t nothing = 0xffffffff;
struct Response {
  Value value;
  std::vector<std::uint32_t> picks;
  std::string typed;
};

struct Responses {
  std::vector<Response> list;
  bool is_complete = true;  // false: a sample
};
// Those that a learner can give at the station: something is chosen, every place is filled. At most
// limits::qti_responses_max, the declared right answers among them.
[[nodiscard]] Responses possible_responses(const Interaction& interaction, const Item& item, const Session& session);

}  // namespace hornbook::content::qti
