// A whole connection as HTTP and TLS use it, and who makes one: TCP (tcp_channel.hpp), or in tests a link whose rate,
// delay and cuts are chosen.
#pragma once

#include <cstdint>
#include <memory>

#include "runtime/core/error.hpp"
#include "sync/link/address.hpp"
#include "sync/link/byte_stream.hpp"

namespace hornbook::link {

class Channel : public ByteStream {
 public:
  // Everything from now on must be done within this time; replaces an earlier deadline.
  virtual void set_deadline(std::int64_t from_now_ms) = 0;
  // Tells the peer that nothing more comes.
  virtual void end_sending() = 0;
  [[nodiscard]] virtual Traffic traffic() const = 0;
};

class Dialer {
 public:
  virtual ~Dialer() = default;
  // A connection that must be done with everything within `deadline_ms`. NoLink when nobody answers in that time.
  [[nodiscard]] virtual Result<std::unique_ptr<Channel>> dial(const ServerAddress& address,
                                                              std::int64_t deadline_ms) = 0;
  // Milliseconds since any start, on the clock that deadlines are told by.
  [[nodiscard]] virtual std::int64_t now_ms() const = 0;
};

}  // namespace hornbook::link
