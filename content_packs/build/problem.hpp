// What lint says: where, what, and how to mend it.
#pragma once

#include <string>
#include <vector>

namespace hornbook::content {

struct Problem {
  std::string file;      // within the source, such as "items/03-shade.yaml"
  int line = 0;          // from 1; 0 when the whole file is meant
  std::string sentence;  // what is wrong and how to mend it
};
using Problems = std::vector<Problem>;

// "items/03-shade.yaml:7: …"
[[nodiscard]] std::string describe(const Problem& problem);

}  // namespace hornbook::content
