#include "content_packs/build/yaml_document.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <charconv>
#include <sstream>

#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

tl::unexpected<Problem> problem_at(const YAML::Mark& mark, std::string sentence) {
  return tl::unexpected<Problem>(Problem{{}, mark.is_null() ? 0 : mark.line + 1, std::move(sentence)});
}

// Unquoted: true, false and whole numbers are what they look like. Everything else is a text.
pack::Json scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return text;
  if (text == "true" || text == "false") return text == "true";
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  return text;
}

class Converter {
 public:
  explicit Converter(YamlDocument& document) : document_(document) {}

  tl::expected<pack::Json, Problem> convert(const YAML::Node& node, const std::string& pointer, std::size_t depth) {
    if (depth > limits::json_depth_max) return problem_at(node.Mark(), "it is nested too deeply");
    if (++nodes_ > limits::yaml_nodes_max) return problem_at(node.Mark(), "the file holds too many values; split it");
    document_.lines.emplace(pointer, node.Mark().is_null() ? 1 : node.Mark().line + 1);
    const std::string& tag = node.Tag();
    if (!tag.empty() && tag != "?" && tag != "!")
      return problem_at(node.Mark(), "tags such as " + tag.substr(0, 20) + " are not used here; remove it");
    if (node.IsMap()) return map(node, pointer, depth);
    if (node.IsSequence()) return sequence(node, pointer, depth);
    if (node.IsScalar()) return scalar(node);
    return pack::Json();
  }

 private:
  tl::expected<pack::Json, Problem> map(const YAML::Node& node, const std::string& pointer, std::size_t depth) {
    pack::Json result = pack::Json::object();
    for (const auto& entry : node) {
      if (!entry.first.IsScalar()) return problem_at(entry.first.Mark(), "a field's name must be a word");
      const std::string& name = entry.first.Scalar();
      if (result.contains(name))
        return problem_at(entry.first.Mark(), "the field \"" + name.substr(0, 40) + "\" is there twice; remove one");
      const std::string inner = pointer + "/" + name;
      TRY_ASSIGN(pack::Json value, convert(entry.second, inner, depth + 1));
      document_.lines[inner] = entry.first.Mark().line + 1;
      result[name] = std::move(value);
    }
    return result;
  }

  tl::expected<pack::Json, Problem> sequence(const YAML::Node& node, const std::string& pointer, std::size_t depth) {
    pack::Json result = pack::Json::array();
    for (const auto& entry : node) {
      TRY_ASSIGN(pack::Json value, convert(entry, pointer + "/" + std::to_string(result.size()), depth + 1));
      result.push_back(std::move(value));
    }
    return result;
  }

  YamlDocument& document_;
  std::size_t nodes_ = 0;
};

// yaml-cpp gives an alias the very node that it names, so they are looked for in the stream of events.
class RefuseAnchors : public YAML::EventHandler {
 public:
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] bool found() const { return found_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { look(mark, anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { look(mark, 1); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string&) override {
    look(mark, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    look(mark, anchor);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    look(mark, anchor);
  }
  void OnMapEnd() override {}

 private:
  void look(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0 || found_) return;
    found_ = true;
    line_ = mark.line + 1;
  }
  bool found_ = false;
  int line_ = 0;
};

tl::expected<YamlDocument, Problem> parse(const std::string& text) {
  RefuseAnchors anchors;
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  // Asked twice at most: on some malformed texts yaml-cpp finds another document for ever.
  const bool is_one = parser.HandleNextDocument(anchors) && !parser.HandleNextDocument(anchors);
  if (!is_one) return tl::unexpected<Problem>(Problem{{}, 1, "the file must hold one document"});
  if (anchors.found())
    return tl::unexpected<Problem>(
        Problem{{}, anchors.line(), "anchors and aliases are not used here; write the text out"});
  YamlDocument document;
  TRY_ASSIGN(document.json, Converter(document).convert(YAML::Load(text), "", 0));
  return document;
}

}  // namespace

int YamlDocument::line_of(std::string_view pointer) const {
  for (;;) {
    if (const auto found = lines.find(std::string(pointer)); found != lines.end()) return found->second;
    if (pointer.empty()) return 0;
    pointer = pointer.substr(0, pointer.rfind('/'));
  }
}

tl::expected<YamlDocument, Problem> parse_yaml(ByteView text) {
  if (text.size() > limits::object_bytes_max)
    return tl::unexpected<Problem>(Problem{{}, 0, "the file is too long; split it"});
  try {
    return parse(std::string(as_text(text)));
  } catch (const YAML::Exception& error) {
    return problem_at(error.mark,
                      error.msg + "; mend the YAML; words with signs such as : ? , # stand between quotation marks");
  }
}

}  // namespace hornbook::content
