// A device as it is in the field, journal and all, that speaks to a school in the same process.
#pragma once

#include <sqlite3.h>

#include "runtime/journal/writer.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"
#include "sync/device/enrol.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::test {

class FieldDeviceBed : public ServerBed {
 protected:
  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "device"; }

  void enrol_device() {
    const server::EnrolmentOrder order{"Station 1", journal::Profile::Station, "https://127.0.0.1:1", a_day_ms,
                                       clock_.now().unix_ms};
    const auto file = server::order_enrolment(*school_, order).value();
    const auto found = server::find_device_by_name(*school_, "Station 1").value();
    ASSERT_TRUE(server::assign_class(*school_, server::find_class(*school_, "4 Robin")->number, found.number));
    ASSERT_TRUE(device::enrol(data(), bundle::to_json(file)).has_value());
    synchronise();
  }

  [[nodiscard]] device::DeviceFolder open_device() const { return device::open_device_folder(data()).value(); }
  [[nodiscard]] journal::JournalStatus status() const { return open_device().store.status().value(); }

  // What goes up, what comes down, a second later than the time before.
  void synchronise() {
    clock_.advance(1000);
    device::DeviceFolder folder = open_device();
    const device::Outbox outbox = device::collect(folder, limits::exchange_event_bytes_max).value();
    const auto exchanged = server::exchange(*school_, library_, outbox.bundle, clock_.now().unix_ms);
    ASSERT_TRUE(exchanged.has_value()) << describe(exchanged.error());
    last_reply_ = exchanged->reply;
    const Done taken = device::take_in(folder, exchanged->reply);
    ASSERT_TRUE(taken.has_value()) << describe(taken.error());
  }

  // A lesson of u1 in an epoch of its own, committed event by event and not sealed: as a power cut leaves it.
  void lesson_cut_short(const std::vector<bool>& answers) {
    const std::filesystem::path saved = folder_.path() / "before the seal";
    {
      const journal::DeviceIdentity identity = journal::load_identity(data()).value();
      journal::Writer writer = journal::Writer::open(data(), identity, clock_, "boot").value();
      for (const measure::Event& event : lesson("u1", 1, answers)) ASSERT_TRUE(writer.append({&event, 1}).has_value());
      copy_journal(data(), saved);
    }
    copy_journal(saved, data());
  }
  void run_on_journal(const char* statement) {
    const journal::Store store = journal::Store::open(data()).value();
    ASSERT_EQ(sqlite3_exec(store.handle(), statement, nullptr, nullptr, nullptr), SQLITE_OK);
  }

  Bytes last_reply_;

 private:
  static void copy_journal(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directories(to);
    for (const char* name : {"journal.sqlite", "journal.sqlite-wal", "journal.witness"}) {
      std::filesystem::remove(to / name);
      if (std::filesystem::exists(from / name)) std::filesystem::copy_file(from / name, to / name);
    }
    std::filesystem::remove(to / "journal.sqlite-shm");
  }
};

}  // namespace hornbook::test
