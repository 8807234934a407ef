#include "sync/server/school/accounts.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::server {
namespace {

constexpr std::size_t password_bytes_min = 8;
constexpr std::size_t user_bytes_max = 64;

bool user_name_is_good(std::string_view user) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_' || c == '@';
  };
  return !user.empty() && user.size() <= user_bytes_max && std::all_of(user.begin(), user.end(), good);
}

// Only a hash of the derived key is stored.
Hash verifier_of(const SecretKey& key) { return hash({as_bytes("hornbook account verifier"), key.view()}); }

PassphraseCost fresh_cost() {
  PassphraseCost cost;
  const Bytes salt = random_bytes(cost.salt.size());
  std::copy(salt.begin(), salt.end(), cost.salt.begin());
  return cost;
}

}  // namespace

Done add_account(School& school, std::string_view user, Role role, std::string_view password) {
  if (!user_name_is_good(user))
    return fail(ErrorCode::BadInput, "account", "a user name has letters, digits and . - _ @, at most 64 of them");
  if (password.size() < password_bytes_min || password.size() > limits::passphrase_bytes_max)
    return fail(ErrorCode::BadInput, "account", "a password has at least 8 characters");
  const PassphraseCost cost = fresh_cost();
  TRY_ASSIGN(const SecretKey key, key_from_passphrase(password, cost));
  TRY_DONE(school.database().run(
      "INSERT OR IGNORE INTO account (user, role, operations, memory_bytes, salt, verifier) VALUES (?, ?, ?, ?, ?, ?)",
      user, static_cast<std::uint8_t>(role), cost.operations, cost.memory_bytes, ByteView(cost.salt),
      verifier_of(key)));
  if (school.database().changed() == 0)
    return fail(ErrorCode::BadInput, "account", "there is a user of this name already; choose another");
  return {};
}

Hash teacher_fingerprint(const School& school, std::string_view user) {
  return school.vault().fingerprint("teacher", user);
}

Result<std::vector<SchoolClass>> classes_of_account(School& school, const Account& account) {
  if (account.role == Role::Administrator) return list_classes(school);
  TRY_ASSIGN(Statement row, school.database().query(
                                "SELECT number, title FROM class WHERE number IN (SELECT class FROM teaching WHERE "
                                "teacher = ?1 UNION SELECT class FROM account_class WHERE user = ?2) ORDER BY title",
                                teacher_fingerprint(school, account.user), std::string_view(account.user)));
  std::vector<SchoolClass> classes;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return classes;
    classes.push_back({row.integer(0), row.text(1)});
  }
}

Done tie_to_class(School& school, std::string_view user, std::int64_t class_number) {
  return school.database().run("INSERT OR IGNORE INTO account_class (user, class) VALUES (?, ?)", user, class_number);
}

Result<AccountVerifier> find_verifier(School& school, std::string_view user) {
  TRY_ASSIGN(Statement found,
             school.database().query(
                 "SELECT role, operations, memory_bytes, salt, verifier FROM account WHERE user = ?", user));
  TRY_ASSIGN(const bool exists, found.step());
  AccountVerifier result;
  result.account.user = std::string(user);
  if (!exists) {
    result.cost = fresh_cost();
    return result;
  }
  result.exists = true;
  result.account.role = found.integer(0) == static_cast<int>(Role::Administrator) ? Role::Administrator : Role::Teacher;
  result.cost.operations = found.number(1);
  result.cost.memory_bytes = found.number(2);
  const Bytes salt = found.blob(3);
  if (salt.size() != result.cost.salt.size()) return fail(ErrorCode::Corrupt, "account", "its stored salt is damaged");
  std::copy(salt.begin(), salt.end(), result.cost.salt.begin());
  TRY_ASSIGN(result.verifier, found.id<Hash>(4));
  return result;
}

Result<bool> password_fits(const AccountVerifier& verifier, std::string_view password) {
  if (password.size() > limits::passphrase_bytes_max) return false;
  TRY_ASSIGN(const SecretKey key, key_from_passphrase(password, verifier.cost));
  const bool same = equal_secret(verifier_of(key).view(), verifier.verifier.view());
  return same && verifier.exists;
}

}  // namespace hornbook::server
