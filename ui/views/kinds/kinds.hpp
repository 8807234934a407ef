// The kinds of task that can be shown. Adding one is its folder and a line here.
#pragma once

#include "ui/views/kinds/expression/expression.hpp"
#include "ui/views/kinds/hot_spot/hot_spot.hpp"
#include "ui/views/kinds/label/label.hpp"
#include "ui/views/kinds/flash_card/flash_card.hpp"
#include "ui/views/kinds/match/match.hpp"
#include "ui/views/kinds/multiple_answer/multiple_answer.hpp"
#include "ui/views/kinds/multiple_choice/multiple_choice.hpp"
#include "ui/views/kinds/number_entry/number_entry.hpp"
#include "ui/views/kinds/number_line/number_line.hpp"
#include "ui/views/kinds/open_response/open_response.hpp"
#include "ui/views/kinds/order/order.hpp"
#include "ui/views/kinds/reading/reading.hpp"
#include "ui/views/kinds/plot/plot.hpp"
#include "ui/views/kinds/short_text/short_text.hpp"
#include "ui/views/kinds/sort/sort.hpp"
