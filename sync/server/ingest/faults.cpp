#include "sync/server/ingest/faults.hpp"

namespace hornbook::server {

Done record_fault(School& school, std::int64_t device_number, const Fault& fault) {
  return school.database().run(
      "INSERT INTO fault (device, at_ms, kind, epoch, sequence) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT (device, kind, epoch, sequence) DO UPDATE SET times = times + 1, at_ms = excluded.at_ms",
      device_number, fault.at_ms, static_cast<std::uint8_t>(fault.kind), fault.epoch, fault.sequence);
}

Result<std::vector<Fault>> faults_of(School& school, std::int64_t device_number, std::size_t count_max) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT kind, epoch, sequence, times, at_ms FROM fault WHERE device = ? "
                                     "ORDER BY at_ms DESC, number DESC LIMIT ?",
                                     device_number, count_max));
  std::vector<Fault> faults;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return faults;
    faults.push_back(
        {static_cast<FaultKind>(row.integer(0)), row.number(1), row.number(2), row.number(3), row.integer(4)});
  }
}

}  // namespace hornbook::server
