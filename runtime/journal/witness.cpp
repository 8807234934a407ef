#include "runtime/journal/witness.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tuple>

#include "runtime/core/crypto.hpp"

namespace hornbook::journal {
namespace {

constexpr std::size_t copy_size = 8 + 8 + Hash::size + Hash::size;

std::optional<Position> read_copy(int descriptor, unsigned copy) {
  Bytes bytes(copy_size);
  const auto size = ::pread(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(copy * copy_size));
  if (size != static_cast<ssize_t>(copy_size)) return std::nullopt;
  const ByteView fields = ByteView(bytes).first(copy_size - Hash::size);
  if (!equal_secret(hash(fields).view(), ByteView(bytes).last(Hash::size))) return std::nullopt;
  ByteReader reader(fields);
  return Position{*reader.u64(), *reader.u64(), *reader.id<Hash>()};
}

}  // namespace

Result<Witness> Witness::open(const std::filesystem::path& data_directory) {
  FileDescriptor file(
      ::open((data_directory / "journal.witness").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.is_open()) return fail(ErrorCode::StorageFailure, "journal witness", "it cannot be opened");
  return Witness(std::move(file));
}

std::optional<Position> Witness::last() const {
  const auto first = read_copy(file_.get(), 0);
  const auto second = read_copy(file_.get(), 1);
  if (!first || !second) return first ? first : second;
  return std::tie(first->epoch, first->sequence) > std::tie(second->epoch, second->sequence) ? first : second;
}

Done Witness::write(const Position& position) {
  ByteWriter writer;
  writer.u64(position.epoch);
  writer.u64(position.sequence);
  writer.raw(position.chain.view());
  const Hash checksum = hash(writer.view());
  writer.raw(checksum.view());
  const auto at = static_cast<off_t>(next_copy_ * copy_size);
  if (::pwrite(file_.get(), writer.view().data(), copy_size, at) != static_cast<ssize_t>(copy_size)) {
    return fail(ErrorCode::StorageFailure, "journal witness", "the disk refused to write it");
  }
  next_copy_ ^= 1u;
  return {};
}

Done Witness::flush() {
  if (::fdatasync(file_.get()) != 0) {
    return fail(ErrorCode::StorageFailure, "journal witness", "the disk refused to flush it");
  }
  return {};
}

}  // namespace hornbook::journal
