#include "sync/client/fetch_packs.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/limits.hpp"
#include "sync/client/settings.hpp"

namespace hornbook::device {
namespace {

// zstd makes what cannot be compressed a little longer.
constexpr std::size_t compressed_object_bytes_max = limits::object_bytes_max + (64u << 10);

Result<Bytes> get(link::HttpClient& client, const std::string& target, std::size_t bytes_max) {
  TRY_ASSIGN(link::HttpResponse response, client.get(target, bytes_max));
  if (response.status != 200)
    return fail(
        ErrorCode::NotFound, "pack",
        "the server has not got a part of it (" + std::to_string(response.status) + "); tell whoever runs the server");
  return std::move(response.body);
}

class Fetcher {
 public:
  Fetcher(DeviceFolder& folder, link::HttpClient& client, std::uint64_t traffic_bytes_max)
      : folder_(folder), client_(client), traffic_bytes_max_(traffic_bytes_max) {}

  // True when the pack is whole and visible, false when the budget ended first.
  Result<bool> fetch(const Hash& pack, std::uint64_t& objects) {
    if (spent()) return false;
    TRY_ASSIGN(const Bytes index,
               get(client_, "/content/packs/" + to_hex(pack.view()) + ".index", limits::pack_index_bytes_max));
    const pack::Trust& trust = folder_.identity.school.packs;
    TRY_ASSIGN(const std::vector<pack::ObjectEntry> missing, folder_.packs.missing_objects(index, trust));
    for (const pack::ObjectEntry& entry : missing) {
      if (spent()) return false;
      TRY_ASSIGN(const Bytes object,
                 get(client_, "/content/objects/" + to_hex(entry.hash.view()), compressed_object_bytes_max));
      TRY_DONE(folder_.packs.put_object(entry.hash, object));
      ++objects;
    }
    TRY_ASSIGN(const Hash committed, folder_.packs.commit(index, trust));
    if (committed != pack)
      return fail(ErrorCode::Corrupt, "pack", "the server sent another pack than the one it had assigned; sync again");
    return true;
  }

 private:
  [[nodiscard]] bool spent() const {
    const link::Traffic traffic = client_.traffic();
    return traffic.sent_bytes + traffic.received_bytes >= traffic_bytes_max_;
  }

  DeviceFolder& folder_;
  link::HttpClient& client_;
  std::uint64_t traffic_bytes_max_;
};

}  // namespace

Result<PackFetch> fetch_packs(DeviceFolder& folder, link::HttpClient& client, std::uint64_t traffic_bytes_max) {
  TRY_ASSIGN(const std::vector<bundle::PackAssignment> assigned, assigned_packs(folder.store));
  TRY_ASSIGN(const std::vector<Hash> installed, folder.packs.list());
  const std::set<Hash> here(installed.begin(), installed.end());
  PackFetch report;
  Fetcher fetcher(folder, client, traffic_bytes_max);
  for (const bundle::PackAssignment& assignment : assigned) {
    if (here.contains(assignment.pack)) continue;
    const Result<bool> whole = fetcher.fetch(assignment.pack, report.objects);
    if (whole && *whole) {
      ++report.installed;
      continue;
    }
    ++report.waiting;
    if (!whole && !report.first_failure) report.first_failure = whole.error();
    if (!whole && whole.error().code == ErrorCode::NoLink) break;
  }
  return report;
}

}  // namespace hornbook::device
