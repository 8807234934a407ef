#include "platform/system/hardening.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace hornbook::platform {

Done forbid_core_dumps() {
  const rlimit none{0, 0};
  if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
    return fail(ErrorCode::OurBug, "start", "the system does not let this program forbid core dumps");
  }
  return {};
}

}  // namespace hornbook::platform
