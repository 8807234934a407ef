#include "platform/programs/model/simulate/family.hpp"

#include "platform/programs/model/simulate/additive_factors.hpp"
#include "platform/programs/model/simulate/knowledge_tracing.hpp"
#include "platform/programs/model/simulate/memory_decay.hpp"
#include "platform/programs/model/simulate/misconceptions.hpp"

namespace hornbook::simulate {

std::string_view name_of(FamilyKind kind) {
  switch (kind) {
    case FamilyKind::KnowledgeTracing:
      return "bkt";
    case FamilyKind::AdditiveFactors:
      return "additive";
    case FamilyKind::MemoryDecay:
      return "memory";
    case FamilyKind::Misconceptions:
      return "misconception";
  }
  return "";
}

std::unique_ptr<Family> make_family(FamilyKind kind, const Course& course, SeededRandom& random) {
  switch (kind) {
    case FamilyKind::KnowledgeTracing:
      return make_knowledge_tracing(course, KnowledgeTracingRanges{}, random);
    case FamilyKind::AdditiveFactors:
      return make_additive_factors(course, AdditiveFactorsRanges{}, random);
    case FamilyKind::MemoryDecay:
      return make_memory_decay(course, MemoryDecayRanges{}, random);
    case FamilyKind::Misconceptions:
      return make_misconceptions(course, MisconceptionRanges{}, random);
  }
  return nullptr;
}

}  // namespace hornbook::simulate
