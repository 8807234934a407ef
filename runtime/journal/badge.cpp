#include "runtime/journal/badge.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hornbook::journal {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view mark = "HB";
constexpr std::size_t checked_bytes = SchoolMark::size + BadgeSecret::size;
constexpr std::size_t all_bytes = checked_bytes + 1;
constexpr std::size_t characters = all_bytes * 8 / 5;
static_assert(all_bytes % 5 == 0);
// A badge with some of its characters lost is still meant as one.
constexpr std::size_t meant_characters_min = 32;
constexpr std::size_t group_size = 5;

using BadgeBytes = std::array<std::uint8_t, all_bytes>;

std::uint8_t check_of(ByteView checked) { return hash({as_bytes("hornbook badge check"), checked}).bytes[0]; }

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char in_capitals(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Letters and digits alone, in capitals.
std::string essence_of(std::string_view typed) {
  std::string essence;
  for (const char c : typed)
    if (is_letter(c) || is_digit(c)) essence += in_capitals(c);
  return essence;
}

// 0 … 31, or npos.
std::size_t value_of(char c) {
  if (c == 'O') return 0;
  if (c == 'I' || c == 'L') return 1;
  return alphabet.find(c);
}

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
  std::string text(mark);
  for (std::size_t bit = 0; bit < all_bytes * 8; bit += 5) {
    std::size_t value = 0;
    for (std::size_t at = bit; at < bit + 5; ++at) value = value << 1 | (bytes[at / 8] >> (7 - at % 8) & 1U);
    text += alphabet[value];
  }
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
  const std::string essence = essence_of(typed);
  return essence.starts_with(mark) && essence.size() >= mark.size() + meant_characters_min;
}

Result<Badge> parse_badge(std::string_view typed) {
  std::string essence = essence_of(typed);
  if (!essence.starts_with(mark) || essence.size() != mark.size() + characters) return misread();
  BadgeBytes bytes{};
  for (std::size_t at = 0; at < characters; ++at) {
    const std::size_t value = value_of(essence[mark.size() + at]);
    if (value == std::string_view::npos) return misread();
    for (std::size_t bit = 0; bit < 5; ++bit) {
      const std::size_t place = at * 5 + bit;
      bytes[place / 8] = static_cast<std::uint8_t>(bytes[place / 8] | (value >> (4 - bit) & 1U) << (7 - place % 8));
    }
  }
  if (check_of(ByteView(bytes).first(checked_bytes)) != bytes.back()) return misread();
  Badge badge;
  std::copy_n(bytes.begin(), SchoolMark::size, badge.school.bytes.begin());
  std::copy_n(bytes.begin() + SchoolMark::size, BadgeSecret::size, badge.secret.bytes.begin());
  wipe(bytes);
  return badge;
}

}  // namespace hornbook::journal
