// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/address_lookup.h"
#include "stream/channel.h"
#include "stream/round_trip.h"
#include "stream/user_end.h"

#include "sesame/net/tls_stream.h"
#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <hub.pb.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

namespace sesame::stream {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
namespace pb = wire::pb;
using net::ErrorValue;
using net::Executor;
using net::TcpSocket;
using net::TlsStream;

template <typename T>
using Task = asio::awaitable<T, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;
using UserEnd = asio::posix::basic_stream_descriptor<Executor>;
constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> kAwait;

constexpr std::string_view kRelayContext = "sesame relay v1";
constexpr auto kConnectTime = std::chrono::seconds(15);
constexpr auto kWaitTime = std::chrono::seconds(Stream::kWaitSeconds);
// After so long a silence a ping; after as long again nobody is there.
constexpr auto kQuietTime = std::chrono::seconds(15);
constexpr auto kFarewellTime = std::chrono::seconds(2);
constexpr int kUnansweredMs = 20'000;
// News of so many bytes goes at once, of fewer within kCreditPause, and of so few that nobody waits for it
// when it suits: to send it wakes both clients and the hub, as the bytes themselves did.
constexpr std::size_t kCreditStep = 32UL * 1024;
constexpr auto kCreditPause = std::chrono::milliseconds(5);
constexpr auto kIdlePause = std::chrono::seconds(1);

/// The client's end of a TLS connection: pinned, or by the system's authorities.
net::SslContext makeContext(bool pinned) {
    net::SslContext context(SSL_CTX_new(TLS_client_method()));
    if (!context)
        return context;
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    if (!pinned) {
        SSL_CTX_set_default_verify_paths(context.get());
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    }
    return context;
}

Bytes relayText(std::string_view nonce, const ByteArray<32>& fingerprint, const Terms& terms) {
    Bytes text = toBytes(asBytes(nonce));
    text.insert(text.end(), fingerprint.begin(), fingerprint.end());
    for (const std::string& handle : {terms.self, terms.peer}) {
        const ByteView bytes = asBytes(handle);
        text.insert(text.end(), bytes.begin(), bytes.end());
        text.push_back(std::byte{0});
    }
    text.insert(text.end(), terms.id.view().begin(), terms.id.view().end());
    return text;
}

/// All of Beast and Asio. Everything but the interface's functions runs on the stream's own thread.
class RelayStream final : public Stream {
  public:
    RelayStream(Relay relay, Terms terms, crypto::Identity identity, crypto::Random& random, SocketPair pair,
                Descriptor flowEvent, std::function<void(State)> changed)
        : relay_(std::move(relay)),
          terms_(std::move(terms)),
          identity_(std::move(identity)),
          changed_(std::move(changed)),
          tls_(makeContext(relay_.fingerprint.has_value())),
          channel_(std::in_place, terms_.role, terms_.secret.clone(), random),
          io_(1),
          lookup_(io_.get_executor()),
          line_(TcpSocket(io_.get_executor()), tls_.get(), TlsStream::Role::Client),
          deadline_(io_.get_executor()),
          creditPause_(io_.get_executor()),
          quiet_(io_.get_executor()),
          inner_(io_.get_executor(), pair.inner.release()),
          user_(std::move(pair.user)),
          flowEvent_(std::move(flowEvent)) {
        thread_ = std::thread([this] {
            asio::co_spawn(io_, serve(), asio::detached);
            io_.run();
        });
    }
    ~RelayStream() override { RelayStream::close(); }

    Descriptor takeDescriptor() override { return std::move(user_); }
    State state() const override { return state_; }
    Ending ending() const override { return ending_; }
    Flow flow() const override { return {sent_, acknowledged_, latestUs_, shortestUs_}; }
    int flowEvent() const override { return flowEvent_.get(); }

    void finish() override {
        asio::post(io_, [this] {
            finishing_ = true;
            readable_ = true;
            pump();
        });
    }

    void close() override {
        const std::lock_guard lock(closing_);  // whoever comes second waits as well
        if (!thread_.joinable())
            return;
        SESAME_ASSERT(std::this_thread::get_id() != thread_.get_id());
        asio::post(io_, [this] { end(Ending::Closed); });
        thread_.join();
    }

  private:
    using Line = websocket::stream<TlsStream, false>;

    // The way in.
    Task<void> serve() {
        closeAfter(kConnectTime);
        Ending why = Ending::Lost;
        if (co_await connect()) {
            why = co_await join();
            if (why == Ending::None)
                why = co_await agree();
        }
        if (why != Ending::None) {
            end(why);
            co_return;
        }
        deadline_.cancel();
        setState(State::Open);
        listen();
        pump();
        end(co_await readOn());
    }

