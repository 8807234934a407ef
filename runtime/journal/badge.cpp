#include "runtime/journal/badge.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "runtime/core/base32.hpp"

namespace hornbook::journal {
namespace {

constexpr std::string_view mark = "HB";
constexpr std::size_t checked_bytes = SchoolMark::size + BadgeSecret::size;
constexpr std::size_t all_bytes = checked_bytes + 1;
static_assert(all_bytes % 5 == 0);
// A badge with some of its characters lost is still meant as one.
constexpr std::size_t meant_characters_min = 32;
constexpr std::size_t group_size = 5;

using BadgeBytes = std::array<std::uint8_t, all_bytes>;

std::uint8_t check_of(ByteView checked) { return hash({as_bytes("hornbook badge check"), checked}).bytes[0]; }

tl::unexpected<Error> misread() {
  return fail(ErrorCode::BadInput, "badge", "it was not read rightly; hold it to the reader again");
}

}  // namespace

SchoolMark school_mark_of(const VerifyKey& school) {
  SchoolMark result;
  const SchoolId id = school_id_of(school);
  std::copy_n(id.bytes.begin(), SchoolMark::size, result.bytes.begin());
  return result;
}

Badge make_badge(const VerifyKey& school) {
  Badge badge{school_mark_of(school), {}};
  Bytes secret = random_bytes(BadgeSecret::size);
  std::copy(secret.begin(), secret.end(), badge.secret.bytes.begin());
  wipe(secret);
  return badge;
}

std::string text_of(const Badge& badge) {
  BadgeBytes bytes{};
  auto* const end = std::copy(badge.school.bytes.begin(), badge.school.bytes.end(), bytes.begin());
  std::copy(badge.secret.bytes.begin(), badge.secret.bytes.end(), end);
  bytes.back() = check_of(ByteView(bytes).first(checked_bytes));
  std::string text = std::string(mark) + to_base32(bytes);
  wipe(bytes);
  return text;
}

std::string in_groups(std::string_view text) {
  std::string groups;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at >= mark.size() && (at - mark.size()) % group_size == 0) groups += '-';
    groups += text[at];
  }
  return groups;
}

bool looks_like_badge(std::string_view typed) {
  const std::string essence = base32_essence(typed);
  return essence.starts_with(mark) && essence.size() >= mark.size() + meant_characters_min;
}

Result<Badge> parse_badge(std::string_view typed) {
  const std::string essence = base32_essence(typed);
  if (!essence.starts_with(mark)) return misread();
  BadgeBytes bytes{};
  if (!read_base32(std::string_view(essence).substr(mark.size()), bytes)) return misread();
  if (check_of(ByteView(bytes).first(checked_bytes)) != bytes.back()) return misread();
  Badge badge;
  std::copy_n(bytes.begin(), SchoolMark::size, badge.school.bytes.begin());
  std::copy_n(bytes.begin() + SchoolMark::size, BadgeSecret::size, badge.secret.bytes.begin());
  wipe(bytes);
  return badge;
}

}  // namespace hornbook::journal
