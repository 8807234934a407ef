// A device in the field takes packs from its school, and whoever stands between them tries what The Update Framework
// lists (TUF 1.0.33, section 1.5.2): what is installed stays, nothing else is taken, and the device says so.
#include <algorithm>
#include <atomic>
#include <filesystem>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/build/source_tree.hpp"
#include "sync/client/delivery_trust.hpp"
#include "sync/client/fetch_packs.hpp"
#include "sync/client/settings.hpp"
#include "sync/device/status.hpp"
#include "sync/server/school/publication.hpp"
#include "sync/server/web/content.hpp"
#include "tests/support/running_server.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

content::SourceTree small_source(std::string_view version) {
  const auto bytes = [](std::string_view text) { return Bytes(text.begin(), text.end()); };
  const std::string manifest = "name: org.example.small\nversion: \"" + std::string(version) +
                               "\"\nlanguages: [en]\ntitle: {en: Small}\nlicence: CC0-1.0\nauthors: [A]\n"
                               "subject: mathematics\n";
  const std::string item =
      "id: one\nobjective: o\nskills: [s]\ndifficulty: 5\nprompt: {en: 'Type 3'}\nnumber: {answer: "
      "3}\nhints: [{en: h}, {en: h}, {en: h}]\nexplanation: {en: in version " +
      std::string(version) + "}\nnot_yet: {en: n}\n";
  return {{"pack.yaml", bytes(manifest)},
          {"skills.yaml", bytes("skills:\n  - {id: s, title: {en: S}, can_do: {en: I can}}\n")},
          {"items/01-one.yaml", bytes(item)}};
}

// The school's /content/, with somebody in between who can answer in its place.
class Content final : public delivery::FileSource {
 public:
  explicit Content(School& school) : school_(school) {}
  Result<Bytes> fetch(std::string_view address, std::size_t bytes_max) override {
    asked.emplace_back(address);
    auto answer = mirror.contains(std::string(address)) ? mirror.at(std::string(address)) : true_answer(address);
    if (!answer) return fail(ErrorCode::NotFound, "content", "there is no such thing");
    if (answer->size() > bytes_max) return fail(ErrorCode::LimitExceeded, "content", "it is too long");
    received += answer->size();
    return std::move(*answer);
  }
  std::optional<Bytes> true_answer(std::string_view address) const {
    link::HttpRequest request;
    request.method = "GET";
    request.path = "/content/" + std::string(address);
    link::HttpResponse response = answer_content({school_.packs_directory(), school_.delivery_directory()}, request);
    if (response.status != 200) return std::nullopt;
    return std::move(response.body);
  }
  // Keeps answering with what is published now.
  void freeze() {
    for (const char* name : {"metadata/timestamp.json", "metadata/2.root.json"}) mirror[name] = true_answer(name);
  }

  std::map<std::string, std::optional<Bytes>> mirror;
  std::vector<std::string> asked;
  std::size_t received = 0;

 private:
  School& school_;
};

class PackDelivery : public test::FieldDeviceBed {
 protected:
  Hash add(const content::SourceTree& tree) {
    const content::BuiltPack built = content::build_pack(content::read_pack(tree).source).value();
    const std::vector<const SigningKey*> keys{&publisher_};
    const std::filesystem::path file = folder_.path() / "new.hbpack";
    EXPECT_TRUE(write_private_file(file, content::to_file(built, keys)));
    const auto added = add_pack(*school_, file, {{publisher_.verify_key()}, 1}, clock_.now().unix_ms);
    EXPECT_TRUE(added) << added.error().sentence;
    return added.value_or(Hash{});
  }
  device::PackFetch fetch() {
    device::DeviceFolder folder = open_device();
    return device::fetch_packs(folder, content_, [] { return false; }).value();
  }
  device::PackFetch synchronise_and_fetch() {
    synchronise();
    return fetch();
  }
  void expect_refused(ErrorCode code, const std::vector<Hash>& still_here) {
    const device::PackFetch report = fetch();
    ASSERT_TRUE(report.first_failure);
    EXPECT_EQ(report.first_failure->code, code) << report.first_failure->sentence;
    EXPECT_EQ(report.installed, 0u);
    EXPECT_EQ(installed(), still_here);
    EXPECT_EQ(device::status_of(open_device(), true)->packs_refused, describe(*report.first_failure));
  }
  std::vector<Hash> installed() const { return open_device().packs.list().value(); }
  std::vector<Hash> assigned() const {
    const device::DeviceFolder folder = open_device();
    const auto list = device::assigned_packs(folder.store).value();
    std::vector<Hash> packs;
    for (const device::AssignedPack& each : *list) packs.push_back(each.pack);
    return packs;
  }

