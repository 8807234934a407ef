// Port: somewhere that keeps one secret while this program is not there, and not on any disk. For the class key, so
// that a program that crashed opens the class again by itself.
#pragma once

#include <cstdint>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

class SecretKeeper {
 public:
  virtual ~SecretKeeper() = default;
  // In place of what it kept before; gone by itself after this time. StorageFailure when there is no such place here.
  [[nodiscard]] virtual Done keep(ByteView secret, std::int64_t seconds) = 0;
  // NotFound when nothing is kept. The caller wipes it.
  [[nodiscard]] virtual Result<Bytes> find() const = 0;
  virtual void forget() = 0;
};

}  // namespace hornbook::platform
