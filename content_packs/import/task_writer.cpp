#include "content_packs/import/task_writer.hpp"

#include <array>

namespace hornbook::content {
namespace {

class TaskWriter {
 public:
  explicit TaskWriter(SourceWriter& writer) : writer_(writer), out_(writer.out()) {}

  void operator()(const ImportedExpression& expression) const {
    writer_.word("answer", expression.answer);
    if (!expression.accept.empty()) {
      writer_.begin_list("accept");
      for (const std::string& each : expression.accept) out_ << YAML::SingleQuoted << each;
      out_ << YAML::EndSeq;
    }
    if (expression.form != "any") writer_.word("form", expression.form);
    if (!expression.tolerance.empty()) writer_.word("tolerance", expression.tolerance);
    if (expression.quantity) out_ << YAML::Key << "quantity" << YAML::Value << true;
  }

  void operator()(const ImportedShortText& short_text) const {
    writer_.text("answer", short_text.answer);
    writer_.texts("accept", short_text.accept);
    if (short_text.exact_case) writer_.word("case", "exact");
  }

  void operator()(const ImportedChoices& choices) const {
    if (!choices.shuffled) out_ << YAML::Key << "shuffled" << YAML::Value << false;
    writer_.begin_list("choices");
    for (const ImportedChoice& choice : choices.choices) {
      out_ << YAML::BeginMap;
      what_it_shows(choice.text, choice.figure);
      if (choice.correct) out_ << YAML::Key << "correct" << YAML::Value << true;
      writer_.optional_text("feedback", choice.feedback);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  // Each tile's value is its place.
  void operator()(const ImportedOrder& order) const {
    writer_.optional_text("first", order.first);
    writer_.optional_text("last", order.last);
    writer_.begin_list("tiles");
    std::size_t place = 0;
    for (const ImportedThing& tile : order.tiles) {
      out_ << YAML::BeginMap;
      what_it_shows(tile.text, tile.figure);
      out_ << YAML::Key << "value" << YAML::Value << ++place << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  void operator()(const ImportedMatch& match) const {
    writer_.begin_list("pairs");
    for (const ImportedPair& pair : match.pairs) {
      out_ << YAML::BeginMap;
      thing("to", pair.to);
      thing("tile", pair.tile);
      writer_.optional_text("feedback", pair.feedback);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
    things("extra", match.extra);
  }

  void operator()(const ImportedSort& sort) const {
    things("bins", sort.bins);
    writer_.begin_list("tiles");
    for (const ImportedSortTile& tile : sort.tiles) {
      out_ << YAML::BeginMap;
      what_it_shows(tile.thing.text, tile.thing.figure);
      out_ << YAML::Key << "bin" << YAML::Value << tile.bin;
      writer_.optional_text("feedback", tile.feedback);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  void operator()(const ImportedHotSpot& spot) const {
    picture(spot.picture, spot.width, spot.height);
    if (spot.several) writer_.word("select", "any");
    writer_.begin_list("areas");
    for (const ImportedArea& area : spot.areas) {
      out_ << YAML::BeginMap;
      numbers(name_of(area.shape), area.numbers);
      writer_.text("description", area.description);
      if (area.correct) out_ << YAML::Key << "correct" << YAML::Value << true;
      writer_.optional_text("feedback", area.feedback);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  void operator()(const ImportedLabel& label) const {
    picture(label.picture, label.width, label.height);
    writer_.begin_list("places");
    for (const ImportedPlace& place : label.places) {
      out_ << YAML::BeginMap;
      numbers("at", {place.x, place.y});
      writer_.text("description", place.description);
      thing("tile", place.tile);
      writer_.optional_text("feedback", place.feedback);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
    things("extra", label.extra);
  }

  void operator()(const ImportedNumberLine& line) const {
    writer_.word("from", line.from);
    writer_.word("to", line.to);
    out_ << YAML::Key << "intervals" << YAML::Value << line.intervals;
    if (line.label_every > 0) out_ << YAML::Key << "label_every" << YAML::Value << line.label_every;
    writer_.word("answer", line.answer);
  }

  void operator()(const ImportedNumber& number) const {
    writer_.word("answer", number.answer);
    if (number.form != "any") writer_.word("form", number.form);
  }

  void operator()(const ImportedTileBlank& blank) const {
    thing("tile", blank.tile);
    writer_.optional_text("feedback", blank.feedback);
  }

  void operator()(const ImportedCloze& cloze) const {
    writer_.text("text", cloze.text);
    writer_.begin_list("blanks");
    for (const ImportedBlank& blank : cloze.blanks) {
      blank_value(blank);
    }
    out_ << YAML::EndSeq;
    things("extra", cloze.extra);
    if (cloze.reuse) out_ << YAML::Key << "reuse" << YAML::Value << true;
  }

  void operator()(const ImportedHotText& task) const {
    writer_.text("text", task.text);
    writer_.word("select", task.one ? "one" : "any");
    if (!task.one && task.minimum > 1) out_ << YAML::Key << "minimum" << YAML::Value << task.minimum;
    if (!task.one && task.maximum > 0) out_ << YAML::Key << "maximum" << YAML::Value << task.maximum;
    writer_.begin_list("words");
    for (const ImportedHotWord& word : task.words) {
      out_ << YAML::Flow << YAML::BeginMap;
      if (word.correct) out_ << YAML::Key << "correct" << YAML::Value << true;
      writer_.optional_text("feedback", word.feedback);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  void operator()(const ImportedOpenResponse&) const {}

  void operator()(const ImportedTable& table) const {
    writer_.optional_text("corner", table.corner);
    if (!table.columns.empty()) {
      writer_.begin_list("columns");
      for (const std::string& name : table.columns) given(name);
      out_ << YAML::EndSeq;
    }
    writer_.begin_list("rows");
    for (const ImportedTableRow& row : table.rows) {
      out_ << YAML::BeginMap;
      writer_.optional_text("name", row.name);
      writer_.begin_list("cells");
      for (const ImportedTableCell& cell : row.cells) {
        if (cell.blank)
          blank_value(*cell.blank);
        else
          given(cell.text);
      }
      out_ << YAML::EndSeq << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

 private:
  static const char* name_of(ImportedArea::Shape shape) {
    if (shape == ImportedArea::Shape::Circle) return "circle";
    return shape == ImportedArea::Shape::Polygon ? "polygon" : "rectangle";
  }

  void blank_value(const ImportedBlank& blank) const {
    out_ << YAML::BeginMap;
    constexpr std::array names{"short_text", "number", "choice", ""};
    const bool is_tile = std::holds_alternative<ImportedTileBlank>(blank);
    if (!is_tile) writer_.begin_map(names.at(blank.index()));
    std::visit(*this, blank);
    if (!is_tile) out_ << YAML::EndMap;
    out_ << YAML::EndMap;
  }

  // A text, or `{}` for nothing.
  void given(const std::string& text) const {
    if (text.empty())
      out_ << YAML::Flow << YAML::BeginMap << YAML::EndMap;
    else
      writer_.text_value(text);
  }

  void numbers(const char* name, const std::vector<std::uint16_t>& values) const {
    out_ << YAML::Key << name << YAML::Value << YAML::Flow << YAML::BeginSeq;
    for (const std::uint16_t value : values) out_ << value;
    out_ << YAML::EndSeq;
  }

  void picture(const ImportedFigure& figure, std::uint16_t width, std::uint16_t height) const {
    writer_.figure(figure);
    numbers("size", {width, height});
  }

  void what_it_shows(const std::string& text, const std::optional<ImportedFigure>& figure) const {
    writer_.optional_text("text", text);
    writer_.figure(figure);
  }

  void thing(const char* name, const ImportedThing& thing) const {
    writer_.begin_map(name);
    what_it_shows(thing.text, thing.figure);
    out_ << YAML::EndMap;
  }

  void things(const char* name, const std::vector<ImportedThing>& things) const {
    if (things.empty()) return;
    writer_.begin_list(name);
    for (const ImportedThing& each : things) {
      out_ << YAML::BeginMap;
      what_it_shows(each.text, each.figure);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  SourceWriter& writer_;
  YAML::Emitter& out_;
};

}  // namespace

void write_task(SourceWriter& writer, const ImportedTask& task) {
  writer.begin_map(kind_of(task).c_str());
  std::visit(TaskWriter(writer), task);
  writer.out() << YAML::EndMap;
}

}  // namespace hornbook::content
