// The .hbpack file: a signed index and its objects in one file. Bytes: content_packs/schema/FORMAT.md.
#pragma once

#include <filesystem>
#include <functional>
#include <map>

#include "runtime/pack/signed_index.hpp"

namespace hornbook::pack {

// Objects by the hash of their plain bytes, compressed.
using CompressedObjects = std::map<Hash, Bytes>;

// `objects` must hold every object that the index names.
[[nodiscard]] Bytes write_container(ByteView signed_index, const CompressedObjects& objects);

struct ContainerVisitor {
  // Called once, first. An error ends the reading.
  std::function<Done(ByteView signed_index, const SignedIndex& read)> index;
  // Called for each object in the order of the index, after its bytes were checked.
  std::function<Done(const Hash& object, ByteView compressed, const Bytes& plain)> object;
};
// Reads a container from front to back and checks every byte of it: BadInput, Corrupt or LimitExceeded at the first
// that is wrong, or the first error of the visitor.
[[nodiscard]] Done visit_container(ByteView bytes, const ContainerVisitor& visitor);
// The same of a file, with one object in memory at a time.
[[nodiscard]] Done visit_container_file(const std::filesystem::path& file, const ContainerVisitor& visitor);

}  // namespace hornbook::pack
