// What the client stands on: somewhere to fetch from, and somewhere to keep what it trusts. Ports; http_source.hpp and
// trusted_folder.hpp are the real ones. Single-threaded use.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/core/bytes.hpp"

namespace hornbook::delivery {

class FileSource {
 public:
  virtual ~FileSource() = default;
  // `address`: relative, percent-encoded. NotFound when the other side says that there is no such file, LimitExceeded
  // when it is longer than `bytes_max` (no more than that is ever read), NoLink when nobody answers.
  [[nodiscard]] virtual Result<Bytes> fetch(std::string_view address, std::size_t bytes_max) = 0;
};

// The last verified metadata of each role, byte for byte as it came.
class TrustedMetadata {
 public:
  virtual ~TrustedMetadata() = default;
  // Nothing when there is none, or none that can be read as a file of at most `bytes_max`; StorageFailure.
  [[nodiscard]] virtual Result<std::optional<Bytes>> read(std::string_view role, std::size_t bytes_max) = 0;
  // Whole or not at all, also in a power cut.
  [[nodiscard]] virtual Done write(std::string_view role, ByteView bytes) = 0;
  [[nodiscard]] virtual Done remove(std::string_view role) = 0;
};

}  // namespace hornbook::delivery
