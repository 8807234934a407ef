// Fractions, roots, delimiters, operators and their classes; and the table of all commands.
#include <unordered_map>
#include <utility>

#include "ui/text/math_commands.hpp"
#include "ui/text/math_symbols.hpp"

namespace hornbook::ui::text {
namespace {

void fraction(MathParser& parser, MathRow& items, std::string_view name) {
  MathFraction fraction;
  if (name == "cfrac") {
    static_cast<void>(parser.tokens().take_raw_option());
    fraction.continued = true;
  }
  fraction.numerator = parser.argument();
  fraction.denominator = parser.argument();
  if (name == "dfrac" || name == "cfrac" || name == "dbinom") fraction.size = MathSize::Display;
  if (name == "tfrac" || name == "tbinom") fraction.size = MathSize::Text;
  if (name == "sfrac" || name == "nicefrac" || name == "flatfrac") fraction.form = FractionForm::Slash;
  if (name.ends_with("binom")) {
    fraction.form = FractionForm::NoBar;
    fraction.opening = U'(';
    fraction.closing = U')';
  }
  parser.add(items, {std::move(fraction)});
}

void root(MathParser& parser, MathRow& items, std::string_view) {
  MathRoot root;
  root.index = parser.option();
  root.content = parser.argument();
  parser.add(items, {std::move(root)});
}

void fence(MathParser& parser, MathRow& items, std::string_view) {
  MathFence fence;
  fence.delimiters.push_back(parser.delimiter());
  fence.parts.push_back(parser.row(MathParser::Until::Fence));
  while (parser.tokens().take_command("middle")) {
    fence.delimiters.push_back(parser.delimiter());
    fence.parts.push_back(parser.row(MathParser::Until::Fence));
  }
  fence.delimiters.push_back(parser.tokens().take_command("right") ? parser.delimiter() : 0);
  parser.add(items, {std::move(fence)});
}

// Its \left is missing: the delimiter alone.
void stray_fence(MathParser& parser, MathRow& items, std::string_view) {
  const char32_t sign = parser.delimiter();
  if (sign != 0) parser.add(items, {MathSymbol{sign, class_of_character(sign)}});
}

void big_delimiter(MathParser& parser, MathRow& items, std::string_view name) {
  MathDelimiter big;
  if (name.back() == 'l') big.kind = MathClass::Opening;
  if (name.back() == 'r') big.kind = MathClass::Closing;
  if (name.back() == 'm') big.kind = MathClass::Relation;
  if (name.starts_with("Big")) big.size = 2;
  if (name.starts_with("bigg")) big.size = 3;
  if (name.starts_with("Bigg")) big.size = 4;
  big.character = parser.delimiter();
  if (big.character != 0) parser.add(items, {big});
}

void of_class(MathParser& parser, MathRow& items, std::string_view name) {
  static const std::unordered_map<std::string_view, MathClass> classes{
      {"mathord", MathClass::Ordinary},      {"mathop", MathClass::LargeOperator}, {"mathbin", MathClass::Binary},
      {"mathrel", MathClass::Relation},      {"mathopen", MathClass::Opening},     {"mathclose", MathClass::Closing},
      {"mathpunct", MathClass::Punctuation}, {"mathinner", MathClass::Inner}};
  MathGroup group;
  group.kind = classes.at(name);
  if (group.kind == MathClass::LargeOperator) group.limits = LimitsPlace::AboveInDisplay;
  group.content = parser.argument();
  parser.add(items, {std::move(group)});
}

void limits(MathParser&, MathRow& items, std::string_view name) {
  if (items.empty()) return;
  const LimitsPlace place = name == "limits"     ? LimitsPlace::Above
                            : name == "nolimits" ? LimitsPlace::Beside
                                                 : LimitsPlace::AboveInDisplay;
  MathItem& last = items.back();
  if (auto* symbol = std::get_if<MathSymbol>(&last.what)) symbol->limits = place;
  if (auto* word = std::get_if<MathName>(&last.what)) word->limits = place;
  if (auto* group = std::get_if<MathGroup>(&last.what)) group->limits = place;
  if (auto* scripts = std::get_if<MathScripts>(&last.what)) scripts->limits = place;
}

void size(MathParser&, MathRow& items, std::string_view name) {
  MathSize size = MathSize::Text;
  if (name == "displaystyle") size = MathSize::Display;
  if (name == "scriptstyle") size = MathSize::Script;
  if (name == "scriptscriptstyle") size = MathSize::ScriptOfScript;
  items.push_back({MathSizeSwitch{size}});
}

void negation(MathParser& parser, MathRow& items, std::string_view) {
  MathRow crossed = parser.argument();
  auto* symbol = crossed.size() == 1 ? std::get_if<MathSymbol>(&crossed[0].what) : nullptr;
  const char32_t known = symbol == nullptr ? 0 : negated(symbol->character);
  if (known != 0) {
    symbol->character = known;
    return parser.add(items, std::move(crossed[0]));
  }
  const MathClass kind = crossed.empty() ? MathClass::Ordinary : class_of(crossed[0]);
  MathRow framed;
  parser.add(framed, {MathFrame{std::move(crossed), MathFrame::RisingStroke, {}}});
  parser.add(items, {MathGroup{std::move(framed), kind, std::nullopt}});
}

void modulo(MathParser& parser, MathRow& items, std::string_view name) {
  if (name == "bmod") return parser.add(items, {MathGroup{{{MathName{"mod"}}}, MathClass::Binary, std::nullopt}});
  parser.add(items, {MathSpace{1}});
  if (name == "pmod") parser.add(items, {MathSymbol{U'(', MathClass::Opening}});
  if (name != "pod") parser.add(items, {MathName{"mod"}});
  MathRow content = parser.argument();
  for (MathItem& item : content) parser.add(items, std::move(item));
  if (name == "pmod") parser.add(items, {MathSymbol{U')', MathClass::Closing}});
}

void blank(MathParser& parser, MathRow& items, std::string_view) { parser.add(items, {MathBlank{}}); }

void length(MathParser& parser, MathRow& items, std::string_view name) {
  if (name != "kern" && name != "mkern" && name != "hskip" && name != "mskip") {
    static_cast<void>(parser.tokens().take_character(U'*'));
    return parser.add(items, {MathSpace{ems_of_length(parser.tokens().take_raw_group())}});
  }
  const std::string_view rest = parser.tokens().source().substr(parser.tokens().at());
  std::size_t end = rest.find_first_not_of("+-.0123456789 ");
  if (end == std::string_view::npos) end = rest.size();
  const std::size_t unit = std::min(rest.size(), end + 2);
  parser.add(items, {MathSpace{ems_of_length(rest.substr(0, unit))}});
  parser.tokens().go_to(parser.tokens().at() + unit);
}

// Colours, names for style sheets and extensions to load change nothing here.
void drop_argument(MathParser& parser, MathRow&, std::string_view) {
  static_cast<void>(parser.tokens().take_raw_option());
  static_cast<void>(parser.tokens().take_raw_group());
}
void drop_two_arguments(MathParser& parser, MathRow& items, std::string_view name) {
  drop_argument(parser, items, name);
  drop_argument(parser, items, name);
}
void drop(MathParser&, MathRow&, std::string_view) {}
// Lines under each other without alignment, small: conditions under a sum.
void lines(MathParser& parser, MathRow& items, std::string_view) {
  const std::string_view raw = parser.tokens().take_raw_group();
  MathParser inner = parser.inside(raw);
  MathTable table;
  table.columns = {ColumnAlign::Center};
  table.size = MathSize::Script;
  inner.table_body(table);
  parser.add(items, {std::move(table)});
}

const MathCommands& all_commands() {
  static const MathCommands commands = [] {
    MathCommands all;
    add_letter_commands(all);
    add_mark_commands(all);
    add_commands(all, fraction,
                 {"frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac", "flatfrac", "binom", "dbinom", "tbinom"});
    add_commands(all, root, {"sqrt", "root"});
    add_commands(all, fence, {"left"});
    add_commands(all, stray_fence, {"right", "middle"});
    add_commands(all, big_delimiter,
                 {"big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr", "Biggr",
                  "bigm", "Bigm", "biggm", "Biggm"});
    add_commands(all, of_class,
                 {"mathord", "mathop", "mathbin", "mathrel", "mathopen", "mathclose", "mathpunct", "mathinner"});
    add_commands(all, limits, {"limits", "nolimits", "displaylimits"});
    add_commands(all, size, {"displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle"});
    add_commands(all, negation, {"not"});
    add_commands(all, modulo, {"bmod", "pmod", "mod", "pod"});
    add_commands(all, blank, {"square", "Box", "blank"});
    add_commands(all, length, {"hspace", "mspace", "kern", "mkern", "hskip", "mskip"});
    add_commands(all, drop_argument,
                 {"color", "textcolor", "class", "cssId", "href", "require", "label", "vspace", "style"});
    add_commands(all, drop_two_arguments, {"rule"});
    add_commands(all, drop, {"nonumber", "notag", "hfill",        "hfil",       "relax", "allowbreak",   "nobreak",
                             "noindent", "tiny",  "small",        "normalsize", "large", "Large",        "LARGE",
                             "huge",     "Huge",  "footnotesize", "scriptsize", "hline", "displaybreak", "null",
                             "-",        "/"});
    add_commands(all, lines, {"substack"});
    return all;
  }();
  return commands;
}

}  // namespace

void add_commands(MathCommands& commands, MathCommand command, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) commands.emplace(name, command);
}

MathCommand find_command(std::string_view name) {
  const auto found = all_commands().find(name);
  return found == all_commands().end() ? nullptr : found->second;
}

}  // namespace hornbook::ui::text
