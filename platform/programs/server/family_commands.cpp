#include <fmt/format.h>

#include "platform/programs/server/commands.hpp"
#include "platform/system/passphrase_file.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/school/families.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/school/leases.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {

Done run_family_make(const SchoolPlace& place, const FamilyOptions& options) {
  server::FamilyOrder order;
  order.name = options.name;
  order.small_devices = options.small_devices;
  TRY_ASSIGN(const SecretText passphrase, read_passphrase_file(options.passphrase_file));
  order.passphrase = passphrase.view();
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  for (const std::string& source : options.learners) {
    TRY_ASSIGN(const auto number, server::find_learner_by_source(school, source));
    if (!number) return fail(ErrorCode::NotFound, "family", "the roster has no learner of one of these ids");
    order.learners.push_back(*number);
  }
  TRY_DONE(server::make_family(school, order));
  fmt::print("made; let it use a device with 'hornbook-server family assign'\n");
  return {};
}

Done run_family_assign(const SchoolPlace& place, const FamilyOptions& options) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::int64_t family, server::find_family(school, options.name));
  TRY_ASSIGN(const server::Device device, server::find_device_by_name(school, options.device));
  return server::assign_class(school, family, device.number);
}

Done run_family_passphrase(const SchoolPlace& place, const FamilyOptions& options) {
  TRY_ASSIGN(const SecretText passphrase, read_passphrase_file(options.passphrase_file));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::int64_t family, server::find_family(school, options.name));
  TRY_DONE(server::make_class_lease(
      school, family, passphrase.view(),
      options.small_devices ? server::small_device_memory_bytes : PassphraseCost{}.memory_bytes));
  fmt::print("the family's devices open with it after their next contact\n");
  return {};
}

Done run_family_revoke(const SchoolPlace& place, const FamilyOptions& options) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::int64_t family, server::find_family(school, options.name));
  if (options.device.empty()) {
    TRY_DONE(server::revoke_family(school, family));
  } else {
    TRY_ASSIGN(const server::Device device, server::find_device_by_name(school, options.device));
    TRY_DONE(server::revoke_family(school, family, device.number));
  }
  fmt::print("revoked; a device drops it with its next contact\n");
  return {};
}

Done run_family_list(const SchoolPlace& place) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::vector<std::string> names, server::list_families(school));
  for (const std::string& name : names) fmt::print("{}\n", name);
  return {};
}

}  // namespace hornbook::platform
