// Bundles with something in every section. What is sealed inside them is arbitrary bytes: carriers cannot tell.
#pragma once

#include "sync/bundle/bundle.hpp"
#include "tests/support/journal_samples.hpp"

namespace hornbook::test {

[[nodiscard]] inline bundle::UpBundle sample_up_bundle(const DeviceId& device) {
  bundle::UpBundle up;
  up.device = device;
  up.cursor.server_generation = 3;
  up.cursor.packs = {hash(as_bytes("pack"))};
  up.cursor.leases = {{4, 2}};
  up.cursor.bases = {hash(as_bytes("base"))};
  up.cursor.parameter_version = 5;
  up.cursor.rules_version = 6;
  journal::EpochHeader header;
  header.device = device;
  header.epoch = 1;
  header.sealed_key = Bytes(SecretKey::size + sealed_box_overhead, 1);
  up.headers = {header};
  journal::Segment segment;
  segment.epoch = 1;
  segment.first_sequence = 1;
  segment.last_sequence = 10;
  segment.sealed = Bytes(60, 7);
  up.segments = {segment};
  journal::Row row;
  row.epoch = 1;
  row.sequence = 11;
  row.sealed = Bytes(40, 8);
  up.rows = {row};
  return up;
}

[[nodiscard]] inline bundle::DownBundle sample_down_bundle(const DeviceId& device, const SigningKey& school,
                                                           const BoxPublicKey& ingest = {{7}}) {
  bundle::DownBundle down;
  down.device = device;
  down.accepted = bundle::EnrolmentAccepted{device, "012345"};
  down.acknowledgement.device = device;
  down.acknowledgement.generation = 3;
  down.acknowledgement.signed_time_ms = 1'790'000'000'000;
  journal::EpochAcknowledgement epoch;
  epoch.epoch = 1;
  epoch.stored_through = 10;
  epoch.backed_up_through = 10;
  epoch.highest_seen = 10;
  down.acknowledgement.epochs = {epoch};
  journal::sign(down.acknowledgement, school);
  down.bases = {{sample_learner(9), Bytes(50, 3)}};
  down.parameters = Bytes{1, 2, 3};
  down.rules = bundle::SchoolRules{4, 86'400'000, {{school.verify_key()}, 1}};
  down.packs = std::vector<bundle::PackAssignment>{{hash(as_bytes("pack")), 1234}};
  down.badges = std::vector<journal::BadgeSlot>{{{}, 1, Bytes(60, 4)}, {{{1}}, 2, Bytes(60, 5)}};
  down.ingest_key = bundle::IngestKeyTold{2, ingest};
  return down;
}

}  // namespace hornbook::test
