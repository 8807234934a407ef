#include "sync/server/keys/recovery_kit.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "runtime/core/base32.hpp"

namespace hornbook::server {
namespace {

// A line: where it belongs (share number − 1 in the upper four bits, line in the lower), 8 bytes of the share, check.
constexpr std::size_t line_data_bytes = 8;
constexpr std::size_t line_bytes = 1 + line_data_bytes + 1;
constexpr std::size_t line_characters = line_bytes * 8 / 5;
constexpr std::size_t group_size = 4;
// A share: version, kit, threshold, value, check.
constexpr std::uint8_t version = 1;
constexpr std::size_t check_bytes = 8;
constexpr std::size_t checked_bytes = 1 + KitId::size + 1 + SecretKey::size;
constexpr std::size_t share_bytes = checked_bytes + check_bytes;
static_assert(share_bytes == kit_lines * line_data_bytes && line_bytes % 5 == 0);

using LineBytes = std::array<std::uint8_t, line_bytes>;
using ShareBytes = std::array<std::uint8_t, share_bytes>;

// Wiped when it goes.
struct TypedShare {
  ShareBytes bytes{};
  std::array<bool, kit_lines> has_line{};

  TypedShare() = default;
  ~TypedShare() { wipe(bytes); }
  TypedShare(const TypedShare&) = delete;
  TypedShare& operator=(const TypedShare&) = delete;
};
using TypedShares = std::map<std::uint8_t, TypedShare>;  // by number

std::uint8_t check_of_line(ByteView place_and_data) {
  return hash({as_bytes("hornbook recovery line"), place_and_data}).bytes[0];
}

Hash check_of_share(std::uint8_t number, ByteView checked) {
  return hash({as_bytes("hornbook recovery share"), ByteView(&number, 1), checked});
}

tl::unexpected<Error> refused(const std::string& sentence) {
  return fail(ErrorCode::BadInput, "recovery kit", sentence);
}

std::string share_name(std::uint8_t number) { return "share " + std::to_string(number); }

Done take_line(std::string_view typed, std::size_t line_number, TypedShares& shares) {
  std::string essence = base32_essence(typed);
  if (essence.empty() || typed.front() == '#') return {};
  const std::string where = "line " + std::to_string(line_number) + " of what was typed ";
  LineBytes line{};
  const bool is_read = essence.size() == line_characters && read_base32(essence, line);
  const std::size_t length = essence.size();
  wipe({reinterpret_cast<std::uint8_t*>(essence.data()), essence.size()});
  const bool holds =
      is_read && (line[0] & 0x0f) < kit_lines && check_of_line(ByteView(line).first(line_bytes - 1)) == line.back();
  const auto number = static_cast<std::uint8_t>((line[0] >> 4) + 1);
  if (!holds) wipe(line);
  if (length != line_characters)
    return refused(where + "has " + std::to_string(length) + " characters instead of 16; compare it with the paper");
  if (!holds) return refused(where + "(" + share_name(number) + " perhaps) is mistyped; compare it with the paper");
  const std::size_t place = line[0] & 0x0f;
  TypedShare& share = shares[number];
  const auto at = share.bytes.begin() + static_cast<std::ptrdiff_t>(place * line_data_bytes);
  const bool differs = share.has_line.at(place) && !std::equal(at, at + line_data_bytes, line.begin() + 1);
  if (!differs) std::copy_n(line.begin() + 1, line_data_bytes, at);
  share.has_line.at(place) = true;
  wipe(line);
  if (differs) return refused(share_name(number) + " was typed from two kits; use the papers of one");
  return {};
}

Result<KitShare> read_share(std::uint8_t number, const TypedShare& typed) {
  const auto missing = std::find(typed.has_line.begin(), typed.has_line.end(), false);
  if (missing != typed.has_line.end())
    return refused(share_name(number) + " lacks its line " + std::to_string(missing - typed.has_line.begin() + 1));
  const ByteView checked = ByteView(typed.bytes).first(checked_bytes);
  const Hash check = check_of_share(number, checked);
  if (!equal_secret(check.view().first(check_bytes), ByteView(typed.bytes).last(check_bytes)))
    return refused(share_name(number) + " does not hold together: a line of it is mistyped or of another kit");
  ByteReader reader(checked);
  TRY_ASSIGN(const std::uint8_t found, reader.u8());
  if (found != version) return refused(share_name(number) + " needs a newer program");
  TRY_ASSIGN(const KitId kit, reader.id<KitId>());
  TRY_ASSIGN(const std::uint8_t threshold, reader.u8());
  if (threshold < 2 || threshold > kit_shares_max) return refused(share_name(number) + " is none of ours");
  TRY_ASSIGN(SecretKey value, SecretKey::from_bytes(reader.rest()));
  return KitShare{kit, threshold, {number, std::move(value)}};
}

std::string in_groups(std::string_view line) {
  std::string groups;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at > 0 && at % group_size == 0) groups += ' ';
    groups += line[at];
  }
  return groups;
}

}  // namespace

