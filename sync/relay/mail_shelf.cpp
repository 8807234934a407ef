#include "sync/relay/mail_shelf.hpp"

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>

#include "runtime/core/limits.hpp"
#include "runtime/journal/durable_file.hpp"

namespace hornbook::relay {
namespace {

constexpr std::string_view unfinished_extension = ".new";  // of journal::replace_file

std::string file_name(std::uint64_t number, const Letter& letter) {
  std::array<char, 64> start{};
  std::snprintf(start.data(), start.size(), "%06" PRIu64 "-%012" PRIu64 "-", letter.day, number);
  return start.data() + to_hex(letter.name.view()) + ".hbundle";
}

}  // namespace

Result<MailShelf> MailShelf::open(std::filesystem::path folder, const Room& room) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  MailShelf shelf(std::move(folder), room);
  for (std::filesystem::directory_iterator at(shelf.folder_, error), end; !error && at != end; at.increment(error))
    shelf.take_stock_of(*at);
  if (error) return fail(ErrorCode::StorageFailure, "mail", "the relay's folder cannot be read or made");
  return shelf;
}

void MailShelf::take_stock_of(const std::filesystem::directory_entry& entry) {
  std::error_code error;
  if (entry.path().extension() == unfinished_extension) {
    std::filesystem::remove(entry.path(), error);
    return;
  }
  Letter letter;
  std::uint64_t number = 0;
  std::array<char, 33> name{};
  const std::string text = entry.path().filename().string();
  if (std::sscanf(text.c_str(), "%6" SCNu64 "-%12" SCNu64 "-%32[0-9a-f]", &letter.day, &number, name.data()) != 3)
    return;
  const auto found = id_from_hex<LetterName>(name.data());
  if (!found) return;
  letter.name = *found;
  letter.bytes = entry.file_size(error);
  if (error || text != file_name(number, letter) || !numbers_.emplace(letter.name, number).second) return;
  bytes_ += letter.bytes;
  last_number_ = std::max(last_number_, number);
  letters_.emplace(number, letter);
}

std::filesystem::path MailShelf::file_of(std::uint64_t number) const {
  return folder_ / file_name(number, letters_.at(number));
}

bool MailShelf::has_room(std::uint64_t bytes) const {
  return letters_.size() < room_.letters_max && bytes_ + bytes <= room_.bytes_max;
}

void MailShelf::remove_fetched_for(std::uint64_t bytes) {
  for (auto at = letters_.begin(); at != letters_.end() && !has_room(bytes);) {
    const auto here = at++;
    if (here->second.was_fetched) remove(here->first);
  }
}

Done MailShelf::put(const LetterName& name, ByteView bundle, std::uint64_t day) {
  if (numbers_.contains(name)) return {};
  remove_fetched_for(bundle.size());
  if (!has_room(bundle.size())) return fail(ErrorCode::Busy, "mail", "the relay has no room for it now; try later");
  const Letter letter{day, name, bundle.size(), false};
  const std::uint64_t number = last_number_ + 1;
  const std::filesystem::path file = folder_ / file_name(number, letter);
  if (const Done written = journal::replace_file(file, bundle); !written) {
    std::error_code ignored;
    std::filesystem::remove(file.string() + std::string(unfinished_extension), ignored);
    return written;
  }
  last_number_ = number;
  letters_.emplace(number, letter);
  numbers_.emplace(name, number);
  bytes_ += letter.bytes;
  return {};
}

std::optional<std::uint64_t> MailShelf::find(const LetterName& name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

Result<Bytes> MailShelf::read(std::uint64_t number) const {
  return journal::read_whole_file(file_of(number), limits::bundle_bytes_max);
}

// A file that cannot be deleted is found again at the next start; it is harmless to carry it twice.
void MailShelf::remove(std::uint64_t number) {
  std::error_code ignored;
  std::filesystem::remove(file_of(number), ignored);
  const auto found = letters_.find(number);
  bytes_ -= found->second.bytes;
  numbers_.erase(found->second.name);
  letters_.erase(found);
}

void MailShelf::remove_older_than(std::uint64_t day) {
  for (auto at = letters_.begin(); at != letters_.end();) {
    const auto here = at++;
    if (here->second.day < day) remove(here->first);
  }
}

}  // namespace hornbook::relay
