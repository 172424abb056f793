// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace sesame::test {
namespace {

using Program = HubTest;

std::string fingerprintIn(const std::string& text) {
    return text.substr(text.find("sha256:"), 7 + 64);
}

TEST_F(Program, SaysItsFingerprintAndKeepsIt) {
    startHub();
    const auto line = hub_->readyLine();
    EXPECT_TRUE(line.starts_with("ready wss://127.0.0.1:"));
    const auto first = fingerprintIn(line);
    const auto data = (directory_.path() / "data").string();
    EXPECT_EQ(HubProcess::run({"--print-fingerprint", "--data", data}).output, first + "\n");
    startHub();
    EXPECT_EQ(fingerprintIn(hub_->readyLine()), first);
    struct stat key {};
    ASSERT_EQ(stat((data + "/certificate-key.pem").c_str(), &key), 0);
    EXPECT_EQ(key.st_mode & 0777, 0600U);
}

TEST_F(Program, WritesTheReadyLineToAFile) {
    const auto file = directory_.path() / "ready";
    startHub({"--ready-file", file.string()});
    startHub({"--ready-file", file.string()});
    HubClient client = stranger();
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    EXPECT_EQ(line, hub_->readyLine());
}

TEST_F(Program, TakesACertificateFromFiles) {
    startHub();
    const auto data = directory_.path() / "data";
    const auto own = fingerprintIn(hub_->readyLine());
    HubProcess other(directory_.path() / "other",
                     {"--cert", data / "certificate.pem", "--key", data / "certificate-key.pem"});
    EXPECT_EQ(fingerprintIn(other.readyLine()), own);
}

TEST_F(Program, SaysWhatIsWrongAndWhatToDo) {
    startHub();
    const auto data = (directory_.path() / "data").string();
    const auto other = (directory_.path() / "other").string();
    auto end = HubProcess::run({"--data", data, "--port", "0"});
    EXPECT_NE(end.code, 0);
    EXPECT_NE(end.errors.find("in use by another hub"), std::string::npos) << end.errors;
    end = HubProcess::run(
        {"--data", other, "--listen", "127.0.0.1", "--port", std::to_string(hub_->address().port)});
    EXPECT_NE(end.code, 0);
    EXPECT_NE(end.errors.find("--port"), std::string::npos) << end.errors;
    end = HubProcess::run({"--data", "/proc/no-such-place"});
    EXPECT_NE(end.code, 0);
    EXPECT_NE(end.errors.find("--data"), std::string::npos) << end.errors;
    std::ofstream(directory_.path() / "bad.pem") << "not a certificate";
    const auto bad = (directory_.path() / "bad.pem").string();
    end = HubProcess::run({"--data", other, "--cert", bad, "--key", bad});
    EXPECT_NE(end.code, 0);
    EXPECT_NE(end.errors.find("certificate"), std::string::npos) << end.errors;
    end = HubProcess::run({"--help"});
    EXPECT_EQ(end.code, 0);
    EXPECT_NE(end.output.find("--data"), std::string::npos);
}

std::uint16_t freePort() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int file = ::socket(AF_INET, SOCK_STREAM, 0);
    ::bind(file, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(file, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(file);
    return ntohs(address.sin_port);
}

std::string httpGet(std::uint16_t port, const std::string& path) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const int file = ::socket(AF_INET, SOCK_STREAM, 0);
    ::connect(file, reinterpret_cast<sockaddr*>(&address), sizeof address);
    const std::string request = "GET " + path + " HTTP/1.1\r\nHost: hub\r\n\r\n";
    EXPECT_EQ(::write(file, request.data(), request.size()), static_cast<ssize_t>(request.size()));
    std::string text;
    char chunk[4096];
    for (ssize_t count = 0; (count = ::read(file, chunk, sizeof chunk)) > 0;)
        text.append(chunk, static_cast<std::size_t>(count));
    ::close(file);
    return text;
}

TEST_F(Program, CountsForACollectorWithoutNames) {
    const auto port = freePort();
    startHub({"--metrics", std::to_string(port)});
    HubClient anna = join("anna");
    anna.mail("anna", messageId(1), "x");
    EXPECT_EQ(takeMail(anna, 1).size(), 1U);
    const auto page = httpGet(port, "/metrics");
    EXPECT_TRUE(page.starts_with("HTTP/1.1 200"));
    EXPECT_NE(page.find("\nsesame_hub_sessions 1\n"), std::string::npos) << page;
    EXPECT_NE(page.find("\nsesame_hub_mails_accepted_total 1\n"), std::string::npos) << page;
    EXPECT_EQ(page.find("anna"), std::string::npos);
    EXPECT_TRUE(httpGet(port, "/else").starts_with("HTTP/1.1 404"));
}

// M41: neither content nor names nor keys in the log, at its most talkative.
TEST_F(Program, LogsNoContent) {
    const auto log = directory_.path() / "log";
    const int file = ::open(log.c_str(), O_WRONLY | O_CREAT, 0600);
    const int before = ::dup(STDERR_FILENO);
    ::dup2(file, STDERR_FILENO);
    startHub({"--log", "debug"});
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    ::close(file);
    HubClient anna = join("anna-canary");
    anna.mail("anna-canary", messageId(1), "content-canary");
    EXPECT_EQ(takeMail(anna, 1).size(), 1U);
    anna.socket().send(asBytes("frame-canary"));
    EXPECT_TRUE(anna.isClosedByHub());
    hub_->signal(SIGTERM);
    EXPECT_EQ(hub_->waitForEnd(), 0);
    std::ifstream stream(log);
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    EXPECT_NE(text.find("event=listening"), std::string::npos);
    EXPECT_EQ(text.find("canary"), std::string::npos) << text;
}

}  // namespace
}  // namespace sesame::test
