#include "sync/client/ask_for_ingest_key.hpp"

#include "runtime/core/limits.hpp"
#include "sync/client/inbox.hpp"

namespace hornbook::device {

Done ask_for_ingest_key(DeviceFolder& folder, link::HttpClient& client) {
  const BoxPublicKey before = folder.identity.school.ingest;
  TRY_ASSIGN(const link::HttpResponse response,
             client.post("/sync/v1/key", folder.identity.id().view(), limits::bundle_bytes_max));
  if (response.status != 200)
    return fail(ErrorCode::NotAllowed, "sync", "the school cannot open this device's bundles; enrol the device anew");
  TRY_DONE(take_in(folder, response.body));
  if (folder.identity.school.ingest == before)
    return fail(ErrorCode::NotAllowed, "sync", "the school has no key later than this device's; ask its administrator");
  return {};
}

}  // namespace hornbook::device
