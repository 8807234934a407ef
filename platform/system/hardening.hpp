// What a process that holds learners' keys asks of the kernel.
#pragma once

#include "runtime/core/error.hpp"

namespace hornbook::platform {

// No core file, no debugger of another user's, no /proc/PID/mem: keys in memory end with the process. Call first in
// main. OurBug when the kernel refuses.
[[nodiscard]] Done forbid_core_dumps();

}  // namespace hornbook::platform
