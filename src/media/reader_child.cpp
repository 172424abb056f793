// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader_child.h"

#include "sesame/desktop/own_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace sesame::media {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} * 1024;
constexpr int kLookMs = 50;  // between two looks at whether it is still wanted

// The file, the pipe and the bin become 0, 1 and 2 of the child; all others are closed when it starts.
class Streams {
  public:
    Streams(int input, int output) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;
    ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

// Whether there is something to read, or an end of it.
Status waitFor(const Descriptor& output, std::chrono::steady_clock::time_point deadline,
               const std::stop_token& stop) {
    while (!stop.stop_requested() && std::chrono::steady_clock::now() < deadline) {
        pollfd ready{output.get(), POLLIN, 0};
        if (::poll(&ready, 1, kLookMs) > 0)
            return {};
    }
    return stop.stop_requested() ? Error{ErrorCode::Cancelled, "not wanted any more"}
                                 : Error{ErrorCode::Malformed, "reading it took too long"};
}

}  // namespace

Result<Descriptor> openRegular(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat state {};
    if (!file || fstat(file.get(), &state) != 0 || !S_ISREG(state.st_mode))
        return Error{ErrorCode::NotFound, "no such regular file"};
    return file;
}

Result<ReaderChild> ReaderChild::start(const Descriptor& input, const std::vector<std::string>& arguments) {
    const auto program = desktop::ownProgram("sesame-media");
    std::array<int, 2> ends{};
    if (!program || pipe2(ends.data(), O_CLOEXEC) != 0)
        return Error{ErrorCode::Unavailable, "no sesame-media program"};
    Descriptor output(ends[0]);
    const Descriptor theirs(ends[1]);
    std::vector<char*> words{const_cast<char*>(program->c_str())};
    for (const std::string& argument : arguments)
        words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};
    const Streams streams(input.get(), theirs.get());
    pid_t pid = 0;
    if (posix_spawn(&pid, program->c_str(), streams.get(), nullptr, words.data(), environment.data()) != 0)
        return Error{ErrorCode::Unavailable, "sesame-media does not start"};
    return ReaderChild(pid, std::move(output));
}

ReaderChild::ReaderChild(ReaderChild&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)), output_(std::move(other.output_)) {
}

ReaderChild::~ReaderChild() {
    if (pid_ <= 0)
        return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

Result<Bytes> ReaderChild::readAll(std::size_t most, std::chrono::steady_clock::time_point deadline,
                                   const std::stop_token& stop) {
    Bytes out;
    while (true) {
        SESAME_TRY(waitFor(output_, deadline, stop));
        const std::size_t have = out.size();
        out.resize(have + kReadBytes);
        const ssize_t got = ::read(output_.get(), out.data() + have, kReadBytes);
        out.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (out.size() > most)
            return Error{ErrorCode::Malformed, "more than was asked for"};
        if (got == 0)
            break;
    }
    if (!endedWell())
        return Error{ErrorCode::Malformed, "nothing that can be shown"};
    return out;
}

Result<Bytes> ReaderChild::read(std::size_t count, const std::stop_token& stop) {
    Bytes out(count);
    std::size_t have = 0;
    while (have < count) {
        SESAME_TRY(waitFor(output_, std::chrono::steady_clock::time_point::max(), stop));
        const ssize_t got = ::read(output_.get(), out.data() + have, count - have);
        if (got <= 0)
            return Error{ErrorCode::NotFound, "no more"};
        have += static_cast<std::size_t>(got);
    }
    return out;
}

bool ReaderChild::endedWell() {
    int status = 0;
    const pid_t pid = std::exchange(pid_, 0);
    return pid > 0 && ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace sesame::media
