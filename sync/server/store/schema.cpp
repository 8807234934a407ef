#include "sync/server/store/schema.hpp"

namespace hornbook::server {
namespace {

constexpr std::int64_t schema_version = 6;
constexpr std::int64_t application_id = 0x48424b53;  // "HBKS"

constexpr const char* tables = R"sql(
CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE account (
  user TEXT PRIMARY KEY, role INTEGER NOT NULL, operations INTEGER NOT NULL, memory_bytes INTEGER NOT NULL,
  salt BLOB NOT NULL, verifier BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE class (
  number INTEGER PRIMARY KEY, source BLOB NOT NULL UNIQUE, title TEXT NOT NULL,
  lease_generation INTEGER NOT NULL DEFAULT 0, class_key BLOB, lease BLOB);

CREATE TABLE learner (
  number INTEGER PRIMARY KEY, learner BLOB NOT NULL UNIQUE, source BLOB NOT NULL UNIQUE,
  data_key BLOB NOT NULL, profile BLOB NOT NULL, commits INTEGER NOT NULL DEFAULT 0);

CREATE TABLE membership (
  class INTEGER NOT NULL REFERENCES class (number), learner INTEGER NOT NULL REFERENCES learner (number),
  PRIMARY KEY (class, learner)) WITHOUT ROWID;

CREATE TABLE device (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, profile INTEGER NOT NULL,
  device BLOB UNIQUE, verify_key BLOB, confirmation TEXT NOT NULL DEFAULT '',
  last_contact_ms INTEGER NOT NULL DEFAULT 0, cloned INTEGER NOT NULL DEFAULT 0);

CREATE TABLE enrolment (
  token_hash BLOB PRIMARY KEY, device INTEGER NOT NULL REFERENCES device (number), expires_ms INTEGER NOT NULL,
  used_by BLOB) WITHOUT ROWID;

CREATE TABLE device_class (
  device INTEGER NOT NULL REFERENCES device (number), class INTEGER NOT NULL REFERENCES class (number),
  PRIMARY KEY (device, class)) WITHOUT ROWID;

CREATE TABLE epoch (
  device INTEGER NOT NULL REFERENCES device (number), epoch INTEGER NOT NULL,
  header BLOB NOT NULL, header_hash BLOB NOT NULL, previous_header BLOB NOT NULL,
  previous_last_sequence INTEGER NOT NULL, stored BLOB NOT NULL, placed_through INTEGER NOT NULL DEFAULT 0,
  waited_bundles INTEGER NOT NULL DEFAULT 0, chain_through INTEGER NOT NULL DEFAULT 0, chain BLOB,
  PRIMARY KEY (device, epoch), UNIQUE (device, previous_header)) WITHOUT ROWID;

CREATE TABLE refused_header (
  device INTEGER NOT NULL REFERENCES device (number), header_hash BLOB NOT NULL,
  PRIMARY KEY (device, header_hash)) WITHOUT ROWID;

CREATE TABLE binding (
  device INTEGER NOT NULL, epoch INTEGER NOT NULL, learner_index INTEGER NOT NULL,
  learner INTEGER NOT NULL REFERENCES learner (number), PRIMARY KEY (device, epoch, learner_index)) WITHOUT ROWID;

CREATE TABLE event (
  device INTEGER NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL,
  learner INTEGER NOT NULL, commit_number INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (device, epoch, sequence)) WITHOUT ROWID;
CREATE UNIQUE INDEX event_in_order ON event (learner, commit_number);

CREATE TABLE waiting_event (
  device INTEGER NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (device, epoch, sequence)) WITHOUT ROWID;

CREATE TABLE state (
  learner INTEGER PRIMARY KEY REFERENCES learner (number), commit_number INTEGER NOT NULL,
  base BLOB NOT NULL, evidence BLOB NOT NULL, delivery BLOB NOT NULL, delivery_hash BLOB NOT NULL);

CREATE TABLE issued_base (
  learner INTEGER NOT NULL REFERENCES learner (number), name BLOB NOT NULL, base BLOB NOT NULL,
  PRIMARY KEY (learner, name)) WITHOUT ROWID;

CREATE TABLE fault (
  number INTEGER PRIMARY KEY, device INTEGER NOT NULL REFERENCES device (number), at_ms INTEGER NOT NULL,
  kind INTEGER NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, times INTEGER NOT NULL DEFAULT 1,
  UNIQUE (device, kind, epoch, sequence));

CREATE TABLE pack (hash BLOB PRIMARY KEY, added_ms INTEGER NOT NULL, bytes INTEGER NOT NULL,
  revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE publisher (verify_key BLOB PRIMARY KEY) WITHOUT ROWID;
)sql";

// What version 2 added.
constexpr const char* tables_of_version_2 = R"sql(
CREATE TABLE decision_check (
  learner INTEGER NOT NULL REFERENCES learner (number), device INTEGER NOT NULL REFERENCES device (number),
  decisions INTEGER NOT NULL, unmatched INTEGER NOT NULL, PRIMARY KEY (learner, device)) WITHOUT ROWID;
CREATE TABLE chain_claim (
  device INTEGER NOT NULL REFERENCES device (number), epoch INTEGER NOT NULL, sequence INTEGER NOT NULL,
  chain BLOB NOT NULL, PRIMARY KEY (device, epoch, sequence)) WITHOUT ROWID;
CREATE TABLE teaching (
  class INTEGER NOT NULL REFERENCES class (number), teacher BLOB NOT NULL,
  PRIMARY KEY (class, teacher)) WITHOUT ROWID;
CREATE TABLE account_class (
  user TEXT NOT NULL REFERENCES account (user), class INTEGER NOT NULL REFERENCES class (number),
  PRIMARY KEY (user, class)) WITHOUT ROWID;
)sql";

// What version 3 added: every set of parameters that the school ever calibrated, the last being the one in use.
constexpr const char* tables_of_version_3 = R"sql(
CREATE TABLE calibrated (
  number INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, made_ms INTEGER NOT NULL, parameters BLOB NOT NULL);
)sql";

// What version 4 added: experiments, each of their terms, who consented or withdrew, and the parameters with which they
// travelled.
constexpr const char* tables_of_version_4 = R"sql(
CREATE TABLE experiment (
  number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, seed BLOB NOT NULL, declaration BLOB);
CREATE TABLE experiment_term (
  number INTEGER PRIMARY KEY, experiment INTEGER NOT NULL REFERENCES experiment (number),
  started_ms INTEGER NOT NULL, started_by TEXT NOT NULL, basis TEXT NOT NULL, until_ms INTEGER NOT NULL,
  second_permille INTEGER NOT NULL, participation INTEGER NOT NULL, stopped_ms INTEGER,
  stopped_by TEXT NOT NULL DEFAULT '');
CREATE TABLE experiment_consent (
  experiment INTEGER NOT NULL REFERENCES experiment (number), learner INTEGER NOT NULL REFERENCES learner (number),
  given INTEGER NOT NULL, at_ms INTEGER NOT NULL, said_by TEXT NOT NULL,
  PRIMARY KEY (experiment, learner)) WITHOUT ROWID;
CREATE TABLE given_parameters (
  name BLOB PRIMARY KEY, given_ms INTEGER NOT NULL, parameters BLOB NOT NULL) WITHOUT ROWID;
)sql";

