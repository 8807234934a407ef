#include <algorithm>
#include <string>

#include "runtime/core/crypto.hpp"
#include "sync/delivery/metadata.hpp"
#include "sync/delivery/path_pattern.hpp"

namespace delivery = hornbook::delivery;

namespace {

template <class Content>
void read_as(hornbook::ByteView bytes) {
  const auto metadata = delivery::parse_metadata<Content>(bytes);
  if (!metadata) return;
  // What was read has a version and a canonical form, and reads back from that form as it was.
  if (metadata->content.version < 1 || metadata->proof.message.empty()) __builtin_trap();
  const std::string again = "{\"signatures\":[],\"signed\":" + metadata->proof.message + "}";
  const auto second = delivery::parse_metadata<Content>(hornbook::as_bytes(again));
  // Canonical JSON leaves control characters as they are, which JSON does not allow: then it reads back as nothing.
  if (second && second->proof.message != metadata->proof.message) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool started = hornbook::crypto_start().has_value();
  if (!started) __builtin_trap();
  const hornbook::ByteView bytes(data, size);
  read_as<delivery::Root>(bytes);
  read_as<delivery::Timestamp>(bytes);
  read_as<delivery::Snapshot>(bytes);
  read_as<delivery::Targets>(bytes);
  const std::string_view text = hornbook::as_text(bytes.first(std::min<std::size_t>(size, 256)));
  const std::string_view path = text.substr(0, text.size() / 2);
  static_cast<void>(delivery::matches_path_pattern(path, text.substr(text.size() / 2)));
  if (path.find_first_of("[*?") == std::string_view::npos && !delivery::matches_path_pattern(path, path))
    __builtin_trap();
  return 0;
}
