// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/share_methods.h"

#include "cli/rpc_answer.h"
#include "cli/share_json.h"

#include <algorithm>

namespace sesame::cli {
namespace {

using client::ShareId;
using client::Shares;
using ShareBody = std::function<Answer(const ShareId&, const QJsonObject&)>;

constexpr int kMostEntries = 1000;

template <typename Values>
Answer arrayOf(const Values& values) {
    QJsonArray out;
    for (const auto& value : values)
        out.append(toJson(value));
    return QJsonValue(out);
}

/// A method about one share, named by "share".
JsonRpc::Method withShare(ShareBody body) {
    return now([body = std::move(body)](const QJsonObject& params) -> Answer {
        const auto id = idFrom<ShareId>(params, "share");
        return id ? body(*id, params) : invalid("\"share\" must name a share");
    });
}

QJsonObject transferObject(share::TransferNumber transfer) {
    return {{"transfer", qint64(transfer)}};
}

share::TransferNumber transferIn(const QJsonObject& params) {
    return static_cast<share::TransferNumber>(params.value("transfer").toInteger());
}

std::optional<share::Order> orderNamed(const QString& name) {
    if (name.isEmpty() || name == QLatin1String("name"))
        return share::Order::Name;
    if (name == QLatin1String("size"))
        return share::Order::Size;
    return name == QLatin1String("time") ? std::optional(share::Order::Time) : std::nullopt;
}

}  // namespace

ShareMethods::ShareMethods(JsonRpc& rpc, Shares& shares, crypto::Random& random)
    : rpc_(rpc), shares_(shares), random_(random) {
    addReceiverMethods();
    addHelperMethods();
    addStandingMethods();
    addList();
    forwardNotifications();
}

void ShareMethods::addReceiverMethods() {
    rpc_.addMethod("shares.hosted",
                   now([this](const QJsonObject&) -> Answer { return arrayOf(shares_.hosted()); }));
    rpc_.addMethod("shares.stop", withShare([this](const ShareId& id, const QJsonObject&) {
                       shares_.stop(id);
                       return nothing();
                   }));
    rpc_.addMethod("shares.stopTransfer", withShare([this](const ShareId& id, const QJsonObject& params) {
                       shares_.stopTransfer(id, transferIn(params));
                       return nothing();
                   }));
    rpc_.addMethod("shares.quarantine",
                   now([this](const QJsonObject&) -> Answer { return arrayOf(shares_.quarantined()); }));
    rpc_.addMethod("shares.accept", [this](const QJsonObject& params, const JsonRpc::Reply& reply) {
        const auto file = params.value("file").toString().toStdString();
        accepting_.emplace(file, reply);
        shares_.accept(file, params.value("folder").toString());
    });
    connect(&shares_, &Shares::accepted, this, [this](const std::string& file, const Result<QString>& path) {
        auto waiting = accepting_.extract(file);
        if (!waiting.empty())
            waiting.mapped()(done(path, [](const QString& there) { return QJsonObject{{"path", there}}; }));
    });
    rpc_.addMethod("shares.discard", now([this](const QJsonObject& params) {
                       shares_.discard(params.value("file").toString().toStdString());
                       return nothing();
                   }));
}

void ShareMethods::addStandingMethods() {
    rpc_.addMethod("shares.standing",
                   now([this](const QJsonObject&) -> Answer { return arrayOf(shares_.standing()); }));
    rpc_.addMethod("shares.openStanding", withShare([this](const ShareId& id, const QJsonObject&) {
                       return done(shares_.openStanding(id));
                   }));
    rpc_.addMethod("shares.endStanding", withShare([this](const ShareId& id, const QJsonObject&) {
                       return done(shares_.endStanding(id));
                   }));
    connect(&shares_, &Shares::standingChanged, this,
            [this] { rpc_.notify("share.standing", QJsonObject{}); });
}

void ShareMethods::addHelperMethods() {
    rpc_.addMethod("shares.viewed",
                   now([this](const QJsonObject&) -> Answer { return arrayOf(shares_.viewed()); }));
    rpc_.addMethod("shares.take", withShare([this](const ShareId& id, const QJsonObject& params) {
                       const share::Destination to{params.value("to").toString().toStdString(),
                                                   params.value("resume").toBool()};
                       return done(shares_.take(id, rawIn(params, "path"), to), transferObject);
                   }));
    rpc_.addMethod("shares.put", withShare([this](const ShareId& id, const QJsonObject& params) -> Answer {
                       using PutId = share::ShareClient::PutId;
                       PutId put = random_.bytes<sizeof(PutId)>();
                       if (params.contains("put")) {
                           const auto again = fromHex(params.value("put").toString().toStdString());
                           if (!again || again->size() != put.size())
                               return invalid("\"put\" must be what shares.put has answered");
                           std::copy(again->begin(), again->end(), put.begin());
                       }
                       return done(shares_.put(id, params.value("path").toString().toStdString(), put),
                                   [&](share::TransferNumber transfer) {
                                       QJsonObject out = transferObject(transfer);
                                       out["put"] = idText(put);
                                       return out;
                                   });
                   }));
    rpc_.addMethod("shares.cancel", withShare([this](const ShareId& id, const QJsonObject& params) {
                       return done(shares_.cancel(id, transferIn(params)));
                   }));
    rpc_.addMethod("shares.leave", withShare([this](const ShareId& id, const QJsonObject&) {
                       return done(shares_.leave(id));
                   }));
}

/// Asked for and paged at once; the answer waits for both.
void ShareMethods::addList() {
    rpc_.addMethod("shares.list", [this](const QJsonObject& params, const JsonRpc::Reply& reply) {
        const auto id = idFrom<ShareId>(params, "share");
        const auto order = orderNamed(params.value("order").toString());
        if (!id || !order)
            return reply(invalid("\"share\" must name a share, \"order\" name, size or time"));
        const share::ListRequest request{rawIn(params, "folder"), *order, params.value("descending").toBool(),
                                         params.value("search").toString().toStdString(),
                                         params.value("tree").toBool()};
        const auto number = shares_.list(*id, request);
        if (!number)
            return reply(failed(number.error()));
        listings_[{*id, *number}] = {
            reply,
            static_cast<quint64>(std::max<qint64>(0, params.value("first").toInteger())),
            static_cast<quint32>(qBound(1, params.value("count").toInt(kMostEntries), kMostEntries)),
            {}};
    });
    connect(&shares_, &Shares::listed, this,
            [this](const ShareId& id, share::RequestNumber number, const share::Listed& what) {
                const auto found = listings_.find({id, number});
                if (found == listings_.end())
                    return;
                found->second.what = what;
                const auto asked = shares_.page(id, number, found->second.first, found->second.count);
                if (!asked)
                    answer({id, number}, failed(asked.error()));
            });
    connect(&shares_, &Shares::entriesCame, this,
            [this](const ShareId& id, share::RequestNumber number, quint64 first,
                   const std::vector<share::Entry>& entries) {
                const auto found = listings_.find({id, number});
                if (found == listings_.end())
                    return;
                const share::Listed& what = found->second.what;
                QJsonArray all;
                for (const share::Entry& entry : entries)
                    all.append(toJson(entry));
                answer({id, number}, QJsonValue(QJsonObject{{"total", qint64(what.entries)},
                                                            {"leftOut", qint64(what.leftOut)},
                                                            {"cutShort", what.cutShort},
                                                            {"first", qint64(first)},
                                                            {"entries", all}}));
            });
    connect(&shares_, &Shares::refused, this,
            [this](const ShareId& id, share::RequestNumber number, share::Ending why) {
                answer({id, number},
                       failed({why == share::Ending::NotFound ? ErrorCode::NotFound : ErrorCode::Refused,
                               share::name(why)}));
            });
}

void ShareMethods::answer(const Key& key, Answer answer) {
    auto waiting = listings_.extract(key);
    if (!waiting.empty())
        waiting.mapped().reply(std::move(answer));
}

void ShareMethods::forwardNotifications() {
    connect(&shares_, &Shares::hostedChanged, this, [this](const ShareId& id) {
        const auto share = shares_.hosted(id);
        rpc_.notify("share.hosted",
                    share ? toJson(*share) : QJsonObject{{"share", idText(id.view())}, {"over", true}});
    });
    connect(&shares_, &Shares::viewedChanged, this, [this](const ShareId& id) {
        const auto share = shares_.viewed(id);
        if (!share)
            return;
        rpc_.notify("share.viewed", toJson(*share));
        // What was asked over a connection that is gone is never answered.
        while (!share->connected) {
            const auto first = listings_.lower_bound({id, 0});
            if (first == listings_.end() || first->first.first != id)
                break;
            answer(first->first, failed({ErrorCode::Unavailable, "the connection was lost"}));
        }
    });
    connect(&shares_, &Shares::progressed, this, [this](const ShareId& id, const share::Progress& progress) {
        QJsonObject out = toJson(progress);
        out["share"] = idText(id.view());
        rpc_.notify("share.progress", out);
    });
    connect(&shares_, &Shares::transferEnded, this,
            [this](const ShareId& id, share::TransferNumber transfer, share::Ending why) {
                rpc_.notify("share.transferEnded", {{"share", idText(id.view())},
                                                    {"transfer", qint64(transfer)},
                                                    {"ending", QLatin1String(share::name(why))}});
            });
}

}  // namespace sesame::cli
