#include "tests/tidy/source_tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace hornbook::tidy {
namespace {

constexpr const char* folders[] = {"runtime", "platform", "content_packs", "ui", "sync", "tests", "toolchains"};

bool is_identifier(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether a literal's prefix stands before the quote: U' or u' or L' or u8'.
bool has_prefix(const std::string& text, std::size_t quote) {
  std::size_t start = quote;
  while (start > 0 && is_identifier(text[start - 1])) --start;
  const std::string prefix = text.substr(start, quote - start);
  return prefix == "U" || prefix == "u" || prefix == "L" || prefix == "u8";
}

// Where the literal or comment that starts at `at` ends (one past), or `at` when none starts there.
std::size_t end_of_blank(const std::string& text, std::size_t at) {
  const auto until = [&](std::string_view mark, std::size_t from) {
    const std::size_t found = text.find(mark, from);
    return found == std::string::npos ? text.size() : found + mark.size();
  };
  if (text.compare(at, 2, "//") == 0) return std::min(text.find('\n', at), text.size());
  if (text.compare(at, 2, "/*") == 0) return until("*/", at + 2);
  if (text.compare(at, 2, "R\"") == 0 && (at == 0 || !is_identifier(text[at - 1]))) {
    const std::size_t open = text.find('(', at);
    return until(")" + text.substr(at + 2, open - at - 2) + "\"", open);
  }
  const char quote = text[at];
  if (quote != '"' && quote != '\'') return at;
  if (quote == '\'' && at > 0 && is_identifier(text[at - 1]) && !has_prefix(text, at)) return at;  // a digit separator
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != quote && text[end] != '\n') end += text[end] == '\\' ? 2u : 1u;
  return std::min(end + 1, text.size());
}

std::string blank_out(const std::string& text) {
  std::string code = text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_blank(text, at);
    for (std::size_t i = at; i < end; ++i) {
      if (code[i] != '\n') code[i] = ' ';
    }
    at = std::max(end, at + 1);
  }
  return code;
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

SourceFile parse_source(std::string path, const std::string& text) {
  return {std::move(path), split_lines(text), split_lines(blank_out(text))};
}

SourceTree read_tree(const std::filesystem::path& root) {
  SourceTree tree{root, {}};
  for (const char* folder : folders) {
    std::error_code none;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder, none)) {
      const auto extension = entry.path().extension();
      const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
      if ((extension != ".hpp" && extension != ".cpp") || path.find("node_modules") != std::string::npos) continue;
      std::ifstream file(entry.path());
      tree.files.push_back(
          parse_source(path, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}));
    }
  }
  std::sort(tree.files.begin(), tree.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return tree;
}

std::vector<Include> includes_of(const SourceFile& file) {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> includes;
  for (std::size_t i = 0; i < file.raw.size(); ++i) {
    std::smatch match;
    if (file.code[i].find('#') == std::string::npos || !std::regex_search(file.raw[i], match, pattern)) continue;
    includes.push_back({i + 1, match[2], match[1] == "<"});
  }
  return includes;
}

std::string module_of(const std::string& path) {
  const std::size_t first = path.find('/');
  const std::size_t second = path.find('/', first + 1);
  return path.substr(0, second == std::string::npos ? first : second);
}

}  // namespace hornbook::tidy
