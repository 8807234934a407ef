#include "sync/link/http_server.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <list>
#include <optional>
#include <thread>

#include "runtime/core/limits.hpp"
#include "sync/link/http_connection.hpp"
#include "sync/link/tcp_channel.hpp"

namespace hornbook::link {
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::chrono::milliseconds stop_check_interval{200};

struct LiveConnection {
  TcpChannel channel;
  std::atomic<bool> over = false;
  std::thread thread;
};

Result<tcp::endpoint> endpoint_of(const ListenAddress& address) {
  SystemError error;
  const auto host = asio::ip::make_address(address.host == "localhost" ? "127.0.0.1" : address.host, error);
  if (error) return fail(ErrorCode::BadInput, "listen address", "the host must be an address such as 127.0.0.1 or ::1");
  return tcp::endpoint(host, address.port);
}

}  // namespace

struct HttpServer::State {
  asio::io_context context{1};
  tcp::acceptor acceptor{context};
  asio::steady_timer stop_check{context};
  std::optional<TlsSettings> tls;
  Handler handler;
  HttpTimeouts timeouts;
  std::list<LiveConnection> next;  // the one that is being accepted, if any
  std::list<LiveConnection> connections;
  bool accepting = false;
  const std::atomic<bool>* stopping = nullptr;

  [[nodiscard]] Done bind(const tcp::endpoint& endpoint) {
    SystemError error;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return fail(ErrorCode::NoLink, "listen", "the port cannot be opened (" + error.message() + ")");
    return {};
  }

  void start(LiveConnection& connection) {
    connection.channel.started();
    connection.thread = std::thread([this, &connection] {
      serve_connection(connection.channel, tls ? &*tls : nullptr, handler, timeouts, *stopping);
      connection.channel.close();
      connection.over.store(true);
    });
  }

  void remove_finished() {
    connections.remove_if([](LiveConnection& connection) {
      if (!connection.over.load()) return false;
      connection.thread.join();
      return true;
    });
  }

  // Beyond the greatest number of connections, peers wait in the system's queue until one ends.
  void accept_next() {
    remove_finished();
    if (accepting || connections.size() >= limits::server_connections_max) return;
    accepting = true;
    next.emplace_back();
    acceptor.async_accept(next.back().channel.socket(), [this](SystemError error) { accepted(error); });
  }

  void accepted(SystemError error) {
    accepting = false;
    if (error) return next.clear();  // such as no free file: the next check tries again
    connections.splice(connections.end(), next);
    start(connections.back());
    accept_next();
  }

  void check_stop() {
    stop_check.expires_after(stop_check_interval);
    stop_check.async_wait([this](SystemError) {
      if (stopping->load()) return context.stop();
      accept_next();
      check_stop();
    });
  }
};

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::~HttpServer() = default;
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;

Result<HttpServer> HttpServer::listen(const ListenAddress& address, const TlsIdentity* tls, Handler handler,
                                      const HttpTimeouts& timeouts, FindPeer find_peer) {
  TRY_ASSIGN(const tcp::endpoint endpoint, endpoint_of(address));
  if (tls == nullptr && !endpoint.address().is_loopback())
    return fail(ErrorCode::NotAllowed, "listen",
                "plain HTTP is for this machine alone; listen on 127.0.0.1 or use TLS");
  auto state = std::make_unique<State>();
  if (tls != nullptr) {
    TRY_ASSIGN(state->tls, TlsSettings::server(*tls, std::move(find_peer)));
  }
  state->handler = std::move(handler);
  state->timeouts = timeouts;
  TRY_DONE(state->bind(endpoint));
  return HttpServer(std::move(state));
}

std::uint16_t HttpServer::port() const {
  SystemError error;
  return state_->acceptor.local_endpoint(error).port();
}

Done HttpServer::run(const std::atomic<bool>& stopping) {
  state_->stopping = &stopping;
  state_->accept_next();
  state_->check_stop();
  state_->context.run();
  SystemError ignored;
  state_->acceptor.close(ignored);
  for (LiveConnection& connection : state_->connections) connection.channel.cancel();
  for (LiveConnection& connection : state_->connections) connection.thread.join();
  state_->connections.clear();
  return {};
}

}  // namespace hornbook::link
