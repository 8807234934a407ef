// Teachers and administrators: who may see the pages. Passwords are kept as an Argon2id verifier alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/server/school/learners.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

enum class Role : std::uint8_t { Teacher = 1, Administrator = 2 };

struct Account {
  std::string user;
  Role role = Role::Teacher;
};

// BadInput when the user name is malformed or taken, or the password has fewer than 8 characters.
[[nodiscard]] Done add_account(School& school, std::string_view user, Role role, std::string_view password);

// A teacher sees the classes that the roster names this user name as a teacher of (`username`, or else `sourcedId`),
// and those that the account was tied to; an administrator sees all. In the order of their titles.
[[nodiscard]] Result<std::vector<SchoolClass>> classes_of_account(School& school, const Account& account);
[[nodiscard]] Done tie_to_class(School& school, std::string_view user, std::int64_t class_number);
// What the roster's teaching is kept under: says nothing of the teacher without the school's key.
[[nodiscard]] Hash teacher_fingerprint(const School& school, std::string_view user);

// What sign-in needs of an account, read under the school's lock so that the slow part runs outside it.
struct AccountVerifier {
  Account account;
  PassphraseCost cost;
  Hash verifier;
  bool exists = false;  // false: a decoy with the same cost, so that an unknown user takes as long as a known one
};
[[nodiscard]] Result<AccountVerifier> find_verifier(School& school, std::string_view user);
// True when the password is right. Takes a fifth of a second and 64 MiB, on purpose.
[[nodiscard]] Result<bool> password_fits(const AccountVerifier& verifier, std::string_view password);

}  // namespace hornbook::server
