#include "tests/support/simulated_disk.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace hornbook::test {
namespace {

using Kind = DiskOperation::Kind;
constexpr std::size_t sector_bytes = 512;

void put(Bytes& content, std::size_t at, ByteView bytes) {
  content.resize(std::max(content.size(), at + bytes.size()));
  std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(at));
}

void apply_whole(Bytes& content, const DiskOperation& operation) {
  if (operation.kind == Kind::Write) put(content, operation.offset, operation.bytes);
  if (operation.kind == Kind::Truncate) content.resize(operation.offset);
  if (operation.kind == Kind::Delete) content.clear();
}

// Each sector that the write touches, by itself: its place in the file and its bytes.
template <class Visit>
void each_sector(const DiskOperation& write, const Visit& visit) {
  for (std::size_t done = 0; done < write.bytes.size();) {
    const std::size_t at = write.offset + done;
    const std::size_t size = std::min(sector_bytes - at % sector_bytes, write.bytes.size() - done);
    visit(at, ByteView(write.bytes).subspan(done, size));
    done += size;
  }
}

std::size_t sectors_in(const std::vector<DiskOperation>& operations) {
  std::size_t count = 0;
  for (const DiskOperation& operation : operations)
    if (operation.kind == Kind::Write) each_sector(operation, [&count](std::size_t, ByteView) { ++count; });
  return count;
}

}  // namespace

std::size_t power_cut_seeds() {
  const char* wanted = std::getenv("HORNBOOK_POWER_CUT_SEEDS");
  return wanted == nullptr ? 1 : std::max(1ul, std::strtoul(wanted, nullptr, 10));
}

void SimulatedDisk::apply(const DiskOperation& operation, bool flushes_lie) {
  File& file = files_[operation.file];
  if (operation.kind != Kind::Sync) file.unflushed.push_back(operation);
  if (flushes_lie) return;
  if (operation.kind == Kind::Sync) {
    for (const DiskOperation& each : file.unflushed) apply_whole(file.flushed, each);
    file.unflushed.clear();
  }
  if (operation.with_folder) flush_folder();
}

void SimulatedDisk::flush_folder() {
  for (auto& [name, file] : files_) {
    const auto deleted = std::find_if(file.unflushed.rbegin(), file.unflushed.rend(),
                                      [](const DiskOperation& each) { return each.kind == Kind::Delete; });
    if (deleted == file.unflushed.rend()) continue;
    file.flushed.clear();
    file.unflushed.erase(file.unflushed.begin(), deleted.base());
  }
}

Bytes SimulatedDisk::content_of(const File& file, Unflushed unflushed, SeededRandom& random) {
  Bytes content = file.flushed;
  if (unflushed == Unflushed::Lost) return content;
  const bool is_scattered = unflushed != Unflushed::Written;
  const std::size_t sectors = sectors_in(file.unflushed);
  const std::size_t torn = unflushed == Unflushed::Torn && sectors > 0 ? random.below(sectors) : sectors;
  std::size_t sector = 0;
  for (const DiskOperation& operation : file.unflushed) {
    if (operation.kind != Kind::Write) {
      if (!is_scattered || random.below(2) == 0) apply_whole(content, operation);
      continue;
    }
    each_sector(operation, [&](std::size_t at, ByteView bytes) {
      if (sector++ == torn)
        put(content, at, bytes.first(random.below(bytes.size())));
      else if (!is_scattered || random.below(2) == 0)
        put(content, at, bytes);
    });
  }
  return content;
}

void SimulatedDisk::write_image(const std::filesystem::path& folder, Unflushed unflushed, SeededRandom& random) const {
  for (const auto& [name, file] : files_) {
    const Bytes content = content_of(file, unflushed, random);
    if (content.empty()) continue;
    std::ofstream out(folder / name, std::ios::binary);
    out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
  }
}

}  // namespace hornbook::test
