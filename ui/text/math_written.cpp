// A formula in one line of signs.
#include "ui/semantics/utf8.hpp"
#include "ui/text/math_parser.hpp"
#include "ui/text/math_spoken.hpp"
#include "ui/text/spoken_line.hpp"

namespace hornbook::ui::text {
namespace {

class MathWriter {
 public:
  void write(const MathRow& row) {
    for (const MathItem& item : row) {
      std::visit([&](const auto& what) { write(what); }, item.what);
    }
  }
  [[nodiscard]] std::string take() { return line_.take(); }

 private:
  // One sign as it is, more of them in brackets.
  static std::string part(const MathRow& row) {
    const std::string written = write_math(row);
    return row.size() > 1 ? "(" + written + ")" : written;
  }
  void sign(char32_t character) {
    std::string text;
    append_utf8(text, character);
    if (character != 0) line_.add(text);
  }

  void write(const MathSymbol& symbol) { sign(symbol.character); }
  void write(const MathNumber& number) { line_.add(number.digits); }
  void write(const MathText& text) { line_.add_words(text.words); }
  void write(const MathName& name) { line_.add(name.name); }
  void write(const MathSpace&) {}
  void write(const MathSizeSwitch&) {}
  void write(const MathBlank&) { line_.add("□"); }
  void write(const MathGroup& group) { write(group.content); }
  void write(const MathFraction& fraction) { line_.add(part(fraction.numerator) + "/" + part(fraction.denominator)); }
  void write(const MathRoot& root) {
    line_.add((root.index.empty() ? "" : write_math(root.index)) + "√" + part(root.content));
  }
  void write(const MathScripts& scripts) {
    std::string written = write_math(scripts.base);
    if (!scripts.subscript.empty()) written += "_" + part(scripts.subscript);
    if (!scripts.superscript.empty()) written += "^" + part(scripts.superscript);
    line_.add(written);
  }
  void write(const MathFence& fence) {
    for (std::size_t at = 0; at < fence.delimiters.size(); ++at) {
      sign(fence.delimiters[at]);
      if (at < fence.parts.size()) write(fence.parts[at]);
    }
  }
  void write(const MathDelimiter& delimiter) { sign(delimiter.character); }
  void write(const MathTable& table) {
    sign(table.opening);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (row > 0) line_.add(";");
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        if (column > 0 && !table.open_rows) line_.add(",");
        write(table.rows[row][column]);
      }
    }
    sign(table.closing);
  }
  void write(const MathAccent& accent) { write(accent.base); }
  void write(const MathStack& stack) { write(stack.base); }
  void write(const MathArrow& arrow) { sign(arrow.arrow); }
  void write(const MathFrame& frame) { write(frame.content); }
  void write(const MathPhantom& phantom) {
    if (phantom.shown) write(phantom.content);
  }
  void write(const MathUnknown& unknown) { line_.add(unknown.source); }

  SpokenLine line_;
};

}  // namespace

std::string write_math(const MathRow& row) {
  MathWriter writer;
  writer.write(row);
  return writer.take();
}

}  // namespace hornbook::ui::text
