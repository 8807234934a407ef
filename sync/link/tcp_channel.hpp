// One TCP connection with a deadline and a count of its bytes. Blocking to its caller; inside it runs asio's
// asynchronous calls, because only those can be given a deadline or be ended from another thread.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <cstdint>
#include <string>

#include "sync/link/channel.hpp"

namespace hornbook::link {

class TcpChannel final : public Channel {
 public:
  TcpChannel() = default;
  TcpChannel(const TcpChannel&) = delete;
  TcpChannel& operator=(const TcpChannel&) = delete;

  void set_deadline(std::int64_t from_now_ms) override;
  // NoLink when the name is unknown, nobody answers or the deadline (given here) passes.
  [[nodiscard]] Done connect(const std::string& host, std::uint16_t port, std::int64_t deadline_ms);
  // For an acceptor, which fills it in; then started() must be called.
  [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return stream_.socket(); }
  void started();

  std::size_t read_some(std::span<std::uint8_t> into, SystemError& error) override;
  std::size_t write_some(ByteView bytes, SystemError& error) override;
  void end_sending() override;
  // By the thread that uses the channel.
  void close() { stream_.close(); }
  // Ends whatever waits, now or next. From any thread.
  void cancel();

  [[nodiscard]] Traffic traffic() const override { return traffic_; }

 private:
  boost::asio::io_context context_{1};
  boost::beast::tcp_stream stream_{context_};
  Traffic traffic_;
  bool waiting_for_answer_ = false;
};

class TcpDialer final : public Dialer {
 public:
  [[nodiscard]] Result<std::unique_ptr<Channel>> dial(const ServerAddress& address, std::int64_t deadline_ms) override;
  [[nodiscard]] std::int64_t now_ms() const override;
};

}  // namespace hornbook::link
