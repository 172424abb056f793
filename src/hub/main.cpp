// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/certificate.h"
#include "hub/data_directory.h"
#include "hub/metrics_page.h"
#include "hub/options.h"
#include "hub/parcel_shelf.h"
#include "hub/server.h"
#include "hub/sqlite_mail_store.h"

#include <boost/asio/signal_set.hpp>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <thread>

namespace {

using namespace sesame;
using namespace sesame::hub;

constexpr auto kShutDownPatience = std::chrono::seconds(3);

std::string machineName() {
    char name[256] = "localhost";
    gethostname(name, sizeof name - 1);
    return name;
}

void raiseFileLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

bool isWildcard(const std::string& address) {
    return address == "0.0.0.0" || address == "::";
}

std::string readyLine(const Options& options, std::uint16_t port, ByteView fingerprint) {
    std::string host = isWildcard(options.listen) ? "127.0.0.1" : options.listen;
    if (host.find(':') != std::string::npos)
        host = '[' + host + ']';
    return "ready wss://" + host + ':' + std::to_string(port) + " sha256:" + toHex(fingerprint) + '\n';
}

Status announce(const Options& options, const std::string& line) {
    std::fputs(line.c_str(), stdout);
    std::fflush(stdout);
    if (options.readyFile.empty())
        return {};
    // Renamed into place, so that who waits for the file never reads half of it.
    const std::filesystem::path part = options.readyFile.string() + ".part";
    std::ofstream(part) << line << std::flush;
    std::error_code error;
    std::filesystem::rename(part, options.readyFile, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot write " + options.readyFile.string() + ": " + error.message()};
    return {};
}

Limits limitsOf(const Options& options) {
    Limits limits;
    if (options.authenticationMs > 0)
        limits.authentication = std::chrono::milliseconds(options.authenticationMs);
    if (options.mailsPerSecond > 0)
        limits.account.mails.perSecond = static_cast<double>(options.mailsPerSecond);
    if (options.mailBurst > 0)
        limits.account.mails.burst = static_cast<double>(options.mailBurst);
    if (options.strangersPerAddress > 0)
        limits.unauthenticatedPerAddress = options.strangersPerAddress;
    return limits;
}

ParcelLimits parcelLimitsOf(const Options& options) {
    ParcelLimits limits;
    if (options.parcelBytes > 0)
        limits.bytes = options.parcelBytes;
    if (options.parcelSeconds > 0)
        limits.keepMs = static_cast<std::int64_t>(options.parcelSeconds) * 1'000;
    return limits;
}

Result<CertificateFiles> certificateOf(const Options& options, const std::filesystem::path& data) {
    if (!options.certificate.empty())
        return CertificateFiles{options.certificate, options.key};
    const auto files = ownCertificate(data);
    std::vector<std::string> addresses;
    if (!isWildcard(options.listen))
        addresses.push_back(options.listen);
    SESAME_TRY(ensureCertificate(files, options.name, addresses));
    return files;
}

unsigned threadsOf(const Options& options) {
    return options.threads > 0 ? options.threads : std::clamp(std::thread::hardware_concurrency(), 2U, 64U);
}

Status serve(const Options& options) {
    const Log log(options.log);
    SESAME_TRY_ASSIGN(const auto data, DataDirectory::open(options.data));
    SESAME_TRY_ASSIGN(const auto files, certificateOf(options, data.path()));
    SESAME_TRY_ASSIGN(auto tls, makeTlsContext(files));
    SESAME_TRY_ASSIGN(const auto fingerprint, certificateFingerprint(files.certificate));
    const SystemClock clock;
    crypto::SystemRandom random;
    SESAME_TRY_ASSIGN(const auto store, SqliteMailStore::open(data.mailFile(), options.quota, clock));
    SESAME_TRY_ASSIGN(const auto parcels,
                      ParcelShelf::open(data.parcelFolder(), *store, parcelLimitsOf(options), clock));

    Hub hub{options.name, fingerprint, options.registrationOpen, limitsOf(options), *store, random,
            clock,        log};
    hub.parcels = parcels.get();
    IoThreads threads(threadsOf(options));
    Server server(threads, hub, std::move(tls));
    std::unique_ptr<MetricsPage> metrics;
    if (!options.metrics.empty()) {
        SESAME_TRY_ASSIGN(metrics, MetricsPage::open(threads.first(), options.metrics, [&] {
                              const auto& counts = store->statistics();
                              return hub.metrics.text(counts.commits, counts.changes, counts.failures) +
                                     metricsText(parcels->statistics());
                          }));
    }
    SESAME_TRY_ASSIGN(const auto port, server.listen(options.listen, options.port));

    asio::signal_set signals(threads.first(), SIGTERM, SIGINT);
    signals.async_wait([&](ErrorValue error, int) {
        if (error)
            return;
        log.info("stopping", {{"sessions", std::to_string(hub.metrics.sessions)}});
        server.shutDown(kShutDownPatience, [&threads] { threads.stop(); });
    });
    log.info("listening", {{"address", options.listen},
                           {"port", std::to_string(port)},
                           {"threads", std::to_string(threads.count())},
                           {"fingerprint", toHex(fingerprint)}});
    SESAME_TRY(announce(options, readyLine(options, port, fingerprint)));
    threads.run();
    parcels->close();
    store->close();
    log.info("stopped", {{"mails_accepted", std::to_string(hub.metrics.mailsAccepted)}});
    return {};
}

Status printFingerprint(const Options& options) {
    const auto file =
        options.certificate.empty() ? ownCertificate(options.data).certificate : options.certificate;
    if (options.certificate.empty() && !std::filesystem::exists(file))
        return Error{ErrorCode::NotFound, "There is no certificate " + file.string() +
                                              " yet. The hub makes its own when it starts the first time"};
    SESAME_TRY_ASSIGN(const auto fingerprint, certificateFingerprint(file));
    std::puts(("sha256:" + toHex(fingerprint)).c_str());
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    signal(SIGPIPE, SIG_IGN);
    // A file that may not grow any more is a full disk, not the end of the hub.
    signal(SIGXFSZ, SIG_IGN);
    // Few arenas: memory of closed connections is used again instead of lying about once for each thread.
    mallopt(M_ARENA_MAX, 2);
    raiseFileLimit();
    auto options = readOptions(std::vector<std::string>(argv + 1, argv + argc));
    if (!options) {
        std::fprintf(stderr, "sesame-hub: %s\n", options.error().detail.c_str());
        return 2;
    }
    if (options->action == Options::Action::Help) {
        std::fputs(helpText().c_str(), stdout);
        return 0;
    }
    if (options->name.empty())
        options->name = machineName();
    const Status status =
        options->action == Options::Action::PrintFingerprint ? printFingerprint(*options) : serve(*options);
    if (status)
        return 0;
    std::fprintf(stderr, "sesame-hub: %s\n", status.error().detail.c_str());
    return 1;
}
