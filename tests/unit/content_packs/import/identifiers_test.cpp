#include "content_packs/import/identifiers.hpp"

#include <gtest/gtest.h>

#include "runtime/pack/index.hpp"

namespace hornbook::content {
namespace {

TEST(Identifiers, AnyName_BecomesAnIdentifier) {
  EXPECT_EQ(identifier_of("a343428L'hopital10"), "a343428l-hopital10");
  EXPECT_EQ(identifier_of("Öppna: dörren!"), "ppna-d-rren");
  EXPECT_EQ(identifier_of("…"), "unnamed");
  EXPECT_EQ(identifier_of("../../etc"), "etc");
  for (const std::string& name : {std::string(), std::string(500, 'x'), std::string("../../etc"), std::string("\n\t")})
    EXPECT_TRUE(pack::is_identifier(identifier_of(name))) << name;
}

TEST(Identifiers, TheSameName_IsGivenOnce) {
  UniqueIdentifiers ids;
  EXPECT_EQ(ids.give("a b"), "a-b");
  EXPECT_EQ(ids.give("A-B"), "a-b-2");
  EXPECT_EQ(ids.give("a-b"), "a-b-3");
}

}  // namespace
}  // namespace hornbook::content
