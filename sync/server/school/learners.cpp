#include "sync/server/school/learners.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::server {
namespace {

constexpr std::uint8_t profile_version = 1;
constexpr std::string_view profile_place = "learner.profile";
constexpr std::string_view source_purpose = "learner source";

Bytes encode_profile(const LearnerProfile& profile) {
  ByteWriter writer;
  writer.u8(profile_version);
  writer.text(profile.source_id);
  writer.text(profile.display_name);
  writer.text(profile.avatar);
  writer.sized(profile.picture_password);
  writer.text(profile.language);
  writer.raw(profile.capsule_key.view());
  return writer.take();
}

Result<LearnerProfile> decode_profile(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  if (version != profile_version) return fail(ErrorCode::Corrupt, "learner", "the profile is of an unknown version");
  LearnerProfile profile;
  TRY_ASSIGN(profile.source_id, reader.text(limits::csv_bytes_max));
  TRY_ASSIGN(profile.display_name, reader.text(limits::name_bytes_max));
  TRY_ASSIGN(profile.avatar, reader.text(limits::name_bytes_max));
  TRY_ASSIGN(const ByteView pictures, reader.sized(limits::name_bytes_max));
  profile.picture_password.assign(pictures.begin(), pictures.end());
  TRY_ASSIGN(profile.language, reader.text(limits::language_bytes_max));
  TRY_ASSIGN(const ByteView key, reader.raw(SecretKey::size));
  TRY_ASSIGN(profile.capsule_key, SecretKey::from_bytes(key));
  TRY_DONE(reader.end());
  return profile;
}

Bytes seal_profile(const SecretKey& data_key, const LearnerProfile& profile) {
  Bytes plain = encode_profile(profile);
  Bytes sealed = seal_random(data_key, as_bytes(profile_place), plain);
  wipe(plain);
  return sealed;
}

Result<LearnerProfile> open_profile(const SecretKey& data_key, ByteView sealed) {
  TRY_ASSIGN(Bytes plain, open_random(data_key, as_bytes(profile_place), sealed));
  auto profile = decode_profile(plain);
  wipe(plain);
  return profile;
}

Result<std::optional<std::int64_t>> find_number(Result<Statement> query) {
  if (!query) return tl::unexpected(query.error());
  TRY_ASSIGN(const bool found, query->step());
  if (!found) return std::optional<std::int64_t>{};
  return std::optional<std::int64_t>(query->integer(0));
}

}  // namespace

Result<std::int64_t> create_learner(School& school, const LearnerProfile& profile) {
  TRY_ASSIGN(const LearnerId id, id_from_bytes<LearnerId>(random_bytes(LearnerId::size)));
  return create_learner(school, id, profile);
}

Result<std::int64_t> create_learner(School& school, const LearnerId& id, const LearnerProfile& profile) {
  const SecretKey data_key = SecretKey::generate();
  TRY_DONE(school.database().run("INSERT INTO learner (learner, source, data_key, profile) VALUES (?, ?, ?, ?)", id,
                                 school.vault().fingerprint(source_purpose, profile.source_id),
                                 school.vault().wrap(id, data_key), seal_profile(data_key, profile)));
  return school.database().last_row_number();
}

Done save_profile(School& school, const Learner& learner) {
  return school.database().run("UPDATE learner SET profile = ? WHERE number = ?",
                               seal_profile(learner.data_key, learner.profile), learner.number);
}

Result<Learner> load_learner(School& school, std::int64_t number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT learner, data_key, profile FROM learner WHERE number = ?", number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, "learner", "the school has no such learner");
  TRY_ASSIGN(const LearnerId id, row.id<LearnerId>(0));
  TRY_ASSIGN(SecretKey data_key, school.vault().unwrap(id, row.blob(1)));
  TRY_ASSIGN(LearnerProfile profile, open_profile(data_key, row.blob(2)));
  return Learner{number, id, std::move(data_key), std::move(profile)};
}

Result<SecretKey> load_data_key(School& school, std::int64_t number) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT learner, data_key FROM learner WHERE number = ?", number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, "learner", "the school has no such learner");
  TRY_ASSIGN(const LearnerId id, row.id<LearnerId>(0));
  return school.vault().unwrap(id, row.blob(1));
}

Result<std::optional<std::int64_t>> find_learner(School& school, const LearnerId& id) {
  return find_number(school.database().query("SELECT number FROM learner WHERE learner = ?", id));
}

Result<std::optional<std::int64_t>> find_learner_by_source(School& school, std::string_view source_id) {
  return find_number(school.database().query("SELECT number FROM learner WHERE source = ?",
                                             school.vault().fingerprint(source_purpose, source_id)));
}

Result<std::vector<std::int64_t>> learners_with_events(School& school) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT number FROM learner WHERE commits > 0 ORDER BY number"));
  std::vector<std::int64_t> learners;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return learners;
    learners.push_back(row.integer(0));
  }
}

Result<std::vector<Learner>> learners_of_class(School& school, std::int64_t class_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT learner FROM membership WHERE class = ? ORDER BY learner", class_number));
  std::vector<Learner> learners;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) break;
    TRY_ASSIGN(Learner learner, load_learner(school, row.integer(0)));
    learners.push_back(std::move(learner));
  }
  std::stable_sort(learners.begin(), learners.end(),
                   [](const Learner& a, const Learner& b) { return a.profile.display_name < b.profile.display_name; });
  return learners;
}

Result<std::vector<SchoolClass>> list_classes(School& school) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT number, title FROM class WHERE number NOT IN (SELECT class FROM family) "
                                     "ORDER BY title, number"));
  std::vector<SchoolClass> classes;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return classes;
    classes.push_back({row.integer(0), row.text(1)});
  }
}

Result<SchoolClass> find_class(School& school, std::string_view title) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT number, title FROM class WHERE title = ? AND number NOT IN (SELECT "
                                     "class FROM family)",
                                     title));
  TRY_ASSIGN(const bool found, row.step());
  if (!found)
    return fail(ErrorCode::NotFound, "class", "the school has no class of this name; 'roster list' shows them");
  SchoolClass result{row.integer(0), row.text(1)};
  TRY_ASSIGN(const bool second, row.step());
  if (second) return fail(ErrorCode::BadInput, "class", "two classes have this name; give them different titles first");
  return result;
}

}  // namespace hornbook::server