  SigningKey publisher_ = SigningKey::generate();
  Content content_{*school_};
};

TEST_F(PackDelivery, AssignedPack_ComesAsTheSchoolPublishesIt_AndThenNothingIsAsked) {
  const Hash small = add(small_source("1"));
  enrol_device();
  const device::PackFetch report = fetch();
  EXPECT_FALSE(report.first_failure) << report.first_failure->sentence;
  EXPECT_EQ(installed(), std::vector<Hash>{small});
  EXPECT_NE(std::find(content_.asked.begin(), content_.asked.end(), "metadata/timestamp.json"), content_.asked.end());
  content_.asked.clear();
  synchronise_and_fetch();
  EXPECT_TRUE(content_.asked.empty()) << "a sync in the steady state asks for bundles alone";
}

TEST_F(PackDelivery, DeviceThatWasEnrolledBefore_GetsTheRootInASignedBundle) {
  enrol_device();
  std::filesystem::remove_all(data() / "delivery");
  const Hash small = add(small_source("1"));
  synchronise();
  EXPECT_EQ(device::delivery_root(data()).value(), delivery_root(*school_).value());
  EXPECT_EQ(fetch().installed, 1u);
  EXPECT_EQ(installed(), std::vector<Hash>{small});
}

TEST_F(PackDelivery, RootOfAStranger_IsRefused) {
  add(small_source("1"));
  enrol_device();
  content_.mirror["metadata/1.root.json"] = Bytes{'{', '}'};
  expect_refused(ErrorCode::NotAllowed, {});
}

TEST_F(PackDelivery, NextVersion_TakesThePlaceOfTheOneBefore_WhichIsKept) {
  const Hash first = add(small_source("1"));
  enrol_device();
  fetch();
  const Hash second = add(small_source("2"));
  EXPECT_EQ(synchronise_and_fetch().objects, 1u) << "the item that changed";
  EXPECT_EQ(assigned(), std::vector<Hash>{second});
  EXPECT_EQ(installed().size(), 2u);
  const Hash third = add(small_source("3"));
  synchronise_and_fetch();
  const std::vector<Hash> now = installed();
  EXPECT_EQ(now.size(), 2u) << "one version before, no more";
  EXPECT_EQ(std::find(now.begin(), now.end(), first), now.end());
  EXPECT_NE(std::find(now.begin(), now.end(), third), now.end());
  content_.asked.clear();
  synchronise_and_fetch();
  EXPECT_TRUE(content_.asked.empty());
  const auto reply = bundle::decode_down(last_reply_, open_device().identity.key, school_->signing_key().verify_key());
  EXPECT_FALSE(reply->packs) << "the list is not sent again because an earlier version is kept";
}

TEST_F(PackDelivery, RevokedPack_GoesFromTheDevice) {
  const Hash small = add(small_source("1"));
  enrol_device();
  fetch();
  ASSERT_TRUE(revoke_pack(*school_, small, clock_.now().unix_ms));
  synchronise_and_fetch();
  EXPECT_TRUE(assigned().empty());
  EXPECT_TRUE(installed().empty());
}

TEST_F(PackDelivery, RevokedPackOnAnOldList_IsNotTakenAnyMore) {
  const Hash small = add(small_source("1"));
  enrol_device();  // it has the list, and the link broke
  ASSERT_TRUE(revoke_pack(*school_, small, clock_.now().unix_ms));
  expect_refused(ErrorCode::NotFound, {});
}

TEST_F(PackDelivery, MixAndMatch_AnotherPacksIndexIsRefused) {
  add(small_source("1"));
  enrol_device();
  for (const auto& each : std::filesystem::directory_iterator(school_->delivery_directory() / "targets" / "packs")) {
    Bytes other = *content_.true_answer("targets/packs/" + each.path().filename().string());
    other.back() ^= 1;
    content_.mirror["targets/packs/" + each.path().filename().string()] = other;
  }
  expect_refused(ErrorCode::Corrupt, {});
}

TEST_F(PackDelivery, Freeze_WhatHasExpiredIsNotTakenAndWhatIsInstalledStays) {
  const Hash first = add(small_source("1"));
  enrol_device();
  fetch();
  add(small_source("2"));
  synchronise();
  content_.freeze();
  clock_.advance(publication_valid_ms + 1);
  ASSERT_TRUE(publish_when_due(*school_, clock_.now().unix_ms).value());
  synchronise();
  expect_refused(ErrorCode::NotAllowed, {first});
  EXPECT_NE(device::to_text(*device::status_of(open_device(), true)).find("expired"), std::string::npos);
  content_.mirror.clear();
  EXPECT_EQ(fetch().installed, 1u) << "the true publication is taken at once";
  EXPECT_TRUE(device::status_of(open_device(), true)->packs_refused.empty());
}

