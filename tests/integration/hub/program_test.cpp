// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

#include <fcntl.h>
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
