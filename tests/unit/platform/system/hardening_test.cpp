#include "platform/system/hardening.hpp"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace hornbook::platform {
namespace {

TEST(Hardening, AfterTheCall_TheKernelWritesNoCore) {
  ASSERT_TRUE(forbid_core_dumps());
  rlimit limit{};
  ASSERT_EQ(::getrlimit(RLIMIT_CORE, &limit), 0);
  EXPECT_EQ(limit.rlim_max, 0u);
  EXPECT_EQ(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
}

}  // namespace
}  // namespace hornbook::platform
