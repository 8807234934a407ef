// A learner's badge: 128 random bits and the school that they are good for, as a text that a QR code holds, a scanner
// types and, where both fail, a person reads off the card. Whoever holds it opens this learner's entry and nothing else
// (badge_slot.hpp).
//
// The text is "HB" and 40 characters of Crockford's base 32 (www.crockford.com/base32.html), in the bit order of RFC
// 4648, section 6: 8 bytes of school, 16 of secret, one to check them. Capital and small letters are the same, O is
// read as 0, I and L as 1, and whatever is neither a letter nor a digit is passed over: a scanner that is set for
// another keyboard types other signs between the groups.
#pragma once

#include <string>
#include <string_view>

#include "runtime/core/crypto.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook::journal {

using SchoolMark = OpaqueId<struct SchoolMarkTag, 8>;     // first 8 bytes of the hash of the school's signing key
using BadgeSecret = OpaqueId<struct BadgeSecretTag, 16>;  // never printed but on the badge

struct Badge {
  SchoolMark school;
  BadgeSecret secret;
};

[[nodiscard]] SchoolMark school_mark_of(const VerifyKey& school);
// With a secret from the system's entropy.
[[nodiscard]] Badge make_badge(const VerifyKey& school);

// 42 capital letters and digits: for a QR code, whose alphanumeric mode holds them all.
[[nodiscard]] std::string text_of(const Badge& badge);
// What text_of() gave in groups of five after the first two, for a person: "HB-7K3M9-…".
[[nodiscard]] std::string in_groups(std::string_view text);

// Whether somebody who typed this meant a badge, rightly spelt or not. No passphrase may look like one.
[[nodiscard]] bool looks_like_badge(std::string_view typed);
// BadInput when it is none, or when it was read or typed wrongly: one wrong character is noticed in 255 of 256 cases,
// and what is not noticed opens nothing.
[[nodiscard]] Result<Badge> parse_badge(std::string_view typed);

}  // namespace hornbook::journal
