#include <regex>

#include "tests/tidy/rules.hpp"

namespace hornbook::tidy {
namespace {

struct Ban {
  std::regex pattern;
  std::vector<std::string> homes;  // path prefixes where it is allowed
  const char* why;
};

const std::vector<Ban>& bans() {
  static const std::vector<std::string> clocks{"platform/", "tests/"};
  static const std::vector<std::string> programs{"platform/", "tests/"};
  static const std::vector<Ban> table{
      {std::regex(R"(\b(system_clock|steady_clock|high_resolution_clock)\s*::\s*now\b)"),
       {"platform/", "tests/", "sync/link/"},
       "time comes through the Clock port"},
      {std::regex(R"((^|[^:\w]|std::)(clock_gettime|gettimeofday|localtime|gmtime)(_r)?\s*\()"), clocks,
       "time comes through the Clock port"},
      {std::regex(R"((^|[^\w.>])time\s*\(\s*(nullptr|NULL|0)?\s*\))"), clocks, "time comes through the Clock port"},
      {std::regex(R"(\b(s?rand|random|drand48)\s*\(\s*\))"), {}, "use SeededRandom, or core/crypto for keys"},
      {std::regex(R"(\b(random_device|mt19937(_64)?|default_random_engine)\b)"),
       {},
       "use SeededRandom, or core/crypto for keys"},
      {std::regex(R"(\brandombytes\w*\s*\()"), {"runtime/core/crypto"}, "random bytes come from core/crypto"},
      {std::regex(R"(\b(setlocale|stod|stof|stold|strtod|strtof|atof|isalpha|isdigit|isspace|tolower|toupper)\s*\()"),
       {},
       "depends on the locale: use from_chars or compare characters"},
      {std::regex(R"(\b(sleep_for|usleep|nanosleep)\s*\()"), {"platform/"}, "nothing waits by sleeping"},
      {std::regex(R"(\bstd\s*::\s*(cout|cerr)\b|\b(printf|puts)\s*\()"), programs, "only programs print"},
      {std::regex(R"(\breinterpret_cast<.*(SessionState|LearnerState))"),
       {},
       "states are encoded, never reinterpreted"},
      {std::regex(R"(\b(std\s*::\s*)?(exp|log|pow|sin|cos|tan)f?\s*\()"),
       {"platform/", "tests/", "ui/", "content_packs/"},
       "libm differs among processors: use portable_math"},
  };
  return table;
}

bool at_home(const std::string& path, const Ban& ban) {
  for (const std::string& home : ban.homes) {
    if (path.starts_with(home)) return true;
  }
  return false;
}

}  // namespace

Violations check_banned_calls(const SourceTree& tree) {
  Violations violations;
  for (const SourceFile& file : tree.files) {
    for (const Ban& ban : bans()) {
      if (at_home(file.path, ban)) continue;
      for (std::size_t i = 0; i < file.code.size(); ++i) {
        std::smatch match;
        if (!std::regex_search(file.code[i], match, ban.pattern)) continue;
        violations.push_back(file.path + ":" + std::to_string(i + 1) + ": '" + match.str() + "': " + ban.why);
      }
    }
  }
  return violations;
}

}  // namespace hornbook::tidy
