#include "sync/link/tcp_channel.hpp"

#include <boost/asio/post.hpp>
#include <chrono>

namespace hornbook::link {
namespace asio = boost::asio;
using asio::ip::tcp;

void TcpChannel::set_deadline(std::int64_t from_now_ms) {
  stream_.expires_after(std::chrono::milliseconds(from_now_ms));
}

void TcpChannel::started() {
  SystemError ignored;
  // A handshake is a few small messages that must not wait for each other (Nagle, RFC 896).
  stream_.socket().set_option(tcp::no_delay(true), ignored);
}

Done TcpChannel::connect(const std::string& host, std::uint16_t port, std::int64_t deadline_ms) {
  SystemError error = asio::error::timed_out;
  tcp::resolver resolver(context_);
  tcp::resolver::results_type found;
  resolver.async_resolve(host, std::to_string(port), [&](SystemError result, tcp::resolver::results_type results) {
    error = result;
    found = std::move(results);
  });
  context_.run_for(std::chrono::milliseconds(deadline_ms));
  if (error) return fail(ErrorCode::NoLink, "connect", "the server's name is not known here; check the network");
  set_deadline(deadline_ms);
  stream_.async_connect(found, [&](SystemError result, const tcp::endpoint&) { error = result; });
  context_.restart();
  context_.run();
  if (error) return fail(ErrorCode::NoLink, "connect", "the server does not answer (" + error.message() + ")");
  started();
  ++traffic_.round_trips;
  return {};
}

std::size_t TcpChannel::read_some(std::span<std::uint8_t> into, SystemError& error) {
  std::size_t size = 0;
  stream_.async_read_some(asio::buffer(into.data(), into.size()), [&](SystemError result, std::size_t count) {
    error = result;
    size = count;
  });
  context_.restart();
  context_.run();
  traffic_.received_bytes += size;
  if (size > 0 && waiting_for_answer_) {
    ++traffic_.round_trips;
    waiting_for_answer_ = false;
  }
  return size;
}

std::size_t TcpChannel::write_some(ByteView bytes, SystemError& error) {
  std::size_t size = 0;
  stream_.async_write_some(asio::buffer(bytes.data(), bytes.size()), [&](SystemError result, std::size_t count) {
    error = result;
    size = count;
  });
  context_.restart();
  context_.run();
  traffic_.sent_bytes += size;
  waiting_for_answer_ = waiting_for_answer_ || size > 0;
  return size;
}

void TcpChannel::end_sending() {
  SystemError ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

Result<std::unique_ptr<Channel>> TcpDialer::dial(const ServerAddress& address, std::int64_t deadline_ms) {
  auto channel = std::make_unique<TcpChannel>();
  TRY_DONE(channel->connect(address.host, address.port, deadline_ms));
  return channel;
}

std::int64_t TcpDialer::now_ms() const {
  const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count();
}

void TcpChannel::cancel() {
  asio::post(context_, [this] { stream_.close(); });
}

}  // namespace hornbook::link