TEST_F(PackDelivery, Rollback_AnEarlierPublicationIsRefused) {
  add(small_source("1"));
  enrol_device();
  content_.freeze();
  const auto old = content_.mirror;
  content_.mirror.clear();
  const Hash second = add(small_source("2"));
  synchronise_and_fetch();
  clock_.advance(1000);
  add(small_source("3"));
  synchronise();
  content_.mirror = old;
  expect_refused(ErrorCode::NotAllowed, {second});
}

TEST_F(PackDelivery, ReplayedStick_AnOldBundleBringsNoOldListBack) {
  add(small_source("1"));
  enrol_device();
  const Bytes old_bundle = last_reply_;
  const Hash second = add(small_source("2"));
  synchronise_and_fetch();
  device::DeviceFolder folder = open_device();
  ASSERT_TRUE(device::take_in(folder, old_bundle));
  EXPECT_EQ(assigned(), std::vector<Hash>{second});
}

// A device has no say on the time: it goes by what its school signed last.
TEST_F(PackDelivery, SchoolsClockSetBack_TakesNothingNewUntilItIsPutRight) {
  const Hash first = add(small_source("1"));
  enrol_device();
  fetch();
  const std::int64_t ten_years = 3650 * test::a_day_ms;
  clock_.advance(-ten_years);
  add(small_source("2"));
  synchronise();
  EXPECT_EQ(installed(), std::vector<Hash>{first});
  clock_.advance(ten_years + 2000);
  ASSERT_TRUE(publish_when_due(*school_, clock_.now().unix_ms));
  EXPECT_FALSE(synchronise_and_fetch().first_failure);
  EXPECT_EQ(installed().size(), 2u);
}

TEST_F(PackDelivery, SchoolThatLostItsRepository_IsFollowedWhenItsSignedBundleNamesTheNewOne) {
  add(small_source("1"));
  enrol_device();
  fetch();
  std::filesystem::remove_all(school_->delivery_directory());
  add(small_source("2"));
  EXPECT_FALSE(synchronise_and_fetch().first_failure);
  EXPECT_EQ(installed().size(), 2u);
}

TEST_F(PackDelivery, Publication_IsRenewedAfterAWeekAndItsRootInItsLastYear) {
  enrol_device();
  EXPECT_FALSE(publish_when_due(*school_, clock_.now().unix_ms).value());
  clock_.advance(publication_renewed_after_ms);
  EXPECT_TRUE(publish_when_due(*school_, clock_.now().unix_ms).value());
  clock_.advance(1600 * test::a_day_ms);
  EXPECT_TRUE(publish_when_due(*school_, clock_.now().unix_ms).value());
  EXPECT_TRUE(std::filesystem::exists(school_->delivery_directory() / "metadata" / "2.root.json"));
  add(small_source("1"));
  EXPECT_FALSE(synchronise_and_fetch().first_failure);
}

bool is_delta(const std::string& address) { return address.starts_with("deltas/"); }
bool is_index(const std::string& address) { return address.starts_with("targets/"); }

class IndexDelta : public PackDelivery {
 protected:
  void SetUp() override {
    add(small_source("1"));
    enrol_device();
    fetch();
    second_ = add(small_source("2"));
    synchronise();
    content_.asked.clear();
    delta_ = "deltas/" + to_hex(second_.view()) + "." + to_hex(installed().front().view());
  }
  void expect_installed(bool with_the_whole_index) {
    const device::PackFetch report = fetch();
    EXPECT_FALSE(report.first_failure) << report.first_failure->sentence;
    EXPECT_EQ(report.installed, 1u);
    EXPECT_TRUE(open_device().packs.load(second_, open_device().identity.school.packs));
    EXPECT_EQ(std::any_of(content_.asked.begin(), content_.asked.end(), is_index), with_the_whole_index);
  }

  Hash second_;
  std::string delta_;
};

TEST_F(IndexDelta, FromTheVersionThatIsHere_TakesThePlaceOfTheWholeIndex) {
  expect_installed(false);
  EXPECT_NE(std::find(content_.asked.begin(), content_.asked.end(), delta_), content_.asked.end());
}

