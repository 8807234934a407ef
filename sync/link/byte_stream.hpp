// What HTTP is spoken over: a TCP connection, or TLS on top of one. The template at the end is what Boost.Beast reads
// and writes; it gathers, so that a header and its body leave in one TLS record.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/system_error.hpp>
#include <cstdint>
#include <span>

#include "runtime/core/bytes.hpp"

namespace hornbook::link {

using SystemError = boost::system::error_code;

// Blocking; one thread at a time. Both return how many bytes went through: at least one unless `error` is set.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // asio::error::eof at the peer's orderly end, beast::error::timeout when the deadline has passed.
  virtual std::size_t read_some(std::span<std::uint8_t> into, SystemError& error) = 0;
  virtual std::size_t write_some(ByteView bytes, SystemError& error) = 0;
};

// Bytes as TCP carries them (TLS included, IP and TCP headers not), and how often we waited for the other side.
struct Traffic {
  std::uint64_t sent_bytes = 0;
  std::uint64_t received_bytes = 0;
  std::uint32_t round_trips = 0;  // TCP's own handshake counts as one
};

// Beast's SyncReadStream and SyncWriteStream.
class BeastStream {
 public:
  explicit BeastStream(ByteStream& below) : below_(below) {}

  template <class Buffers>
  std::size_t read_some(const Buffers& buffers, SystemError& error) {
    error = {};
    for (auto at = boost::asio::buffer_sequence_begin(buffers); at != boost::asio::buffer_sequence_end(buffers); ++at) {
      const boost::asio::mutable_buffer into(*at);
      if (into.size() > 0) return below_.read_some({static_cast<std::uint8_t*>(into.data()), into.size()}, error);
    }
    return 0;
  }
  template <class Buffers>
  std::size_t write_some(const Buffers& buffers, SystemError& error) {
    error = {};
    const std::size_t size = boost::asio::buffer_copy(boost::asio::buffer(piece_), buffers);
    return size == 0 ? 0 : below_.write_some(ByteView(piece_).first(size), error);
  }
  // The forms that throw are part of Beast's concept; nothing of ours calls them.
  template <class Buffers>
  std::size_t read_some(const Buffers& buffers) {
    SystemError error;
    const std::size_t size = read_some(buffers, error);
    if (error) throw boost::system::system_error(error);
    return size;
  }
  template <class Buffers>
  std::size_t write_some(const Buffers& buffers) {
    SystemError error;
    const std::size_t size = write_some(buffers, error);
    if (error) throw boost::system::system_error(error);
    return size;
  }

 private:
  ByteStream& below_;
  std::array<std::uint8_t, 16'384> piece_{};  // one TLS record at most
};

}  // namespace hornbook::link
