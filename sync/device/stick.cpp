#include "sync/device/stick.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "runtime/journal/durable_file.hpp"
#include "sync/bundle/bundle_folder.hpp"
#include "sync/client/outbox.hpp"
#include "sync/device/carry.hpp"

namespace hornbook::device {
namespace {

constexpr std::size_t name_nonce_bytes = 8;
constexpr std::string_view unfinished_extension = ".new";  // of journal::replace_file
// "001-" and 32 hexadecimal digits: a number, so that pieces are taken in their order, 8 random bytes and 8 of their
// hash under the device's key.
constexpr std::size_t number_digits = 3;
constexpr std::size_t name_size = number_digits + 1 + 32;

using FileMark = OpaqueId<struct FileMarkTag, 16>;

class Names {
 public:
  explicit Names(const SigningKey& device) : key_(derive_key(device.seed(), "stick")) {}

  [[nodiscard]] std::string make(std::size_t number) const {
    std::array<char, number_digits + 2> prefix{};
    std::snprintf(prefix.data(), prefix.size(), "%03u-", static_cast<unsigned>(number));
    return prefix.data() + to_hex(mark(random_bytes(name_nonce_bytes)).view()) + std::string(bundle::bundle_extension);
  }
  // Of a whole file or of one that was never finished.
  [[nodiscard]] bool is_own(std::filesystem::path name) const {
    if (name.extension() == unfinished_extension) name = name.stem();
    if (name.extension() != bundle::bundle_extension) return false;
    const std::string stem = name.stem().string();
    if (stem.size() != name_size) return false;
    const auto found = id_from_hex<FileMark>(stem.substr(number_digits + 1));
    return found && *found == mark(found->view().first(name_nonce_bytes));
  }

 private:
  [[nodiscard]] FileMark mark(ByteView nonce) const {
    const Hash digest = hash({key_.view(), nonce});
    FileMark mark;
    std::copy(nonce.begin(), nonce.end(), mark.bytes.begin());
    std::copy_n(digest.bytes.begin(), FileMark::size - name_nonce_bytes, mark.bytes.begin() + name_nonce_bytes);
    return mark;
  }

  SecretKey key_;
};

Result<std::vector<std::filesystem::path>> own_files(const Names& names, const std::filesystem::path& stick) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator at(stick, error), end; !error && at != end; at.increment(error))
    if (names.is_own(at->path().filename())) files.push_back(at->path());
  if (error) return fail(ErrorCode::StorageFailure, "stick", "it cannot be read; check that it is in place");
  return files;
}

Done write_piece(const std::filesystem::path& file, ByteView bundle) {
  const Done written = journal::replace_file(file, bundle);
  if (written) return {};
  std::error_code ignored;
  std::filesystem::remove(file.string() + std::string(unfinished_extension), ignored);
  return fail(
      ErrorCode::StorageFailure, "stick",
      "it is full, write-protected or gone; nothing is lost: make room or take another stick, and export again");
}

// The new ones are durable by now. What cannot be deleted is deleted by the next export, and is harmless until then.
void delete_files(const std::vector<std::filesystem::path>& files) {
  std::error_code ignored;
  for (const std::filesystem::path& file : files) std::filesystem::remove(file, ignored);
}

}  // namespace

Result<StickExport> export_to_stick(const DeviceFolder& folder, const std::filesystem::path& stick,
                                    std::uint64_t piece_bytes_max) {
  const std::filesystem::path place = std::filesystem::absolute(stick);
  const Names names(folder.identity.key);
  TRY_ASSIGN(const std::vector<std::filesystem::path> older, own_files(names, place));
  StickExport report;
  Collecting wanted;
  wanted.event_bytes_max = piece_bytes_max;
  for (report.more = true; report.more && report.bundles < limits::stick_pieces_max;) {
    TRY_ASSIGN(const Outbox outbox, collect(folder, wanted));
    TRY_DONE(write_piece(place / names.make(report.bundles + 1), outbox.bundle));
    ++report.bundles;
    report.bytes += outbox.bundle.size();
    report.more = outbox.more;
    wanted.from = outbox.next;
  }
  delete_files(older);
  return report;
}

Result<StickImport> import_from_stick(DeviceFolder& folder, const std::filesystem::path& stick) {
  TRY_ASSIGN(const std::vector<bundle::BundleFile> files, bundle::list_bundles(stick, bundle::Direction::Down));
  TRY_ASSIGN(const BoxPublicKey own, box_key_of(folder.identity.key.verify_key()));
  StickImport report;
  for (const bundle::BundleFile& file : files) {
    if (!bundle::is_for(file.mailbox, own)) continue;
    const Result<Imported> imported = import_bundle(folder, file.path);
    if (imported) {
      ++report.replies;
      report.events_acknowledged += imported->events_acknowledged;
    } else if (!report.first_failure) {
      report.first_failure = imported.error();
    }
  }
  return report;
}

}  // namespace hornbook::device