    Task<bool> connect() {
        const auto where = co_await lookup_.find(relay_.host, relay_.port);
        if (where.empty() || state_ == State::Ended)
            co_return false;
        TcpSocket& socket = line_.next_layer().socket();
        const auto connected = co_await asio::async_connect(socket, where, kAwait);
        if (std::get<ErrorValue>(connected) || state_ == State::Ended)
            co_return false;
        setSocketOptions(socket);
        line_.next_layer().connected();
        line_.next_layer().expectHost(relay_.host);
        const auto secured = co_await line_.next_layer().async_handshake(kAwait);
        if (std::get<ErrorValue>(secured))
            co_return false;
        fingerprint_ = line_.next_layer().peerFingerprint().value_or(ByteArray<32>{});
        if (relay_.fingerprint && *relay_.fingerprint != fingerprint_)
            co_return false;
        line_.binary(true);
        line_.auto_fragment(false);
        line_.read_message_max(wire::kMaxFrameBytes);
        line_.control_callback([this](websocket::frame_type, beast::string_view) { heard_ = true; });
        const auto opened = co_await line_.async_handshake(relay_.host, "/v1/relay", kAwait);
        co_return !std::get<ErrorValue>(opened);
    }

    static void setSocketOptions(TcpSocket& socket) {
        ErrorValue ignored;
        socket.set_option(asio::ip::tcp::no_delay(true), ignored);
        setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &kUnansweredMs,
                   sizeof kUnansweredMs);
    }

    Task<std::optional<pb::HubFrame>> readHubFrame() {
        const auto message = co_await readMessage();
        pb::HubFrame frame;
        if (!message || !wire::parse(*message, frame, wire::kMaxFrameBytes))
            co_return std::nullopt;
        co_return frame;
    }

    // Ending::None: the other side is there.
    Task<Ending> join() {
        const auto challenge = co_await readHubFrame();
        if (!challenge || !challenge->has_challenge() || challenge->challenge().nonce().size() != 32)
            co_return Ending::Lost;
        pb::ClientFrame ask;
        ask.set_version(wire::kProtocolVersion);
        auto& body = *ask.mutable_join_relay();
        body.set_handle(terms_.self);
        body.set_peer(terms_.peer);
        body.set_stream_id(toString(terms_.id.view()));
        const auto signature =
            identity_.sign(kRelayContext, relayText(challenge->challenge().nonce(), fingerprint_, terms_));
        body.set_signature(toString(signature));
        const bool asked = co_await write(wire::serialise(ask));
        if (!asked)
            co_return Ending::Lost;
        setState(State::Waiting);
        closeAfter(kWaitTime);
        const auto answer = co_await readHubFrame();
        if (!answer)
            co_return Ending::Lost;
        if (!answer->has_relay_ready())
            co_return answer->has_refusal() && answer->refusal().code() == pb::Refusal::SHUTTING_DOWN
                ? Ending::Lost
                : Ending::Refused;
        co_return Ending::None;
    }

    Task<Ending> agree() {
        closeAfter(kConnectTime);
        const bool greeted = co_await write(channel_->hello());
        if (!greeted)
            co_return Ending::Lost;
        const auto hello = co_await readMessage();
        if (!hello)
            co_return Ending::Lost;
        const auto header = channel_->takeHello(*hello);
        if (!header)
            co_return Ending::Tampered;
        const bool answered = co_await write(*header);
        const auto theirs = co_await readMessage();
        if (!answered || !theirs)
            co_return Ending::Lost;
        const bool agreed = channel_->takeHeader(*theirs).has_value();
        co_return agreed ? Ending::None : Ending::Tampered;
    }

    Task<std::optional<Bytes>> readMessage() {
        buffer_.consume(buffer_.size());
        const auto result = co_await line_.async_read(buffer_, kAwait);
        if (std::get<ErrorValue>(result) || !line_.got_binary() || state_ == State::Ended)
            co_return std::nullopt;
        heard_ = true;
        const auto data = buffer_.data();
        co_return toBytes({static_cast<const std::byte*>(data.data()), data.size()});
    }

    Task<bool> write(Bytes message) {
        const auto result = co_await line_.async_write(asio::buffer(message.data(), message.size()), kAwait);
        co_return !std::get<ErrorValue>(result) && state_ != State::Ended;
    }

