// Making a device belong to a school.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::device {

struct Enrolled {
  std::string device_name;
  std::string school_name;
  std::string confirmation;  // six digits; the same must stand on the server's screen
};

// Makes the device's own key and keeps it with what the file says, until the school has accepted the device. The same
// file twice gives the same answer. BadInput, naming the field, when the file is malformed; NotAllowed when the device
// belongs to a school already.
[[nodiscard]] Result<Enrolled> enrol(const std::filesystem::path& data_directory, std::string_view enrolment_json);

}  // namespace hornbook::device
