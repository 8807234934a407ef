#include "sync/server/experiments/declaration.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/pack/index.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::server {
namespace {

using pack::bad_field;
using pack::Fields;
using pack::Located;
using pack::Read;

constexpr const char* place = "experiment";

Read<interpret::ArmRules> rules_of(Fields& fields) {
  interpret::ArmRules rules;
  if (const auto easier = fields.optional("easier_permille")) {
    TRY_ASSIGN(const std::int64_t permille,
               easier->whole(-interpret::arm_easier_permille_max, interpret::arm_easier_permille_max));
    rules.easier_permille = static_cast<std::int16_t>(permille);
  }
  if (const auto rests_after = fields.optional("rests_after")) {
    TRY_ASSIGN(const std::int64_t answers, rests_after->whole(1, interpret::arm_rests_after_max));
    rules.rests_after = static_cast<std::uint8_t>(answers);
  }
  TRY_ASSIGN(rules.has_messages, fields.truth("messages", true));
  return rules;
}

Read<DeclaredArm> arm_of(const Located& entry) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  DeclaredArm arm;
  TRY_ASSIGN(std::string name, fields.text("name", limits::name_bytes_max));
  arm.name.emplace("", std::move(name));
  TRY_ASSIGN(arm.rules, rules_of(fields));
  TRY_DONE(fields.end());
  return arm;
}

Read<DeclaredExperiment> declaration_of(const Located& document) {
  TRY_ASSIGN(Fields fields, Fields::of(document));
  DeclaredExperiment declared;
  TRY_ASSIGN(declared.name, fields.text("id", limits::identifier_bytes_max));
  if (!pack::is_identifier(declared.name)) return bad_field("/id", "an id has only a to z, 0 to 9, '.', '_' and '-'");
  TRY_ASSIGN(std::string question, fields.text("question", limits::experiment_words_bytes_max));
  declared.question.emplace("", std::move(question));
  if (const auto share = fields.optional("second_permille")) {
    TRY_ASSIGN(const std::int64_t permille, share->whole(1, 999));
    declared.second_permille = static_cast<std::uint16_t>(permille);
  }
  TRY_ASSIGN(const Located arms, fields.required("arms"));
  TRY_ASSIGN(const auto entries, arms.entries(interpret::experiment_arms, interpret::experiment_arms));
  for (std::size_t at = 0; at < interpret::experiment_arms; ++at) {
    TRY_ASSIGN(declared.arms[at], arm_of(entries[at]));
  }
  TRY_DONE(fields.end());
  if (declared.arms.front().rules == declared.arms.back().rules)
    return bad_field("/arms",
                     "both arms have the same rules; let them differ in easier_permille, rests_after or "
                     "messages");
  return declared;
}

}  // namespace

Result<DeclaredExperiment> read_declaration(ByteView json) {
  if (json.size() > limits::experiment_file_bytes_max)
    return fail(ErrorCode::LimitExceeded, place, "the declaration is too long");
  TRY_ASSIGN(const pack::Json parsed, pack::parse_json(json, place));
  const pack::SourceValue value = pack::source_value(parsed);
  auto declared = declaration_of(Located{&value, ""});
  if (!declared) return tl::unexpected(pack::to_error(declared.error(), place));
  return std::move(*declared);
}

std::string_view in_language(const pack::LocalisedText& text, std::string_view language) {
  for (const std::string_view wanted : {language, language.substr(0, language.find('-')), std::string_view()}) {
    const auto found = text.find(std::string(wanted));
    if (found != text.end()) return found->second;
  }
  return text.empty() ? std::string_view() : std::string_view(text.begin()->second);
}

}  // namespace hornbook::server