    // What comes in.
    Task<Ending> readOn() {
        while (true) {
            const auto message = co_await readMessage();
            if (!message)
                co_return finished() ? Ending::Finished : Ending::Lost;
            auto opened = channel_->open(*message);
            if (!opened || !take(*std::move(opened)))
                co_return Ending::Tampered;
            finishIfDone();
        }
    }

    bool take(Opened opened) {
        if (opened.credit)
            return takeCredit(*opened.credit);
        if (inboundBytes_ + owed_ + opened.data.size() > kWindow)
            return false;
        finalCame_ = finalCame_ || opened.final;
        if (!opened.data.empty()) {
            inboundBytes_ += opened.data.size();
            inbound_.push_back(std::move(opened.data));
        }
        if (!handing_)
            handOver();
        return true;
    }

    bool takeCredit(const Credit& credit) {
        const std::uint64_t total = acknowledged_ + credit.bytes;
        if (total > sent_)
            return false;
        acknowledged_ = total;
        if (roundTrip_.acknowledged(total, credit.heldUs, std::chrono::steady_clock::now())) {
            latestUs_ = roundTrip_.latestUs();
            shortestUs_ = roundTrip_.shortestUs();
        }
        const std::uint64_t one = 1;
        static_cast<void>(!::write(flowEvent_.get(), &one, sizeof one));
        pump();
        return true;
    }

