// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/stream/stream.h"

#include <chrono>
#include <memory>

namespace sesame::test {

/// What lies between the two ends of a StreamLink.
struct LinkQuality {
    std::chrono::microseconds oneWay{0};
    std::size_t bytesPerSecond = 0;  ///< 0: as fast as it goes
};

/// Two streams joined without hub and seal, with the window, the flow figures and the endings of the real
/// ones. A stream lives on when the link is gone.
class StreamLink {
  public:
    explicit StreamLink(LinkQuality quality = {});
    ~StreamLink();
    StreamLink(const StreamLink&) = delete;
    StreamLink& operator=(const StreamLink&) = delete;

    /// Each to be taken once.
    std::unique_ptr<stream::Stream> takeHost();
    std::unique_ptr<stream::Stream> takeViewer();
    /// The network breaks: both end as Lost.
    void cut();
    /// What the two say, also when they are gone.
    stream::Flow hostFlow() const;
    stream::Flow viewerFlow() const;
    /// Everything that was said has been read at the other end.
    bool isQuiet() const;
    stream::Ending hostEnding() const;

    class Core;

  private:
    std::shared_ptr<Core> core_;
};

}  // namespace sesame::test
