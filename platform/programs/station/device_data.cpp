#include "platform/programs/station/device_data.hpp"

#include "platform/system/files.hpp"
#include "runtime/core/limits.hpp"
#include "sync/client/settings.hpp"

namespace hornbook::platform {
namespace {

Result<interpret::Parameters> load_parameters(const journal::Store& store) {
  TRY_ASSIGN(const std::optional<Bytes> bytes, store.setting(device::parameters_setting));
  if (!bytes) return interpret::default_parameters();
  return interpret::decode_parameters(*bytes);
}

// A demo opens its class by itself; everywhere else the passphrase is in a teacher's head.
Result<std::optional<std::string>> load_demo_passphrase(const std::filesystem::path& directory,
                                                        journal::Profile profile) {
  if (profile != journal::Profile::Demo) return std::optional<std::string>();
  Result<Bytes> bytes = read_file(directory / "demo-passphrase", limits::passphrase_bytes_max);
  if (!bytes && bytes.error().code == ErrorCode::NotFound) return std::optional<std::string>();
  if (!bytes) return tl::unexpected(std::move(bytes).error());
  std::string passphrase(as_text(*bytes));
  while (!passphrase.empty() && passphrase.back() == '\n') passphrase.pop_back();
  return std::optional<std::string>(std::move(passphrase));
}

// Linux names each boot; empty where it does not.
std::string boot_id() {
  const Result<Bytes> bytes = read_file("/proc/sys/kernel/random/boot_id", limits::identifier_bytes_max);
  return bytes ? std::string(as_text(*bytes)) : std::string();
}

}  // namespace

Result<journal::DeviceIdentity> load_enrolled(const std::filesystem::path& directory) {
  Result<journal::DeviceIdentity> identity = journal::load_identity(directory);
  if (!identity && identity.error().code == ErrorCode::NotFound) {
    return fail(ErrorCode::NotAllowed, "enrolment",
                "this device does not belong to a school yet; enrol it with hornbookctl enrol");
  }
  return identity;
}

Result<DeviceData> open_device_data(const std::filesystem::path& directory, const journal::DeviceIdentity& identity,
                                    const Clock& clock) {
  TRY_ASSIGN(std::optional<std::string> passphrase, load_demo_passphrase(directory, identity.profile));
  TRY_ASSIGN(journal::Writer writer, journal::Writer::open(directory, identity, clock, boot_id()));
  TRY_ASSIGN(const auto assigned, device::assigned_packs(writer.store()));
  TRY_ASSIGN(PackShelf shelf, PackShelf::open(directory / "packs", identity.school.packs, assigned));
  TRY_ASSIGN(std::vector<journal::ClassLease> leases, writer.store().leases());
  TRY_ASSIGN(const interpret::Parameters parameters, load_parameters(writer.store()));
  return DeviceData{directory,         std::move(writer), std::move(shelf),
                    std::move(leases), parameters,        std::move(passphrase)};
}

Done refresh(DeviceData& data) {
  TRY_ASSIGN(const auto assigned, device::assigned_packs(data.writer.store()));
  TRY_ASSIGN(const journal::DeviceIdentity identity, load_enrolled(data.directory));
  TRY_ASSIGN(data.parameters, load_parameters(data.writer.store()));
  return data.shelf.refresh(identity.school.packs, assigned);
}

}  // namespace hornbook::platform