// What version 5 added: what each device has, and what it has when it has taken in the last answer; revoked
// devices; badges, of which a revoked one keeps its row and generation without secret and slot, and families, which are
// small classes with a sealed name; which pack took the place of which.
constexpr const char* tables_of_version_5 = R"sql(
CREATE TABLE device_cursor (
  number INTEGER PRIMARY KEY, device INTEGER NOT NULL REFERENCES device (number), name BLOB NOT NULL,
  cursor BLOB NOT NULL, brought BLOB NOT NULL, UNIQUE (device, name));
ALTER TABLE device ADD COLUMN revoked_ms INTEGER NOT NULL DEFAULT 0;
CREATE TABLE badge (
  learner INTEGER PRIMARY KEY REFERENCES learner (number), generation INTEGER NOT NULL, secret BLOB, address BLOB,
  slot BLOB);
CREATE TABLE family (class INTEGER PRIMARY KEY REFERENCES class (number), name BLOB NOT NULL);
CREATE TABLE replaced_pack (
  pack BLOB PRIMARY KEY REFERENCES pack (hash), by BLOB NOT NULL REFERENCES pack (hash)) WITHOUT ROWID;
)sql";

// What version 6 added: the school's ingest keys before the present one, which is a setting; those that were dropped
// keep their row without secret. And the number of the latest that a device has sealed a bundle to, 0: not known.
// And learners without a name, with whose record their work is part of; learners' requests to talk to a teacher, and
// when one was seen.
constexpr const char* tables_of_version_6 = R"sql(
CREATE TABLE old_ingest_key (
  number INTEGER PRIMARY KEY, made_ms INTEGER NOT NULL, replaced_ms INTEGER NOT NULL, public_key BLOB NOT NULL,
  secret BLOB, retired_ms INTEGER NOT NULL DEFAULT 0);
