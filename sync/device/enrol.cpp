#include "sync/device/enrol.hpp"

#include "sync/bundle/enrolment_file.hpp"
#include "sync/client/delivery_trust.hpp"
#include "sync/link/address.hpp"

namespace hornbook::device {
namespace {

Done make_private_folder(const std::filesystem::path& folder) {
  std::error_code error;
  const bool made = std::filesystem::create_directories(folder, error);
  if (made && !error) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (error)
    return fail(ErrorCode::StorageFailure, "enrol", "the data folder cannot be made; check who owns its parent");
  return {};
}

// NotFound when there is no enrolment here yet.
Result<Enrolled> enrolled_before(const std::filesystem::path& data_directory, const bundle::EnrolmentFile& file) {
  TRY_ASSIGN(const journal::DeviceIdentity identity, journal::load_identity(data_directory));
  if (identity.accepted || identity.enrolment_token != file.token)
    return fail(ErrorCode::NotAllowed, "enrol", "this device belongs to a school already; use wipe first");
  return Enrolled{identity.device_name, identity.school.name,
                  bundle::confirmation_code(identity.key.verify_key(), identity.enrolment_token)};
}

}  // namespace

Result<Enrolled> enrol(const std::filesystem::path& data_directory, std::string_view enrolment_json) {
  TRY_ASSIGN(const bundle::EnrolmentFile file, bundle::parse_enrolment(enrolment_json));
  TRY_ASSIGN([[maybe_unused]] const auto address, link::parse_server_address(file.school.server_url));
  auto before = enrolled_before(data_directory, file);
  if (before || before.error().code != ErrorCode::NotFound) return before;
  TRY_DONE(make_private_folder(data_directory));
  const journal::DeviceIdentity identity{file.device_name, file.profile, SigningKey::generate(),
                                         file.school,      file.token,   false};
  if (file.delivery_root) TRY_DONE(trust_delivery_root(data_directory, *file.delivery_root));
  TRY_DONE(journal::save(identity, data_directory));
  return enrolled_before(data_directory, file);
}

}  // namespace hornbook::device
