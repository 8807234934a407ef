// hornbook-server keys recovery-kit, and the reading of one. What it is: sync/server/STORE.md.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <iostream>

#include "platform/programs/server/commands.hpp"
#include "platform/programs/server/recovery_sheet.hpp"
#include "platform/system/clock.hpp"
#include "sync/server/keys/recovery_kit.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {
namespace {

std::string today() {
  const auto seconds = static_cast<std::time_t>(SystemClock().now().unix_ms / 1000);
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(seconds));
}

// Of the keyboard, until the end of input.
Result<Bytes> read_typed() {
  Bytes typed;
  for (int c = std::cin.get(); c != std::char_traits<char>::eof(); c = std::cin.get()) {
    typed.push_back(static_cast<std::uint8_t>(c));
    if (typed.size() <= server::kit_text_bytes_max) continue;
    wipe(typed);
    return fail(ErrorCode::LimitExceeded, "recovery kit", "it is too long");
  }
  return typed;
}

}  // namespace

Done run_recovery_kit(const RecoveryKitOptions& options, const SchoolPlace& place) {
  TRY_ASSIGN(const server::School school, server::School::open(opening_of(place)));  // its key is the right one
  TRY_ASSIGN(const std::filesystem::path key_file, server::key_file_of_school(opening_of(place)));
  TRY_ASSIGN(const SecretKey master, server::read_key_file(key_file));
  TRY_ASSIGN(const std::vector<server::KitShare> kit,
             server::make_recovery_kit(master, options.shares, options.threshold));
  TRY_DONE(server::make_private_directory(options.out));
  for (const server::KitShare& share : kit) {
    TRY_ASSIGN(std::string page, recovery_sheet({school.name(), share.share.number, kit.size(), share.threshold,
                                                 today(), server::lines_of(share)}));
    const std::string name = fmt::format("share-{}-of-{}.html", share.share.number, kit.size());
    const Done written = server::write_private_file(options.out / name, as_bytes(page));
    wipe({reinterpret_cast<std::uint8_t*>(page.data()), page.size()});
    TRY_DONE(written);
  }
  fmt::print(
      "wrote {} pages to {}; print them, give each to another person, and delete the files. Any {} of them bring the "
      "key back; shares of an earlier kit do so, too, and do not mix with these\n",
      kit.size(), options.out.string(), options.threshold);
  return {};
}

Result<SecretKey> read_recovery_kit(const std::string& source) {
  TRY_ASSIGN(Bytes typed, source == "-" ? read_typed() : server::read_file(source, server::kit_text_bytes_max));
  const auto shares = server::read_kit_shares(as_text(typed));
  wipe(typed);
  if (!shares) return tl::unexpected(shares.error());
  return server::key_from_kit(*shares);
}

}  // namespace hornbook::platform
