// A school and several devices of it as they are in the field, journals and all; whatever carries between them is the
// test's.
#pragma once

#include "runtime/journal/writer.hpp"
#include "sync/device/enrol.hpp"
#include "sync/device/stick.hpp"
#include "sync/server/ingest/import_folder.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::test {

class CarrierBed : public ServerBed {
 protected:
  [[nodiscard]] std::filesystem::path data(const std::string& device) const { return folder_.path() / device; }
  [[nodiscard]] device::DeviceFolder open(const std::string& device) const {
    return device::open_device_folder(data(device)).value();
  }
  [[nodiscard]] journal::JournalStatus status(const std::string& device) const {
    return open(device).store.status().value();
  }
  [[nodiscard]] DeviceId id(const std::string& device) const { return open(device).identity.id(); }

  // The device has its enrolment file; the school hears of it with the first bundle.
  void enrol(const std::string& device) {
    const server::EnrolmentOrder order{device, journal::Profile::Station, "https://127.0.0.1:1", a_day_ms,
                                       clock_.now().unix_ms};
    const auto file = server::order_enrolment(*school_, order).value();
    const auto found = server::find_device_by_name(*school_, device).value();
    ASSERT_TRUE(server::assign_class(*school_, server::find_class(*school_, "4 Robin")->number, found.number));
    ASSERT_TRUE(device::enrol(data(device), bundle::to_json(file)).has_value());
  }

  // A lesson of a learner in an epoch of its own, sealed at its end: 2 events and 2 for each answer.
  void lesson_at(const std::string& device, const std::string& source, const std::vector<bool>& answers) {
    clock_.advance(60'000);
    const journal::DeviceIdentity identity = journal::load_identity(data(device)).value();
    journal::Writer writer = journal::Writer::open(data(device), identity, clock_, "boot").value();
    for (const measure::Event& event : lesson(source, 1, answers)) ASSERT_TRUE(writer.append({&event, 1}).has_value());
    ASSERT_TRUE(writer.seal().has_value());
  }

  // The base that waits on a device for a learner who comes there; nothing when there is none.
  [[nodiscard]] std::optional<interpret::Base> base_waiting_at(const std::string& device, const std::string& source) {
    const auto parked = open(device).store.parked_base(learner(source)).value();
    if (!parked) return std::nullopt;
    const auto known = server::load_learner(*school_, learner_number(source)).value();
    const Bytes plain = open_random(known.profile.capsule_key, known.id.view(), *parked).value();
    return interpret::decode_base(plain).value();
  }

  // The school takes what is on the stick and writes its answers there.
  server::FolderImport school_takes(const std::filesystem::path& stick) {
    clock_.advance(1000);
    return server::import_folder(*school_, library_, stick, stick, clock_.now().unix_ms).value();
  }
  [[nodiscard]] std::filesystem::path new_stick(const std::string& name) const {
    std::filesystem::create_directories(folder_.path() / name);
    return folder_.path() / name;
  }
};

inline std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

inline Bytes bytes_of(const std::filesystem::path& file) { return server::read_file(file, 64u << 20).value(); }

}  // namespace hornbook::test
