// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/metrics.h"

#include <hub.pb.h>

namespace sesame::hub {
namespace {

template <typename Number>
void add(std::string& out, const char* name, const char* type, const char* help, Number value) {
    out += std::string("# HELP sesame_hub_") + name + ' ' + help + "\n# TYPE sesame_hub_" + name + ' ' +
           type + "\nsesame_hub_" + name + ' ' + std::to_string(value) + '\n';
}

}  // namespace

std::string Metrics::text(std::uint64_t commits, std::uint64_t changes, std::uint64_t failures) const {
    std::string out;
    add(out, "connections", "gauge", "Open connections.", connections.load());
    add(out, "sessions", "gauge", "Connections that are logged in.", sessions.load());
    add(out, "connections_refused_total", "counter", "Closed at once: too many without log-in.",
        connectionsRefused.load());
    add(out, "log_ins_total", "counter", "Successful log-ins and registrations.", logIns.load());
    add(out, "frames_malformed_total", "counter", "Frames that broke the protocol.", framesMalformed.load());
    add(out, "mails_accepted_total", "counter", "Mails stored durably.", mailsAccepted.load());
    add(out, "mails_sent_total", "counter", "Mails sent to recipients, repetitions included.",
        mailsSent.load());
    add(out, "mails_acknowledged_total", "counter", "Mails acknowledged by recipients.",
        mailsAcknowledged.load());
    add(out, "mails_recognised_total", "counter", "Mails whose tag was in their recipient's table.",
        mailsRecognised.load());
    add(out, "overflows_total", "counter", "Connections closed because they did not read.", overflows.load());
    add(out, "relays", "gauge", "Ends of relayed streams, waiting ones included.", relays.load());
    add(out, "relayed_bytes_total", "counter", "Sealed bytes passed on.", relayedBytes.load());
    add(out, "commits_total", "counter", "Transactions synced to disk.", commits);
    add(out, "changes_total", "counter", "Changes in those transactions.", changes);
    add(out, "commit_failures_total", "counter", "Transactions the disk refused.", failures);
    out += "# HELP sesame_hub_refusals_total Refusals by reason.\n# TYPE sesame_hub_refusals_total counter\n";
    for (std::size_t code = 1; code < refusals.size(); ++code) {
        const auto number = static_cast<int>(code);
        if (wire::pb::Refusal::Code_IsValid(number))
            out += "sesame_hub_refusals_total{reason=\"" +
                   wire::pb::Refusal::Code_Name(static_cast<wire::pb::Refusal::Code>(number)) + "\"} " +
                   std::to_string(refusals[code].load()) + '\n';
    }
    return out;
}

std::string metricsText(const ParcelShelf::Statistics& parcels) {
    std::string out;
    add(out, "parcels", "gauge", "Files that wait or are under way.", parcels.parcels.load());
    add(out, "parcel_bytes", "gauge", "Sealed bytes of files that lie here.", parcels.bytes.load());
    add(out, "parcel_stored_bytes_total", "counter", "Sealed bytes of files stored durably.",
        parcels.stored.load());
    add(out, "parcel_taken_bytes_total", "counter", "Of these, bytes that receivers have taken.",
        parcels.taken.load());
    add(out, "parcels_expired_total", "counter", "Files that nobody moved in time.", parcels.expired.load());
    return out;
}

}  // namespace sesame::hub
