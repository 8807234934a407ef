// One visitor of a variant out of a lambda for each case.
#pragma once

namespace hornbook::ui {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace hornbook::ui