TEST_F(IndexDelta, WithAnyByteChanged_IsNotBelievedAndTheWholeIndexComes) {
  Bytes changed = *content_.true_answer(delta_);
  changed[changed.size() / 2] ^= 1;
  content_.mirror[delta_] = changed;
  expect_installed(true);
}

TEST_F(IndexDelta, ThatWouldUnpackTooFar_IsNotUnpackedAndTheWholeIndexComes) {
  // The head of a zstd frame (RFC 8878, section 3.1.1) that states a size of 2^40 bytes.
  content_.mirror[delta_] = Bytes{0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0};
  expect_installed(true);
}

TEST_F(IndexDelta, FromAVersionThatTheSchoolDoesNotKnow_IsNotThereAndTheWholeIndexComes) {
  content_.mirror[delta_] = std::nullopt;
  expect_installed(true);
}

TEST_F(IndexDelta, FromSeveralVersionsBack_IsThereToo) {
  second_ = add(small_source("3"));
  second_ = add(small_source("4"));
  synchronise();
  expect_installed(false);
}

TEST_F(IndexDelta, OfAPackThatIsNoLongerInUse_Goes) {
  EXPECT_TRUE(content_.true_answer(delta_));
  add(small_source("3"));
  EXPECT_FALSE(content_.true_answer(delta_));
}

TEST_F(IndexDelta, WhenOnlyAnObjectWasLost_TheIndexThatIsHereServes) {
  fetch();
  for (const auto& each : std::filesystem::recursive_directory_iterator(data() / "packs" / "objects"))
    if (each.is_regular_file()) std::filesystem::remove(each.path());
  content_.asked.clear();
  const device::PackFetch report = fetch();
  EXPECT_EQ(report.objects, 1u);
  EXPECT_TRUE(std::none_of(content_.asked.begin(), content_.asked.end(), is_index));
  EXPECT_TRUE(std::none_of(content_.asked.begin(), content_.asked.end(), is_delta));
}

// What a school serves over TLS, counted by what it is.
class SchoolOverTls {
 public:
  explicit SchoolOverTls(School& school)
      : folders_{school.packs_directory(), school.delivery_directory()},
        pin_(link::tls_pin(school.tls()).value()),
        server_([this](const link::HttpRequest& request) { return answer(request); }, &school.tls()) {}
  link::HttpClient connect() const {
    return link::HttpClient::connect(link::parse_server_address(server_.url()).value(), pin_, 60'000).value();
  }
  std::atomic<std::size_t> objects = 0, index = 0, metadata = 0;

 private:
  link::HttpResponse answer(const link::HttpRequest& request) {
    link::HttpResponse response = answer_content(folders_, request);
    const std::string address = request.path.substr(std::string_view("/content/").size());
    (address.starts_with("objects/")          ? objects
     : is_delta(address) || is_index(address) ? index
                                              : metadata) += response.body.size();
    return response;
  }

  ContentFolders folders_;
  Hash pin_;
  test::RunningServer server_;
};

// One item of a real pack changed: what travels beside its object is a tenth of that, and the publication's signatures.
TEST_F(PackDelivery, OneChangedItem_CostsATenthMoreThanItsObject) {
  content::SourceTree tree =
      content::read_source(std::filesystem::path(HORNBOOK_SOURCE_DIR) / "content_packs/library/fractions").value();
  const Hash before = add(tree);
  enrol_device();
  fetch();
  const std::size_t whole = content_.received;
  Bytes& item = tree.at("items/001-equal-parts-choose.yaml");
  std::string text(as_text(item));
  text.replace(text.find("difficulty: 1"), 13, "difficulty: 2");
  item.assign(text.begin(), text.end());
  ASSERT_NE(add(tree), before);
  synchronise();

  SchoolOverTls school(*school_);
  link::HttpClient client = school.connect();
  device::DeviceFolder folder = open_device();
  const device::PackFetch report = device::fetch_packs(folder, client, UINT64_MAX).value();
  EXPECT_EQ(report.objects, 1u);
  EXPECT_EQ(report.installed, 1u);
  const std::size_t objects = school.objects, index = school.index, metadata = school.metadata;
  const link::Traffic traffic = client.traffic();
  std::printf(
      "fractions: %zu bytes in all; after a change of one item: objects %zu, index %zu, metadata %zu; "
      "with TLS and HTTP %llu up, %llu down\n",
      whole, objects, index, metadata, static_cast<unsigned long long>(traffic.sent_bytes),
      static_cast<unsigned long long>(traffic.received_bytes));
  EXPECT_GT(index, 0u);
  EXPECT_LE(objects + index, objects + objects / 10);
}

}  // namespace
}  // namespace hornbook::server