    // To the user, as fast as they read.
    void handOver() {
        while (!inbound_.empty()) {
            const Bytes& front = inbound_.front();
            const ssize_t written = ::send(inner_.native_handle(), front.data() + handed_,
                                           front.size() - handed_, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (written < 0 && (errno == EAGAIN || errno == EINTR))
                break;
            if (written < 0)
                return end(Ending::Closed);
            const auto bytes = static_cast<std::size_t>(written);
            handedAt_ = std::chrono::steady_clock::now();
            owed_ += bytes;
            inboundBytes_ -= bytes;
            handed_ += bytes;
            if (handed_ == front.size()) {
                inbound_.pop_front();
                handed_ = 0;
            }
        }
        handing_ = !inbound_.empty();
        if (handing_)
            inner_.async_wait(UserEnd::wait_write, [this](ErrorValue error) {
                if (!error)
                    handOver();
            });
        oweCredit();
    }

    void oweCredit() {
        if (owed_ >= kCreditStep || (finalCame_ && owed_ > 0 && inbound_.empty()))
            return pump();
        if (owed_ == 0)
            return finishIfDone();
        const auto pause = owed_ > kUnhurried ? Timer::duration(kCreditPause) : Timer::duration(kIdlePause);
        const auto due = std::chrono::steady_clock::now() + pause;
        if (pausing_ && creditPause_.expiry() <= due)
            return finishIfDone();
        pausing_ = true;
        creditPause_.expires_at(due);
        creditPause_.async_wait([this](ErrorValue error) {
            if (error)
                return;
            pausing_ = false;
            creditDue_ = owed_ > 0;
            pump();
        });
    }

    // What goes out: one message at a time, news of credit first.
    void pump() {
        if (writing_ || state_ != State::Open)
            return;
        if (owed_ >= kCreditStep || (owed_ > 0 && (creditDue_ || finalCame_)))
            return startWrite(nextCredit());
        const std::size_t room = kWindow - static_cast<std::size_t>(sent_ - acknowledged_);
        if (finalSent_ || room == 0)
            return finishIfDone();
        if (!readable_)
            return waitForUser();
        Bytes frame(1 + std::min(room, Channel::kChunkBytes), Channel::kData);
        const ssize_t got = ::recv(inner_.native_handle(), frame.data() + 1, frame.size() - 1, MSG_DONTWAIT);
        if (got > 0) {
            frame.resize(1 + static_cast<std::size_t>(got));
            sent_ += static_cast<std::uint64_t>(got);
            roundTrip_.sent(sent_, std::chrono::steady_clock::now());
            return startWrite(channel_->sealData(frame));
        }
        if (got == 0)
            return end(Ending::Closed);
        readable_ = false;
        if (!finishing_)
            return waitForUser();
        finalSent_ = true;
        startWrite(channel_->sealFinal());
    }

    Bytes nextCredit() {
        const auto held = std::chrono::steady_clock::now() - handedAt_;
        const auto heldUs = std::chrono::duration_cast<std::chrono::microseconds>(held).count();
        const Credit credit{static_cast<std::uint32_t>(owed_), static_cast<std::uint32_t>(heldUs)};
        owed_ = 0;
        creditDue_ = false;
        return channel_->sealCredit(credit);
    }

    void waitForUser() {
        if (waitingForUser_)
            return;
        waitingForUser_ = true;
        inner_.async_wait(UserEnd::wait_read, [this](ErrorValue error) {
            waitingForUser_ = false;
            readable_ = !error;
            if (!error)
                pump();
        });
    }

    void startWrite(Bytes message) {
        writing_ = true;
        outgoing_ = std::move(message);
        line_.async_write(asio::buffer(outgoing_.data(), outgoing_.size()),
                          [this](ErrorValue error, std::size_t) {
                              writing_ = false;
                              if (error)
                                  return end(Ending::Lost);
                              pump();
                              finishIfDone();
                          });
    }

    // Either side said that this was all, and the other has it.
    bool finished() const {
        return (finalCame_ && inbound_.empty() && owed_ == 0) || (finalSent_ && acknowledged_ == sent_);
    }
    void finishIfDone() {
        if (state_ != State::Open || writing_ || !finished())
            return;
        if (finalSent_ && acknowledged_ == sent_)
            return end(Ending::Finished);
        // The one that said so closes: closing from here could overtake the news that we have everything.
        ::shutdown(inner_.native_handle(), SHUT_WR);
        closeAfter(kFarewellTime);
    }

    void listen() {
        heard_ = false;
        quiet_.expires_after(kQuietTime);
        quiet_.async_wait([this](ErrorValue error) {
            if (error)
                return;
            if (!heard_ && pinged_)
                return end(Ending::Lost);
            pinged_ = !heard_;
            if (pinged_)
                line_.async_ping({}, [](ErrorValue) {});
            listen();
        });
    }

    void closeAfter(std::chrono::milliseconds time) {
        if (state_ == State::Ended)
            return;
        deadline_.expires_after(time);
        deadline_.async_wait([this](ErrorValue error) {
            if (!error)
                end(finished() ? Ending::Finished : Ending::Lost);
        });
    }

    void setState(State state) {
        state_ = state;
        if (changed_)
            changed_(state);
    }

    void end(Ending why) {
        if (state_ == State::Ended)
            return;
        ending_ = why;
        lookup_.cancel();
        line_.next_layer().close();
        deadline_.cancel();
        creditPause_.cancel();
        quiet_.cancel();
        ErrorValue ignored;
        inner_.close(ignored);
        channel_.reset();
        terms_.secret = crypto::Key();
        setState(State::Ended);
    }

    const Relay relay_;
    Terms terms_;
    const crypto::Identity identity_;
    const std::function<void(State)> changed_;
    const net::SslContext tls_;
    std::optional<Channel> channel_;

    asio::io_context io_;
    AddressLookup lookup_;
    Line line_;
    Timer deadline_;
    Timer creditPause_;
    Timer quiet_;
    UserEnd inner_;
    Descriptor user_;
    const Descriptor flowEvent_;
    ByteArray<32> fingerprint_{};
    beast::flat_buffer buffer_;

    std::atomic<State> state_{State::Connecting};
    std::atomic<Ending> ending_{Ending::None};
    std::atomic<std::uint64_t> sent_{0};
    std::atomic<std::uint64_t> acknowledged_{0};
    std::atomic<std::uint32_t> latestUs_{0};
    std::atomic<std::uint32_t> shortestUs_{0};
    RoundTrip roundTrip_;

    Bytes outgoing_;
    bool heard_ = false;
    bool pinged_ = false;
    bool writing_ = false;
    bool readable_ = false;
    bool waitingForUser_ = false;
    bool finishing_ = false;
    bool finalSent_ = false;

    std::deque<Bytes> inbound_;
    std::size_t inboundBytes_ = 0;
    std::size_t handed_ = 0;                            // of the first of them
    std::size_t owed_ = 0;                              // handed over, and not yet told
    std::chrono::steady_clock::time_point handedAt_{};  // the latest of them
    bool creditDue_ = false;
    bool pausing_ = false;
    bool handing_ = false;
    bool finalCame_ = false;

    std::mutex closing_;
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<Stream>> Stream::open(Relay relay, Terms terms, crypto::Identity identity,
                                             crypto::Random& random, std::function<void(State)> changed) {
    SESAME_TRY_ASSIGN(auto pair, makeSocketPair());
    Descriptor flowEvent(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!flowEvent)
        return Error{ErrorCode::Io, "no event descriptor"};
    return std::unique_ptr<Stream>(std::make_unique<RelayStream>(std::move(relay), std::move(terms),
                                                                 std::move(identity), random, std::move(pair),
                                                                 std::move(flowEvent), std::move(changed)));
}

}  // namespace sesame::stream
