#include "content_packs/import/qti/session.hpp"

#include <algorithm>
#include <cmath>

#include "content_packs/import/qti/numbers.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

bool is_number(BaseType type) { return type == BaseType::Integer || type == BaseType::Float; }

Value found_in(const std::map<std::string, Value, std::less<>>& values, std::string_view id) {
  const auto found = values.find(id);
  return found == values.end() ? null_value() : found->second;
}

// An outcome that is a number begins at 0 (QTI 2.2 Information Model, outcomeDeclaration).
Value at_start(const Declaration& declaration) {
  if (declaration.kind == VariableKind::Response || !declaration.by_default.is_null()) return declaration.by_default;
  const bool is_zero = declaration.kind == VariableKind::Outcome && declaration.cardinality == Cardinality::Single &&
                       is_number(declaration.type);
  if (!is_zero) return declaration.by_default;
  return declaration.type == BaseType::Integer ? single(std::int64_t{0}) : single(0.0);
}

}  // namespace

Session::Session(const std::vector<Declaration>& declarations, std::uint64_t seed)
    : declarations_(declarations), random_(seed) {
  values_["completionStatus"] = single(BaseType::Identifier, "unknown");
  values_["numAttempts"] = single(std::int64_t{1});
  values_["duration"] = {BaseType::Duration, Cardinality::Single, {0.0}, {}};
  for (const Declaration& each : declarations) {
    values_[each.id] = at_start(each);
    defaults_[each.id] = each.by_default;
    correct_[each.id] = each.correct;
  }
}

const Declaration* Session::declaration(std::string_view id) const {
  const auto found =
      std::find_if(declarations_.begin(), declarations_.end(), [&](const Declaration& each) { return each.id == id; });
  return found == declarations_.end() ? nullptr : &*found;
}

Value Session::value(std::string_view id) const { return found_in(values_, id); }
Value Session::by_default(std::string_view id) const { return found_in(defaults_, id); }
Value Session::correct(std::string_view id) const { return found_in(correct_, id); }

Value Session::fitting(const Declaration& declaration, Value value) const {
  if (declaration.cardinality == Cardinality::Single && value.scalars.size() > 1) value.scalars.resize(1);
  for (Scalar& scalar : value.scalars) {
    const auto number = number_of(scalar);
    if (declaration.type == BaseType::Float && number) scalar = *number;
    if (declaration.type == BaseType::Integer && number && std::abs(*number) < 9e15)
      scalar = static_cast<std::int64_t>(std::trunc(*number));
    if (is_number(declaration.type) && !number)
      if (const auto read = read_scalar(declaration.type, to_text(scalar))) scalar = *read;
    if (declaration.type == BaseType::String && number) scalar = to_text(scalar);
  }
  if (declaration.cardinality != Cardinality::Record) {
    value.type = declaration.type;
    value.cardinality = declaration.cardinality;
  }
  return value;
}

bool Session::set(std::string_view id, Value value) {
  const Declaration* declared = declaration(id);
  if (declared == nullptr && !is_known(id)) return false;
  values_.insert_or_assign(std::string(id), declared == nullptr ? std::move(value) : fitting(*declared, value));
  return true;
}

bool Session::set_default(std::string_view id, Value value) {
  const Declaration* declared = declaration(id);
  if (declared == nullptr) return false;
  defaults_.insert_or_assign(std::string(id), fitting(*declared, value));
  if (declared->kind == VariableKind::Outcome) values_.insert_or_assign(std::string(id), fitting(*declared, value));
  return true;
}

bool Session::set_correct(std::string_view id, Value value) {
  const Declaration* declared = declaration(id);
  if (declared == nullptr) return false;
  correct_.insert_or_assign(std::string(id), fitting(*declared, value));
  return true;
}

std::optional<double> Session::number_or_variable(std::string_view text) const {
  if (const auto number = real_number(text)) return number;
  if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
  return number_of(value(text));
}

Done Session::spend_step() {
  if (++steps_ <= limits::qti_steps_max) return {};
  return fail(ErrorCode::LimitExceeded, "QTI processing", "it takes too many steps");
}

}  // namespace hornbook::content::qti
