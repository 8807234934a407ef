// The commands of hornbookctl: what each prints on stdout.
#pragma once

#include <filesystem>
#include <string>

#include "runtime/core/error.hpp"
#include "sync/client/exchange.hpp"

namespace hornbook::platform {

enum class Report { Text, Json };
enum class FirstSync { Try, Later };

// `source`: a file, or "-" for stdin.
[[nodiscard]] Done command_enrol(const std::filesystem::path& data, const std::string& source, FirstSync first_sync);
[[nodiscard]] Done command_sync(const std::filesystem::path& data, const device::SyncOptions& options, Report report);
// The same again and again until the program is asked to stop: `every_seconds` after a success, sooner after a failure
// (sync/client/back_off.hpp).
[[nodiscard]] Done command_keep_in_sync(const std::filesystem::path& data, const device::SyncOptions& options,
                                        std::int64_t every_seconds, Report form);
// By way of a relay, whose card is in the file.
[[nodiscard]] Done command_visit_relay(const std::filesystem::path& data, const std::filesystem::path& card,
                                       const device::SyncOptions& options, Report report);
[[nodiscard]] Done command_export(const std::filesystem::path& data, const std::filesystem::path& file);
[[nodiscard]] Done command_import(const std::filesystem::path& data, const std::filesystem::path& file);
[[nodiscard]] Done command_status(const std::filesystem::path& data, Report report);
// Each file's first line is a passphrase.
[[nodiscard]] Done command_passphrase(const std::filesystem::path& data, const std::filesystem::path& old_file,
                                      const std::filesystem::path& new_file);
[[nodiscard]] Done command_wipe(const std::filesystem::path& data);
// Corrupt after printing what is damaged.
[[nodiscard]] Done command_verify(const std::filesystem::path& data);

}  // namespace hornbook::platform
