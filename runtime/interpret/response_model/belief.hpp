// What is believed of an ability on the logit scale.
#pragma once

namespace hornbook::interpret {

// A normal belief on the logit scale.
struct Belief {
  double mean = 0;
  double variance = 0;
  bool operator==(const Belief&) const = default;
};

}  // namespace hornbook::interpret
