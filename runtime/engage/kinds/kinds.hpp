// The kinds of task there are. Adding one is its folder and a line here.
#pragma once

#include <variant>

#include "runtime/engage/kinds/cloze/cloze.hpp"
#include "runtime/engage/kinds/drawing/drawing.hpp"
#include "runtime/engage/kinds/expression/expression.hpp"
#include "runtime/engage/kinds/flash_card/flash_card.hpp"
#include "runtime/engage/kinds/hot_spot/hot_spot.hpp"
#include "runtime/engage/kinds/hot_text/hot_text.hpp"
#include "runtime/engage/kinds/label/label.hpp"
#include "runtime/engage/kinds/match/match.hpp"
#include "runtime/engage/kinds/multiple_answer/multiple_answer.hpp"
#include "runtime/engage/kinds/multiple_choice/multiple_choice.hpp"
#include "runtime/engage/kinds/number_entry/number_entry.hpp"
#include "runtime/engage/kinds/number_line/number_line.hpp"
#include "runtime/engage/kinds/open_response/open_response.hpp"
#include "runtime/engage/kinds/order/order.hpp"
#include "runtime/engage/kinds/plot/plot.hpp"
#include "runtime/engage/kinds/reading/reading.hpp"
#include "runtime/engage/kinds/short_text/short_text.hpp"
#include "runtime/engage/kinds/sort/sort.hpp"
#include "runtime/engage/kinds/table/table.hpp"

namespace hornbook::engage {

template <class... Templates>
struct KindList {
  using TaskTemplate = std::variant<Templates...>;
  using Task = std::variant<typename Templates::Task...>;
  using Entry = std::variant<typename Templates::Task::Entry...>;
  static constexpr std::array names{kind_name<Templates>()...};
};

using Kinds = KindList<MultipleChoiceTemplate, NumberEntryTemplate, OrderTemplate, NumberLineTemplate,
                       ExpressionTemplate, ShortTextTemplate, MultipleAnswerTemplate, MatchTemplate, ReadingTemplate,
                       SortTemplate, HotSpotTemplate, LabelTemplate, PlotTemplate, FlashCardTemplate,
                       OpenResponseTemplate, ClozeTemplate, HotTextTemplate, TableTemplate, DrawingTemplate>;

using TaskTemplate = Kinds::TaskTemplate;
using Task = Kinds::Task;
using Entry = Kinds::Entry;

}  // namespace hornbook::engage
