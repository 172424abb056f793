// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

#include "sesame/client/shares.h"

#include <map>

namespace sesame::client {

/// Lets `speaker` tell how the transfers of one share go, whichever side of it `Side` is. Nothing is told of
/// a single file that fails, as that may be every file of a large tree: the end of its transfer says why.
template <typename Side>
void tellTransfers(share::TransferEvents& events, const std::shared_ptr<Feed<Side>>& feed, Shares& speaker,
                   const ShareId& id) {
    using share::Ending;
    // Why a file failed last. Only the thread of the share uses it.
    const auto failures = std::make_shared<std::map<share::TransferNumber, Ending>>();
    events.failed = [failures](share::TransferNumber transfer, const std::string&, Ending why) {
        // The other side chooses its word freely.
        (*failures)[transfer] = why == Ending::Done ? Ending::Failed : why;
    };
    events.progress = [feed, &speaker, id](const share::Progress& progress) {
        feed->post([&speaker, id, progress](Side&) { Q_EMIT speaker.progressed(id, progress); });
    };
    events.ended = [feed, failures, &speaker, id](share::TransferNumber transfer, Ending why) {
        if (const auto failure = failures->extract(transfer); why == Ending::Done && !failure.empty())
            why = failure.mapped();
        feed->post([&speaker, id, transfer, why](Side&) { Q_EMIT speaker.transferEnded(id, transfer, why); });
    };
}

}  // namespace sesame::client
