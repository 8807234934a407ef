// A school with a class, enrolled devices and their journals, as folders that the real programs serve and carry.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook::test {

class FieldSchool {
 public:
  // In `folder`, which exists. `url`: where the devices will find the server.
  [[nodiscard]] static Result<FieldSchool> create(const std::filesystem::path& folder, std::size_t learners,
                                                  const std::string& url);

  // Enrols another device of the class; its data folder.
  [[nodiscard]] Result<std::filesystem::path> add_device();
  // A device's first exchange, by file: the school accepts it and tells it all that does not change from day to day.
  [[nodiscard]] Done first_sync(const std::filesystem::path& device) const;
  // One run of that device's station: so many events of a class's day, by seed, sealed as a station seals them.
  [[nodiscard]] Done practise(const std::filesystem::path& device, std::size_t events, std::uint64_t seed) const;

  [[nodiscard]] std::filesystem::path server_data() const { return folder_ / "school"; }
  // How many the school has, beside a running server too.
  [[nodiscard]] Result<std::uint64_t> events_stored() const;

 private:
  FieldSchool(std::filesystem::path folder, std::string url) : folder_(std::move(folder)), url_(std::move(url)) {}
  std::filesystem::path folder_;
  std::string url_;
  std::vector<LearnerId> learners_;
  std::size_t devices_ = 0;
};

}  // namespace hornbook::test
