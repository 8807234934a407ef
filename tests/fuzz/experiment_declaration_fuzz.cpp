#include "sync/server/experiments/declaration.hpp"

// Whatever the bytes, reading a school's own experiment ends with an error or with two arms within their bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const auto declared = server::read_declaration({data, size});
  if (!declared) return 0;
  for (const server::DeclaredArm& arm : declared->arms)
    if (arm.rules.rests_after > interpret::arm_rests_after_max || arm.name.empty()) __builtin_trap();
  return 0;
}