CREATE TABLE nameless (
  learner INTEGER PRIMARY KEY REFERENCES learner (number), device INTEGER NOT NULL REFERENCES device (number),
  joined INTEGER REFERENCES learner (number));
ALTER TABLE device ADD COLUMN ingest_key INTEGER NOT NULL DEFAULT 0;
CREATE TABLE talk_request (
  number INTEGER PRIMARY KEY, device INTEGER NOT NULL REFERENCES device (number), epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL, learner INTEGER NOT NULL REFERENCES learner (number), asked BLOB NOT NULL,
  seen_ms INTEGER NOT NULL DEFAULT 0, UNIQUE (device, epoch, sequence));
)sql";

// Its figures of replayed decisions begin anew; chains are followed from the start with the next bundle.
constexpr const char* from_version_1 = R"sql(
ALTER TABLE device DROP COLUMN decisions;
ALTER TABLE device DROP COLUMN decisions_unmatched;
ALTER TABLE epoch ADD COLUMN chain_through INTEGER NOT NULL DEFAULT 0;
ALTER TABLE epoch ADD COLUMN chain BLOB;
)sql";

Result<std::int64_t> pragma(Database& database, std::string_view sql) {
  TRY_ASSIGN(Statement statement, database.query(sql));
  TRY_ASSIGN(const bool row, statement.step());
  return row ? statement.integer(0) : 0;
}

}  // namespace

Done prepare_schema(Database& database) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_ASSIGN(const std::int64_t application, pragma(database, "PRAGMA application_id"));
  TRY_ASSIGN(const std::int64_t version, pragma(database, "PRAGMA user_version"));
  if (application == application_id && version == schema_version) return {};
  const bool is_earlier = application == application_id && version >= 1 && version < schema_version;
  if (!is_earlier && (application != 0 || version != 0))
    return fail(ErrorCode::Corrupt, "school store", "it was made by another or a later program; use that one");
  if (version < 2) {
    TRY_DONE(database.run_script(version == 1 ? from_version_1 : tables));
    TRY_DONE(database.run_script(tables_of_version_2));
  }
  if (version < 3) TRY_DONE(database.run_script(tables_of_version_3));
  if (version < 4) TRY_DONE(database.run_script(tables_of_version_4));
  if (version < 5) TRY_DONE(database.run_script(tables_of_version_5));
  TRY_DONE(database.run_script(tables_of_version_6));
  TRY_DONE(database.run_script("PRAGMA application_id=" + std::to_string(application_id)));
  TRY_DONE(database.run_script("PRAGMA user_version=" + std::to_string(schema_version)));
  return transaction.commit();
}

}  // namespace hornbook::server
