#include "content_packs/import/qti/processing.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "content_packs/import/qti/evaluate.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* place = "QTI processing";

enum class Flow : std::uint8_t { GoOn, Exit, DrawAgain };

tl::unexpected<Error> bad(std::string sentence) { return fail(ErrorCode::BadInput, place, std::move(sentence)); }

Value looked_up(const LookupTable& table, const Declaration& declaration, const std::optional<double>& source) {
  std::optional<std::string> target = table.otherwise;
  for (const TableEntry& entry : table.entries) {
    if (!source) break;
    const bool is_equal = !(*source < entry.source) && !(entry.source < *source);
    const bool is_above = *source > entry.source || (is_equal && entry.includes_boundary);
    if (table.is_interpolation ? !is_above : !is_equal) continue;
    target = entry.target;
    break;
  }
  const auto scalar = target ? read_scalar(declaration.type, *target) : std::nullopt;
  return scalar ? Value{declaration.type, Cardinality::Single, {*scalar}, {}} : null_value();
}

class Runner {
 public:
  explicit Runner(Session& session) : session_(session) {}

  Result<Flow> rules(const std::vector<const Element*>& list) {
    for (const Element* each : list) {
      TRY_DONE(session_.spend_step());
      TRY_ASSIGN(const Flow flow, rule(*each));
      if (flow != Flow::GoOn) return flow;
    }
    return Flow::GoOn;
  }

 private:
  Result<Flow> rule(const Element& element) {
    const std::string& name = element.name;
    if (name == "responseCondition" || name == "templateCondition") return condition(element);
    if (name == "responseProcessingFragment") return rules(element.elements());
    if (name == "exitResponse" || name == "exitTemplate") return Flow::Exit;
    if (name == "lookupOutcomeValue") return look_up(element);
    if (name == "templateConstraint") return constraint(element);
    if (name == "setOutcomeValue" || name == "setTemplateValue") return set(element, &Session::set);
    if (name == "setDefaultValue") return set(element, &Session::set_default);
    if (name == "setCorrectResponse") return set(element, &Session::set_correct);
    return bad("<" + name + "> is no rule of QTI's items");
  }

  static Result<const Element*> only_operand(const Element& element) {
    const auto operands = element.elements();
    if (operands.size() != 1) return bad("<" + element.name + "> needs one expression");
    return operands.front();
  }

  // The first branch whose condition is true; NULL is not true.
  Result<Flow> condition(const Element& element) {
    for (const Element* branch : element.elements()) {
      std::vector<const Element*> parts = branch->elements();
      const bool is_last = branch->name.ends_with("Else");
      if (is_last) return rules(parts);
      if (!branch->name.ends_with("If")) return bad("<" + branch->name + "> is no part of a condition");
      if (parts.empty()) return bad("<" + branch->name + "> has no condition");
      TRY_ASSIGN(const Value truth, evaluate(*parts.front(), session_));
      if (!truth_of(truth).value_or(false)) continue;
      parts.erase(parts.begin());
      return rules(parts);
    }
    return Flow::GoOn;
  }

  Result<Flow> set(const Element& element, bool (Session::*store)(std::string_view, Value)) {
    TRY_ASSIGN(const Element* expression, only_operand(element));
    TRY_ASSIGN(Value value, evaluate(*expression, session_));
    const std::string_view id = element.attribute("identifier");
    if (!(session_.*store)(id, std::move(value))) return bad("no variable \"" + std::string(id) + "\" is declared");
    return Flow::GoOn;
  }

  Result<Flow> look_up(const Element& element) {
    TRY_ASSIGN(const Element* expression, only_operand(element));
    TRY_ASSIGN(const Value source, evaluate(*expression, session_));
    const std::string_view id = element.attribute("identifier");
    const Declaration* declared = session_.declaration(id);
    if (declared == nullptr || !declared->table) return bad("no lookup table \"" + std::string(id) + "\" is declared");
    static_cast<void>(session_.set(id, looked_up(*declared->table, *declared, number_of(source))));
    return Flow::GoOn;
  }

  Result<Flow> constraint(const Element& element) {
    TRY_ASSIGN(const Element* expression, only_operand(element));
    TRY_ASSIGN(const Value truth, evaluate(*expression, session_));
    return truth_of(truth).value_or(false) ? Flow::GoOn : Flow::DrawAgain;
  }

  Session& session_;
};

// An expression of the variable RESPONSE that gives its score; else 0.
std::string scored_by(std::string_view condition, std::string_view when_true, std::string_view when_false) {
  return std::string("<responseProcessing><responseCondition><responseIf>")
      .append(condition)
      .append("<setOutcomeValue identifier='SCORE'>")
      .append(when_true)
      .append("</setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier='SCORE'>")
      .append(when_false)
      .append("</setOutcomeValue></responseElse></responseCondition></responseProcessing>");
}

std::map<std::string, Element, std::less<>> standard_templates() {
  const std::string is_correct = "<match><variable identifier='RESPONSE'/><correct identifier='RESPONSE'/></match>";
  const std::string is_empty = "<isNull><variable identifier='RESPONSE'/></isNull>";
  const std::string zero = "<baseValue baseType='float'>0</baseValue>";
  const std::string one = "<baseValue baseType='float'>1</baseValue>";
  const std::string most = "<variable identifier='MAXSCORE'/>";
  const std::map<std::string, std::string> sources = {
      {"match_correct", scored_by(is_correct, one, zero)},
      {"map_response", scored_by(is_empty, zero, "<mapResponse identifier='RESPONSE'/>")},
      {"map_response_point", scored_by(is_empty, zero, "<mapResponsePoint identifier='RESPONSE'/>")},
      {"CC2_match", scored_by(is_correct, one, zero)},
      {"CC2_match_basic", scored_by(is_correct, most, zero)},
      {"CC2_map_response", scored_by(is_empty, zero, "<mapResponse identifier='RESPONSE'/>")}};
  std::map<std::string, Element, std::less<>> templates;
  for (const auto& [name, source] : sources)
    if (auto parsed = parse_xml(as_bytes(source))) templates.emplace(name, std::move(*parsed));
  return templates;
}

}  // namespace

Done process_responses(const Element& rules, Session& session) {
  TRY_ASSIGN(const Flow ignored, Runner(session).rules(rules.elements()));
  static_cast<void>(ignored);
  return {};
}

Result<Session> draw(const std::vector<Declaration>& declarations, const Element* rules, std::uint64_t seed) {
  if (rules == nullptr) return Session(declarations, seed);
  SeededRandom seeds(seed);
  for (std::size_t time = 0; time < limits::template_tries_max; ++time) {
    Session session(declarations, seeds.next());
    TRY_ASSIGN(const Flow flow, Runner(session).rules(rules->elements()));
    if (flow != Flow::DrawAgain) return session;
  }
  return bad("no draw of its template meets its constraints");
}

const Element* standard_processing(std::string_view address) {
  static const std::map<std::string, Element, std::less<>> templates = standard_templates();
  const std::size_t slash = address.find_last_of("/\\");
  std::string_view name = slash == std::string_view::npos ? address : address.substr(slash + 1);
  if (name.ends_with(".xml")) name.remove_suffix(4);
  const auto found = templates.find(name);
  return found == templates.end() ? nullptr : &found->second;
}

}  // namespace hornbook::content::qti
