// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QCoreApplication>
#include <functional>
#include <map>

namespace sesame::app::test {

inline client::ShareId shareId(unsigned number = 1) {
    client::ShareId out;
    out.value[0] = std::byte(number);
    return out;
}

inline client::HostedShareView hostedShare(unsigned number = 1,
                                           trigger::ShareLevel level = trigger::ShareLevel::Take) {
    client::HostedShareView out;
    out.id = shareId(number);
    out.helper = client::ContactId{1};
    out.helperName = QStringLiteral("Anna");
    out.path = QStringLiteral("/home/mum/Photos");
    out.level = level;
    out.started = QDateTime::currentDateTimeUtc().addSecs(-300 + int(number));
    out.ends = QDateTime::currentDateTimeUtc().addSecs(25 * 60 + 30);
    out.connected = true;
    return out;
}

inline client::ViewedShareView viewedShare(trigger::ShareLevel level = trigger::ShareLevel::Put) {
    client::ViewedShareView out;
    out.id = shareId();
    out.receiver = client::ContactId{2};
    out.receiverName = QStringLiteral("Grandma");
    out.name = QStringLiteral("Photos");
    out.level = level;
    out.ends = QDateTime::currentDateTimeUtc().addSecs(25 * 60 + 30);
    out.connected = true;
    return out;
}

/// Shares as the test sets them. Answers lists and pages like a server, from `folders`, as queued calls, and
/// notes what was wanted, in words.
class FakeShares final : public client::Shares {
  public:
    struct AskedPage {
        share::RequestNumber listing;
        quint64 first;
        quint32 count;
    };

    QList<client::HostedShareView> hosted() const override {
        QList<client::HostedShareView> out;
        for (const auto& [id, view] : own)
            out << view;
        return out;
    }
    std::optional<client::HostedShareView> hosted(const client::ShareId& id) const override {
        const auto found = own.find(id);
        return found == own.end() ? std::nullopt : std::optional(found->second);
    }
    void stop(const client::ShareId& id) override {
        note(QStringLiteral("stop"));
        own.erase(id);
        Q_EMIT hostedChanged(id);
    }
    void stopTransfer(const client::ShareId&, share::TransferNumber transfer) override {
        note(QStringLiteral("stop transfer %1").arg(transfer));
    }
    std::vector<share::QuarantinedFile> quarantined() const override { return waiting; }
    void accept(const std::string& file, const QString& folder) override {
        note(QStringLiteral("accept %1 to %2").arg(QString::fromStdString(file), folder));
    }
    void discard(const std::string& file) override {
        note(QStringLiteral("discard %1").arg(QString::fromStdString(file)));
        std::erase_if(waiting, [&](const auto& one) { return one.id == file; });
        Q_EMIT quarantineChanged();
    }

    QList<client::ViewedShareView> viewed() const override {
        QList<client::ViewedShareView> out;
        for (const auto& [id, view] : others)
            out << view;
        return out;
    }
    std::optional<client::ViewedShareView> viewed(const client::ShareId& id) const override {
        const auto found = others.find(id);
        return found == others.end() ? std::nullopt : std::optional(found->second);
    }
    Result<share::RequestNumber> list(const client::ShareId& id, const share::ListRequest& request) override {
        if (refusesLists)
            return Error{ErrorCode::Unavailable, "not connected"};
        lists.push_back(request);
        const auto number = ++last_;
        if (answers)
            later([this, id, number, request] { answer(id, number, request); });
        return number;
    }
    Status page(const client::ShareId& id, share::RequestNumber listing, quint64 first,
                quint32 count) override {
        pages.push_back({listing, first, count});
        if (answers)
            later([this, id, listing, first, count] { answerPage(id, listing, first, count); });
        return {};
    }
    Result<share::TransferNumber> take(const client::ShareId&, const std::string& path,
                                       const share::Destination& destination) override {
        note(QStringLiteral("%1 %2 to %3")
                 .arg(destination.resumes ? QStringLiteral("complete") : QStringLiteral("take"),
                      QString::fromStdString(path), QString::fromStdString(destination.folder)));
        return ++last_;
    }
    Result<share::TransferNumber> put(const client::ShareId&, const std::string& path,
                                      const share::ShareClient::PutId&) override {
        if (putFails)
            return Error{*putFails, "refused"};
        note(QStringLiteral("put %1").arg(QString::fromStdString(path)));
        return ++last_;
    }
    Status cancel(const client::ShareId&, share::TransferNumber transfer) override {
        note(QStringLiteral("cancel %1").arg(transfer));
        return {};
    }
    QList<client::StandingShareView> standing() const override { return stand; }
    Status openStanding(const client::ShareId&) override {
        note(QStringLiteral("open again"));
        return {};
    }
    Status endStanding(const client::ShareId& id) override {
        note(QStringLiteral("end standing"));
        stand.removeIf([&](const auto& one) { return one.id == id; });
        Q_EMIT standingChanged();
        return {};
    }
    Status leave(const client::ShareId&) override {
        note(QStringLiteral("leave"));
        return {};
    }

    void host(const client::HostedShareView& view) {
        own[view.id] = view;
        Q_EMIT hostedChanged(view.id);
    }
    void view(const client::ViewedShareView& view) {
        others[view.id] = view;
        Q_EMIT viewedChanged(view.id);
        if (view.ended)
            others.erase(view.id);
    }
    share::RequestNumber lastNumber() const { return last_; }

    std::map<client::ShareId, client::HostedShareView> own;
    std::map<client::ShareId, client::ViewedShareView> others;
    QList<client::StandingShareView> stand;
    std::vector<share::QuarantinedFile> waiting;
    /// What there is, by folder; a search gets the same.
    std::map<std::string, std::vector<share::Entry>> folders;
    share::Listed extra;            ///< leftOut and cutShort of every listing
    std::size_t mostInPage = 1000;  ///< that this server gives at once
    bool answers = true;
    bool refusesLists = false;
    std::optional<ErrorCode> putFails;
    std::vector<share::ListRequest> lists;
    std::vector<AskedPage> pages;
    QStringList wanted;

  private:
    void note(const QString& what) { wanted << what; }
    void later(const std::function<void()>& call) {
        QMetaObject::invokeMethod(this, call, Qt::QueuedConnection);
    }
    void answer(const client::ShareId& id, share::RequestNumber number, const share::ListRequest& request) {
        const auto found = folders.find(request.folder);
        if (found == folders.end())
            return Q_EMIT refused(id, number, share::Ending::NotFound);
        shown_[number] = request.folder;
        Q_EMIT listed(id, number, {found->second.size(), extra.leftOut, extra.cutShort});
    }
    void answerPage(const client::ShareId& id, share::RequestNumber listing, quint64 first, quint32 count) {
        const auto& all = folders[shown_[listing]];
        const auto from = std::min<std::size_t>(first, all.size());
        const auto to = std::min(all.size(), from + std::min<std::size_t>(count, mostInPage));
        Q_EMIT entriesCame(id, listing, first,
                           {all.begin() + std::ptrdiff_t(from), all.begin() + std::ptrdiff_t(to)});
    }

    share::RequestNumber last_ = 0;
    std::map<share::RequestNumber, std::string> shown_;
};

inline std::vector<share::Entry> manyFiles(std::size_t count) {
    std::vector<share::Entry> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        out.push_back({"photo " + std::to_string(i) + ".jpg", false, 1000 * i, 1'700'000'000'000, 0});
    return out;
}

}  // namespace sesame::app::test
