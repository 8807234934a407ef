#include "sync/device/carry.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/journal/durable_file.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"

namespace hornbook::device {

Result<Exported> export_bundle(const DeviceFolder& folder, const std::filesystem::path& file) {
  TRY_ASSIGN(const Outbox outbox, collect(folder, limits::exchange_event_bytes_max));
  TRY_DONE(journal::replace_file(std::filesystem::absolute(file), outbox.bundle));
  return Exported{outbox.bundle.size(), outbox.more};
}

Result<Imported> import_bundle(DeviceFolder& folder, const std::filesystem::path& file) {
  TRY_ASSIGN(const Bytes bundle, journal::read_whole_file(file, limits::bundle_bytes_max));
  TRY_ASSIGN(const journal::JournalStatus before, folder.store.status());
  TRY_DONE(take_in(folder, bundle));
  TRY_ASSIGN(const journal::JournalStatus after, folder.store.status());
  return Imported{after.events_acknowledged - before.events_acknowledged};
}

}  // namespace hornbook::device
