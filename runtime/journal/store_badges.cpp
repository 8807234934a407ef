#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {

Done Store::put_badges(const std::vector<BadgeSlot>& slots) {
  Database& database = connection_->database;
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_DONE(database.run("DELETE FROM badges"));
  TRY_ASSIGN(Statement put, database.prepare("INSERT INTO badges VALUES(?,?,?)"));
  for (const BadgeSlot& slot : slots)
    TRY_DONE(put.bind(1, slot.address.view()).bind(2, slot.sealed).bind(3, slot.generation).run());
  return transaction.commit();
}

Result<std::optional<BadgeSlot>> Store::badge(const BadgeAddress& address) const {
  TRY_ASSIGN(Statement query, connection_->database.prepare("SELECT sealed, generation FROM badges WHERE address=?"));
  TRY_ASSIGN(const bool found, query.bind(1, address.view()).step());
  if (!found) return std::optional<BadgeSlot>();
  return std::optional<BadgeSlot>(BadgeSlot{address, query.number(1), query.blob(0)});
}

Result<std::optional<BadgesMark>> Store::badges_mark() const {
  TRY_ASSIGN(Statement query, connection_->database.prepare("SELECT address, generation FROM badges"));
  std::vector<BadgeSlot> slots;
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) return mark_of(slots);
    TRY_ASSIGN(const BadgeAddress address, id_from_bytes<BadgeAddress>(query.blob(0)));
    slots.push_back({address, query.number(1), {}});
  }
}

}  // namespace hornbook::journal
