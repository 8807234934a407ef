#include "sync/client/fetch_packs.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "sync/client/content_source.hpp"
#include "sync/client/delivery_trust.hpp"
#include "sync/client/published_index.hpp"
#include "sync/client/settings.hpp"

namespace hornbook::device {
namespace {

// zstd makes what cannot be compressed a little longer.
constexpr std::size_t compressed_object_bytes_max = limits::object_bytes_max + (64u << 10);

// The signed index of a pack, from wherever it may be believed.
using FindIndex = std::function<Result<Bytes>(const AssignedPack& wanted)>;

bool contains(const std::vector<Hash>& packs, const Hash& pack) {
  return std::find(packs.begin(), packs.end(), pack) != packs.end();
}

// A disk may have lost a part of what was installed.
bool is_whole(const DeviceFolder& folder, const Hash& pack) {
  const auto index = folder.packs.signed_index(pack);
  if (!index) return false;
  const auto missing = folder.packs.missing_objects(*index, folder.identity.school.packs);
  return missing && missing->empty();
}

class Fetcher {
 public:
  Fetcher(DeviceFolder& folder, delivery::FileSource& content, const std::function<bool()>& is_spent)
      : folder_(folder), content_(content), is_spent_(is_spent) {}

  // True when the pack is whole and visible, false when the budget ended first.
  Result<bool> fetch(const AssignedPack& wanted, const FindIndex& find_index, std::uint64_t& objects) {
    if (is_spent_()) return false;
    TRY_ASSIGN(const Bytes index, find_index(wanted));
    const pack::Trust& trust = folder_.identity.school.packs;
    TRY_ASSIGN(const std::vector<pack::ObjectEntry> missing, folder_.packs.missing_objects(index, trust));
    for (const pack::ObjectEntry& entry : missing) {
      if (is_spent_()) return false;
      TRY_ASSIGN(const Bytes object,
                 content_.fetch("objects/" + to_hex(entry.hash.view()), compressed_object_bytes_max));
      TRY_DONE(folder_.packs.put_object(entry.hash, object));
      ++objects;
    }
    TRY_ASSIGN(const Hash committed, folder_.packs.commit(index, trust));
    if (committed != wanted.pack)
      return fail(ErrorCode::Corrupt, "pack", "the server sent another pack than the one it had assigned; sync again");
    return true;
  }

 private:
  DeviceFolder& folder_;
  delivery::FileSource& content_;
  const std::function<bool()>& is_spent_;
};

// The packs one after another; another's failure keeps none from coming.
void fetch_all(Fetcher& fetcher, const std::vector<AssignedPack>& missing, const FindIndex& find_index,
               PackFetch& report) {
  report.waiting = missing.size();
  for (const AssignedPack& wanted : missing) {
    const Result<bool> whole = fetcher.fetch(wanted, find_index, report.objects);
    if (whole && *whole) {
      ++report.installed;
      --report.waiting;
      continue;
    }
    if (!whole && !report.first_failure) report.first_failure = whole.error();
    if (!whole && whole.error().code == ErrorCode::NoLink) return;
  }
}

// What the school publishes now is the measure: an index that it does not vouch for is not taken, whoever signed it.
Done fetch_published(DeviceFolder& folder, delivery::FileSource& content, const Hash& root, Fetcher& fetcher,
                     const std::vector<AssignedPack>& missing, PackFetch& report) {
  TRY_ASSIGN(const journal::JournalStatus status, folder.store.status());
  TRY_ASSIGN(delivery::TrustedFolder trusted, open_delivery_trust(folder.path));
  FolderOf metadata(content, "metadata/");
  TRY_ASSIGN(delivery::Client client, update_delivery(root, metadata, trusted, status.last_contact_ms));
  fetch_all(
      fetcher, missing,
      [&](const AssignedPack& wanted) { return published_index(folder.packs, wanted, client, content); }, report);
  return {};
}

Result<PackFetch> fetch_missing(DeviceFolder& folder, delivery::FileSource& content,
                                const std::function<bool()>& is_spent, const std::vector<AssignedPack>& missing) {
  PackFetch report;
  Fetcher fetcher(folder, content, is_spent);
  TRY_ASSIGN(const std::optional<Hash> root, delivery_root(folder.path));
  if (root) {
    const Done done = fetch_published(folder, content, *root, fetcher, missing, report);
    if (done) return report;
    report.waiting = missing.size();
    report.first_failure = done.error();
    return report;
  }
  // A school that does not publish yet: its signed list and the publishers' signatures are all there is.
  fetch_all(
      fetcher, missing,
      [&](const AssignedPack& wanted) {
        return content.fetch("packs/" + to_hex(wanted.pack.view()) + ".index", limits::pack_index_bytes_max);
      },
      report);
  return report;
}

// For `hornbookctl status`. What a link did not bring is no refusal.
Done remember_refusal(journal::Store& store, const PackFetch& report) {
  const bool refused = report.first_failure && report.first_failure->code != ErrorCode::NoLink;
  const std::string sentence = refused ? describe(*report.first_failure) : std::string();
  TRY_ASSIGN(const auto known, store.setting(packs_refused_setting));
  if (as_text(known.value_or(Bytes())) == sentence) return {};
  return store.put_setting(packs_refused_setting, as_bytes(sentence));
}

// Removes what is neither assigned nor the version before it; only while nothing is on its way.
Done sweep(DeviceFolder& folder, const std::vector<AssignedPack>& assigned, std::vector<Hash> installed) {
  std::vector<Hash> kept;
  for (const AssignedPack& each : assigned) {
    kept.push_back(each.pack);
    const auto before = std::find_if(each.earlier.begin(), each.earlier.end(),
                                     [&](const Hash& earlier) { return contains(installed, earlier); });
    if (before != each.earlier.end()) kept.push_back(*before);
  }
  std::erase_if(installed, [&](const Hash& pack) { return contains(kept, pack); });
  return installed.empty() ? Done() : folder.packs.sweep(kept);
}

}  // namespace

Result<PackFetch> fetch_packs(DeviceFolder& folder, delivery::FileSource& content,
                              const std::function<bool()>& is_spent) {
  TRY_ASSIGN(const auto assigned, assigned_packs(folder.store));
  if (!assigned) return PackFetch{};
  TRY_ASSIGN(const std::vector<Hash> installed, folder.packs.list());
  std::vector<AssignedPack> missing;
  for (const AssignedPack& each : *assigned)
    if (!contains(installed, each.pack) || !is_whole(folder, each.pack)) missing.push_back(each);
  PackFetch report;
  if (!missing.empty()) {
    TRY_ASSIGN(report, fetch_missing(folder, content, is_spent, missing));
  }
  TRY_DONE(remember_refusal(folder.store, report));
  if (report.waiting > 0) return report;
  TRY_ASSIGN(std::vector<Hash> all, folder.packs.list());
  if (const Done swept = sweep(folder, *assigned, std::move(all)); !swept) report.first_failure = swept.error();
  return report;
}

Result<PackFetch> fetch_packs(DeviceFolder& folder, link::HttpClient& client, std::uint64_t traffic_bytes_max) {
  SchoolContent content(client, folder.path / "unfinished");
  return fetch_packs(folder, content, [&] {
    const link::Traffic traffic = client.traffic();
    return traffic.sent_bytes + traffic.received_bytes >= traffic_bytes_max;
  });
}

}  // namespace hornbook::device