Result<std::vector<KitShare>> make_recovery_kit(const SecretKey& master, std::size_t shares, std::size_t threshold) {
  if (shares > kit_shares_max) return refused("it has 16 shares at most");
  TRY_ASSIGN(std::vector<SecretShare> parts, share_secret(master, shares, threshold));
  TRY_ASSIGN(const KitId kit, id_from_bytes<KitId>(random_bytes(KitId::size)));
  std::vector<KitShare> made;
  for (SecretShare& part : parts) made.push_back({kit, static_cast<std::uint8_t>(threshold), std::move(part)});
  return made;
}

std::vector<std::string> lines_of(const KitShare& share) {
  TypedShare all;
  auto at = all.bytes.begin();
  *at++ = version;
  at = std::copy(share.kit.bytes.begin(), share.kit.bytes.end(), at);
  *at++ = share.threshold;
  const ByteView value = share.share.value.view();
  at = std::copy(value.begin(), value.end(), at);
  const Hash check = check_of_share(share.share.number, ByteView(all.bytes).first(checked_bytes));
  std::copy_n(check.bytes.begin(), check_bytes, at);
  std::vector<std::string> lines;
  for (std::size_t place = 0; place < kit_lines; ++place) {
    LineBytes line{};
    line[0] = static_cast<std::uint8_t>(((share.share.number - 1U) & 0x0fU) << 4 | place);
    std::copy_n(all.bytes.begin() + static_cast<std::ptrdiff_t>(place * line_data_bytes), line_data_bytes,
                line.begin() + 1);
    line.back() = check_of_line(ByteView(line).first(line_bytes - 1));
    lines.push_back(in_groups(to_base32(line)));
    wipe(line);
  }
  return lines;
}

Result<std::vector<KitShare>> read_kit_shares(std::string_view typed) {
  if (typed.size() > kit_text_bytes_max) return fail(ErrorCode::LimitExceeded, "recovery kit", "it is too long");
  TypedShares found;
  for (std::size_t line_number = 1; !typed.empty(); ++line_number) {
    const std::size_t end = std::min(typed.find('\n'), typed.size());
    if (end > 0) TRY_DONE(take_line(typed.substr(0, end), line_number, found));
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  std::vector<KitShare> shares;
  for (const auto& [number, share] : found) {
    TRY_ASSIGN(KitShare read, read_share(number, share));
    shares.push_back(std::move(read));
  }
  return shares;
}

Result<SecretKey> key_from_kit(const std::vector<KitShare>& shares) {
  if (shares.empty()) return refused("no share was typed; at least two are needed");
  const KitShare& first = shares.front();
  for (const KitShare& each : shares)
    if (each.kit != first.kit || each.threshold != first.threshold)
      return refused(share_name(each.share.number) + " is of another kit than " + share_name(first.share.number) +
                     "; use the papers of one");
  if (shares.size() < first.threshold)
    return refused(std::to_string(first.threshold - shares.size()) + " more of its shares must be typed: " +
                   std::to_string(first.threshold) + " are needed, " + std::to_string(shares.size()) + " are here");
  std::vector<SecretShare> parts;
  for (std::size_t i = 0; i < first.threshold; ++i)
    parts.push_back({shares[i].share.number, shares[i].share.value.copy()});
  return join_secret(parts);
}

}  // namespace hornbook::server
