// Both texts parsed and compared, for tests that are tables of pairs.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "runtime/engage/algebra/algebra.hpp"

namespace hornbook::engage::algebra {

inline Comparison comparison_of(const std::string& expected, const std::string& typed,
                                const Requirement& requirement = {}) {
  const auto author = parse_expression(expected);
  const auto learner = parse_expression(typed);
  EXPECT_TRUE(author) << expected << ": " << (author ? "" : author.error().sentence);
  EXPECT_TRUE(learner) << typed << ": " << (learner ? "" : learner.error().sentence);
  if (!author || !learner) return {};
  return compare(*author, *learner, requirement);
}

inline void expect_verdict(Equivalence verdict, const std::string& expected, const std::string& typed,
                           const Requirement& requirement = {}) {
  EXPECT_EQ(comparison_of(expected, typed, requirement).equivalence, verdict)
      << "expected: " << expected << "   typed: " << typed;
}

inline void expect_same(const std::string& expected, const std::string& typed, const Requirement& requirement = {}) {
  expect_verdict(Equivalence::Same, expected, typed, requirement);
}

inline void expect_different(const std::string& expected, const std::string& typed,
                             const Requirement& requirement = {}) {
  expect_verdict(Equivalence::Different, expected, typed, requirement);
}

inline void expect_other_form(Form form, const std::string& expected, const std::string& typed) {
  expect_verdict(Equivalence::SameValueOtherForm, expected, typed, {form, Letters::Real, std::nullopt});
}

inline void expect_form(Form form, const std::string& expected, const std::string& typed) {
  expect_verdict(Equivalence::Same, expected, typed, {form, Letters::Real, std::nullopt});
}

}  // namespace hornbook::engage::algebra
