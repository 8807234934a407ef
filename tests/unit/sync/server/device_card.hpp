// A device played by hand, card and all: it opens epochs, seals segments and rows, and can be copied as a thief or a
// careless technician copies a card.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "runtime/journal/sealing.hpp"
#include "runtime/measure/event_codec.hpp"
#include "sync/bundle/bundle.hpp"
#include "sync/bundle/enrolment_file.hpp"

namespace hornbook::test {

struct OpenEpoch {
  journal::EpochHeader header;
  SecretKey key;

  // What the card has sealed in it so far, in the order of a device: what is not there was skipped.
  std::shared_ptr<std::map<std::uint64_t, measure::Event>> written =
      std::make_shared<std::map<std::uint64_t, measure::Event>>();

  [[nodiscard]] Hash chain_after(std::uint64_t sequence) const {
    Hash chain = journal::hash_of(header);
    for (std::uint64_t at = 1; at <= sequence; ++at) {
      journal::Row row;
      row.epoch = header.epoch;
      row.sequence = at;
      if (const auto event = written->find(at); event != written->end()) row = sealed(event->second);
      chain = journal::next_chain(chain, row);
    }
    return chain;
  }
  [[nodiscard]] journal::Row sealed(const measure::Event& event) const {
    return journal::seal_row(journal::event_key(key), header.device, header.epoch, event.sequence,
                             measure::encode_event(event).value(), Hash{});
  }
};

class DeviceCard {
 public:
  explicit DeviceCard(bundle::EnrolmentFile file) : DeviceCard(std::move(file), SigningKey::generate()) {}

  // Another card with the same key and the same past.
  [[nodiscard]] DeviceCard copy() const {
    DeviceCard other(file_, SigningKey::from_seed(key_.seed()));
    other.last_header_ = last_header_;
    other.epochs_ = epochs_;
    return other;
  }

  [[nodiscard]] DeviceId id() const { return device_id_of(key_.verify_key()); }
  [[nodiscard]] const SigningKey& key() const { return key_; }
  [[nodiscard]] const bundle::EnrolmentFile& file() const { return file_; }

  [[nodiscard]] OpenEpoch open_epoch(std::uint64_t previous_last_sequence) {
    OpenEpoch epoch{{}, SecretKey::generate()};
    epoch.header.device = id();
    epoch.header.epoch = ++epochs_;
    epoch.header.previous_header = last_header_;
    epoch.header.previous_last_sequence = previous_last_sequence;
    epoch.header.ingest_key = hash(file_.school.ingest.view());
    epoch.header.sealed_key = seal_to(file_.school.ingest, epoch.key.view());
    journal::sign(epoch.header, key_);
    last_header_ = journal::hash_of(epoch.header);
    return epoch;
  }

  [[nodiscard]] journal::Segment segment(const OpenEpoch& epoch, std::uint32_t number,
                                         const std::vector<measure::Event>& events) const {
    journal::Segment segment;
    segment.epoch = epoch.header.epoch;
    segment.number = number;
    for (const measure::Event& event : events) epoch.written->insert_or_assign(event.sequence, event);
    segment.chain_end = epoch.chain_after(events.back().sequence);
    return journal::seal_segment(journal::segment_key(epoch.key), id(), segment, events).value();
  }

  [[nodiscard]] journal::Row row(const OpenEpoch& epoch, const measure::Event& event) const {
    epoch.written->insert_or_assign(event.sequence, event);
    journal::Row row = epoch.sealed(event);
    row.chain = epoch.chain_after(event.sequence);
    return row;
  }
  [[nodiscard]] journal::Row skip(const OpenEpoch& epoch, std::uint64_t sequence) const {
    journal::Row row = journal::make_skip(key_, epoch.header.epoch, sequence, Hash{});
    row.chain = epoch.chain_after(sequence);
    return row;
  }
  [[nodiscard]] bundle::UpBundle bundle(const OpenEpoch& epoch, std::vector<journal::Segment> segments) const {
    bundle::UpBundle up;
    up.device = id();
    up.headers = {epoch.header};
    up.segments = std::move(segments);
    return up;
  }
  [[nodiscard]] bundle::UpBundle with_enrolment(bundle::UpBundle up) const {
    up.device = id();
    up.enrolment = bundle::EnrolmentRequest{key_.verify_key(), file_.token, file_.device_name, file_.profile};
    return up;
  }
  [[nodiscard]] Bytes sealed(const bundle::UpBundle& up) const {
    return bundle::encode(up, key_, file_.school.ingest).value();
  }
  [[nodiscard]] Result<bundle::DownBundle> read(ByteView reply) const {
    return bundle::decode_down(reply, key_, file_.school.signing);
  }

 private:
  DeviceCard(bundle::EnrolmentFile file, SigningKey key) : file_(std::move(file)), key_(std::move(key)) {}

  bundle::EnrolmentFile file_;
  SigningKey key_;
  Hash last_header_;
  std::uint64_t epochs_ = 0;
};

}  // namespace hornbook::test
