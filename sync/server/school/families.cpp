#include "sync/server/school/families.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "sync/server/school/leases.hpp"

namespace hornbook::server {
namespace {

std::string name_place(std::int64_t class_number) { return "family.name " + std::to_string(class_number); }

Hash fingerprint_of(const School& school, std::string_view name) {
  return school.vault().fingerprint("family name", name);
}

}  // namespace

Done make_family(School& school, const FamilyOrder& order) {
  if (order.name.empty() || order.name.size() > limits::name_bytes_max)
    return fail(ErrorCode::BadInput, "family", "its name is empty or too long");
  if (order.learners.empty()) return fail(ErrorCode::BadInput, "family", "it has no learner");
  if (find_family(school, order.name)) return fail(ErrorCode::BadInput, "family", "there is one of this name already");
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  Database& database = school.database();
  TRY_DONE(database.run("INSERT INTO class (source, title) VALUES (?, '')", fingerprint_of(school, order.name)));
  const std::int64_t number = database.last_row_number();
  TRY_DONE(database.run("INSERT INTO family (class, name) VALUES (?, ?)", number,
                        school.vault().seal(name_place(number), as_bytes(order.name))));
  for (const std::int64_t learner : order.learners)
    TRY_DONE(database.run("INSERT OR IGNORE INTO membership (class, learner) VALUES (?, ?)", number, learner));
  TRY_DONE(make_class_lease(school, number, order.passphrase,
                            order.small_devices ? small_device_memory_bytes : PassphraseCost{}.memory_bytes));
  return transaction.commit();
}

Result<std::int64_t> find_family(School& school, std::string_view name) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT number FROM class WHERE source = ? AND number IN (SELECT class FROM "
                                     "family)",
                                     fingerprint_of(school, name)));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, "family", "there is none of this name; see 'family list'");
  return row.integer(0);
}

Result<std::vector<std::string>> list_families(School& school) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT class FROM family"));
  std::vector<std::string> names;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) break;
    TRY_ASSIGN(const auto name, family_name(school, row.integer(0)));
    names.push_back(name.value_or(""));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::optional<std::string>> family_name(School& school, std::int64_t class_number) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT name FROM family WHERE class = ?", class_number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<std::string>();
  TRY_ASSIGN(const Bytes name, school.vault().open_sealed(name_place(class_number), row.blob(0)));
  return std::optional(std::string(as_text(name)));
}

Done reseal_families_of(School& school, const std::set<std::int64_t>& learners) {
  std::set<std::int64_t> families;
  for (const std::int64_t learner : learners) {
    TRY_ASSIGN(Statement row,
               school.database().query("SELECT class FROM membership WHERE learner = ? AND class IN (SELECT class FROM "
                                       "family)",
                                       learner));
    while (true) {
      TRY_ASSIGN(const bool found, row.step());
      if (!found) break;
      families.insert(row.integer(0));
    }
  }
  for (const std::int64_t family : families) TRY_DONE(reseal_class_lease(school, family));
  return {};
}

Done revoke_family(School& school, std::int64_t class_number) {
  return school.database().run("DELETE FROM device_class WHERE class = ?", class_number);
}

Done revoke_family(School& school, std::int64_t class_number, std::int64_t device_number) {
  return school.database().run("DELETE FROM device_class WHERE class = ? AND device = ?", class_number, device_number);
}

}  // namespace hornbook::server
