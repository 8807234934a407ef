#include <regex>

#include "tests/tidy/rules.hpp"

namespace hornbook::tidy {
namespace {

constexpr std::size_t function_lines_max = 70;
constexpr std::size_t file_code_lines_max = 400;

// A brace opens a function's body when what stands before it, back to the last ';', '{' or '}', ends like a parameter
// list and starts no namespace, type or initialiser.
bool opens_function(const std::string& before) {
  static const std::regex other(
      R"(^\s*(namespace|struct|class|enum|union|if|for|while|switch|else|do|catch|try|return)\b)");
  static const std::regex parameters(
      R"(\)\s*(const|noexcept|override|final|mutable|->\s*[\w:<>,&*\s]+|:\s[^;]*)*\s*$)");
  return !std::regex_search(before, other) && std::regex_search(before, parameters);
}

struct OpenBrace {
  bool function = false;
  std::size_t line = 0;
};

void check_functions(const SourceFile& file, Violations& violations) {
  std::vector<OpenBrace> open;
  std::string before;
  std::size_t functions_open = 0;
  for (std::size_t i = 0; i < file.code.size(); ++i) {
    if (file.code[i].find_first_not_of(' ') != std::string::npos &&
        file.code[i][file.code[i].find_first_not_of(' ')] == '#')
      continue;
    for (const char c : file.code[i]) {
      if (c == '{') {
        const bool function = functions_open == 0 && opens_function(before);
        open.push_back({function, i});
        functions_open += function ? 1u : 0u;
      } else if (c == '}' && !open.empty()) {
        const OpenBrace brace = open.back();
        open.pop_back();
        functions_open -= brace.function ? 1u : 0u;
        const std::size_t lines = i - brace.line + 1;
        if (brace.function && lines > function_lines_max) {
          violations.push_back(file.path + ":" + std::to_string(brace.line + 1) + ": a function of " +
                               std::to_string(lines) + " lines");
        }
      }
      before = c == ';' || c == '{' || c == '}' ? std::string() : before + c;
    }
    before += ' ';
  }
}

}  // namespace

Violations check_lengths(const SourceTree& tree) {
  Violations violations;
  for (const SourceFile& file : tree.files) {
    check_functions(file, violations);
    std::size_t lines = 0;
    for (const std::string& line : file.code) lines += line.find_first_not_of(' ') == std::string::npos ? 0u : 1u;
    if (lines > file_code_lines_max) {
      violations.push_back(file.path + ":1: " + std::to_string(lines) + " lines of code");
    }
  }
  return violations;
}

}  // namespace hornbook::tidy
