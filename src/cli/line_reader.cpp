// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/line_reader.h"

#include <unistd.h>

#include <array>
#include <cerrno>

namespace sesame::cli {
namespace {

constexpr qsizetype kMaxLine = 1024 * 1024;

}  // namespace

LineReader::LineReader() : notifier_(STDIN_FILENO, QSocketNotifier::Read) {
    connect(&notifier_, &QSocketNotifier::activated, this, &LineReader::read);
}

void LineReader::read() {
    std::array<char, 16384> chunk;
    const ssize_t got = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        notifier_.setEnabled(false);
        if (!buffer_.isEmpty())
            Q_EMIT line(std::exchange(buffer_, {}));
        Q_EMIT ended();
        return;
    }
    buffer_.append(chunk.data(), got);
    takeLines();
}

void LineReader::takeLines() {
    qsizetype start = 0;
    for (qsizetype end = buffer_.indexOf('\n'); end >= 0; end = buffer_.indexOf('\n', start)) {
        if (!std::exchange(skipping_, false))
            Q_EMIT line(buffer_.mid(start, end - start));
        start = end + 1;
    }
    buffer_.remove(0, start);
    if (buffer_.size() > kMaxLine) {
        buffer_.clear();
        if (!std::exchange(skipping_, true))
            Q_EMIT tooLong();
    }
}

}  // namespace sesame::cli
