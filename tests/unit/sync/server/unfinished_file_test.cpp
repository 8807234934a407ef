// A pack's file whose connection breaks off goes on where it stopped.
#include <algorithm>
#include <filesystem>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/build/source_tree.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/pack.hpp"
#include "sync/client/content_source.hpp"
#include "sync/link/tcp_channel.hpp"
#include "sync/server/web/content.hpp"
#include "tests/support/running_server.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

// TCP that breaks off when so many bytes have come.
class BreakingDialer final : public link::Dialer {
 public:
  explicit BreakingDialer(std::uint64_t bytes) : bytes_(bytes) {}
  Result<std::unique_ptr<link::Channel>> dial(const link::ServerAddress& address, std::int64_t deadline_ms) override {
    TRY_ASSIGN(std::unique_ptr<link::Channel> whole, tcp_.dial(address, deadline_ms));
    return std::unique_ptr<link::Channel>(new Breaking(std::move(whole), bytes_));
  }
  std::int64_t now_ms() const override { return tcp_.now_ms(); }

 private:
  class Breaking final : public link::Channel {
   public:
    Breaking(std::unique_ptr<link::Channel> whole, std::uint64_t bytes) : whole_(std::move(whole)), left_(bytes) {}
    std::size_t read_some(std::span<std::uint8_t> into, link::SystemError& error) override {
      if (left_ == 0) {
        error = boost::asio::error::connection_reset;
        return 0;
      }
      const std::size_t read = whole_->read_some(into.first(std::min<std::uint64_t>(into.size(), left_)), error);
      left_ -= read;
      return read;
    }
    std::size_t write_some(ByteView bytes, link::SystemError& error) override {
      return whole_->write_some(bytes, error);
    }
    void set_deadline(std::int64_t from_now_ms) override { whole_->set_deadline(from_now_ms); }
    void end_sending() override { whole_->end_sending(); }
    link::Traffic traffic() const override { return whole_->traffic(); }

   private:
    std::unique_ptr<link::Channel> whole_;
    std::uint64_t left_;
  };

  link::TcpDialer tcp_;
  std::uint64_t bytes_;
};

// A school serves the index of a real pack over TLS.
class UnfinishedFile : public test::ServerBed {
 protected:
  void SetUp() override {
    const auto tree =
        content::read_source(std::filesystem::path(HORNBOOK_SOURCE_DIR) / "content_packs/library/fractions");
    const content::BuiltPack built = content::build_pack(content::read_pack(tree.value()).source).value();
    const SigningKey publisher = SigningKey::generate();
    const std::vector<const SigningKey*> keys{&publisher};
    const std::filesystem::path file = folder_.path() / "fractions.hbpack";
    ASSERT_TRUE(write_private_file(file, content::to_file(built, keys)));
    const Hash pack = add_pack(*school_, file, {{publisher.verify_key()}, 1}, clock_.now().unix_ms).value();
    address_ = "packs/" + to_hex(pack.view()) + ".index";
    whole_ = pack::PackStore::open(school_->packs_directory()).value().signed_index(pack).value();
    ASSERT_GT(whole_.size(), 2 * cut_at);
    folders_ = {school_->packs_directory(), school_->delivery_directory()};
    server_.emplace([this](const link::HttpRequest& request) { return answer_content(folders_, request); },
                    &school_->tls());
  }
  [[nodiscard]] std::filesystem::path unfinished() const { return folder_.path() / "unfinished"; }
  [[nodiscard]] bool anything_is_unfinished() const {
    return std::filesystem::exists(unfinished()) && !std::filesystem::is_empty(unfinished());
  }
  Result<Bytes> fetch_until(std::uint64_t bytes) {
    BreakingDialer dialer(bytes);
    const link::ServerAddress address = link::parse_server_address(server_->url()).value();
    link::HttpClient client =
        link::HttpClient::connect(dialer, address, link::tls_pin(school_->tls()).value(), 60'000, nullptr).value();
    return device::SchoolContent(client, unfinished()).fetch(address_, limits::pack_index_bytes_max);
  }

  // More than a handshake and one TLS record, of at most 16 KiB: only whole ones can be read.
  static constexpr std::uint64_t cut_at = 20'000;
  std::string address_;
  Bytes whole_;
  ContentFolders folders_;
  std::optional<test::RunningServer> server_;
};

TEST_F(UnfinishedFile, GoesOnAtTheByte_HoweverOftenTheLinkBreaks) {
  std::size_t connections = 1;
  Result<Bytes> fetched = fetch_until(cut_at);
  for (; !fetched && connections < 10; ++connections) {
    ASSERT_EQ(fetched.error().code, ErrorCode::NoLink);
    EXPECT_TRUE(anything_is_unfinished());
    fetched = fetch_until(cut_at);
  }
  ASSERT_TRUE(fetched) << describe(fetched.error());
  EXPECT_EQ(*fetched, whole_);
  EXPECT_LE(connections, 5u);
  EXPECT_FALSE(anything_is_unfinished());
}

TEST_F(UnfinishedFile, ThatIsAnothers_IsNotGoneOnWithAfterItHasComeOnce) {
  ASSERT_FALSE(fetch_until(cut_at));
  for (const auto& each : std::filesystem::directory_iterator(unfinished())) {
    std::vector<std::uint8_t> damaged(std::filesystem::file_size(each.path()), 0x55);
    ASSERT_TRUE(pack::write_file_durably(each.path(), damaged));
  }
  const Result<Bytes> wrong = fetch_until(1'000'000);
  ASSERT_TRUE(wrong);
  EXPECT_NE(*wrong, whole_) << "whoever asked compares its hash";
  EXPECT_EQ(fetch_until(1'000'000).value(), whole_);
}

}  // namespace
}  // namespace hornbook::server
