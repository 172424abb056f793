// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QAbstractTableModel>
#include <map>

namespace sesame::app {

/// One folder of a share, as its server lists it. However many entries it has, only those that somebody looks
/// at are fetched, a page at a time, and only kKeptPages are kept (M37). Names are raw bytes inside and only
/// come out as they may be shown.
class ShareModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { Name, Size, Changed, kColumns };
    enum class State { Waiting, Listed, Refused };
    static constexpr int kPage = 200;
    static constexpr std::size_t kKeptPages = 40;
    static constexpr std::size_t kAskedAtOnce = 2;
    static constexpr int kMostRows = 1'000'000;

    ShareModel(client::Shares& shares, const client::ShareId& id, QObject* parent = nullptr);

    /// A folder below the shared one, "" for itself. Forgets the search.
    void open(const std::string& folder);
    /// Only what has this in its name, here and below; nothing: all that is here.
    void search(const QString& words);
    void sort(int column, Qt::SortOrder order) override;
    /// Lists it once more; what is shown stays until then.
    void reload();

    const std::string& folder() const { return request_.folder; }
    bool searches() const { return request_.tree; }
    State state() const { return state_; }
    share::Ending refusal() const { return refusal_; }
    const share::Listed& listed() const { return listed_; }
    /// Null while it is not fetched; then it is fetched.
    const share::Entry* entry(int row) const;
    /// Of an entry, below the shared folder.
    std::string pathOf(const share::Entry& entry) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  Q_SIGNALS:
    void stateChanged();

  private:
    struct Page {
        std::vector<share::Entry> entries;
        bool whole = false;  ///< no more of it will come
        quint64 used = 0;
    };
    void take(share::RequestNumber listing, const share::Listed& what);
    void take(share::RequestNumber listing, quint64 first, const std::vector<share::Entry>& entries);
    void refuse(share::RequestNumber request, share::Ending why);
    void setState(State state);
    void want(quint64 page) const;
    void askForPages();
    void ask(quint64 page);
    void dropOldPages();
    quint64 lengthOf(quint64 page) const;
    QVariant shown(const share::Entry& entry, int column) const;

    client::Shares& shares_;
    client::ShareId id_;
    share::ListRequest request_;
    share::RequestNumber listing_ = 0;  ///< that the rows are of
    share::RequestNumber asked_ = 0;    ///< that is on its way, or 0
    share::Listed listed_;
    State state_ = State::Waiting;
    share::Ending refusal_ = share::Ending::Done;
    int rows_ = 0;
    int expired_ = 0;  ///< in a row, without any page
    // What is looked at is noted in data().
    mutable std::map<quint64, Page> pages_;
    mutable std::vector<quint64> wanted_;  ///< the latest last
    mutable quint64 uses_ = 0;
    mutable bool asking_ = false;
    std::map<quint64, std::size_t> onTheirWay_;  ///< page → how much of it was there
};

}  // namespace sesame::app
