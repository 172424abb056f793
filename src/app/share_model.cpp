// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_model.h"

#include "app/file_table.h"
#include "app/share_words.h"
#include "app/style.h"
#include "app/time_words.h"

#include <algorithm>

namespace sesame::app {

using client::ShareId;
using client::Shares;
using share::Ending;
using share::Entry;

namespace {

// More than one view shows; those that were scrolled past are not fetched.
constexpr std::size_t kWantedPages = 4;
constexpr int kMostExpired = 3;

}  // namespace

ShareModel::ShareModel(Shares& shares, const ShareId& id, QObject* parent)
    : QAbstractTableModel(parent), shares_(shares), id_(id) {
    connect(&shares_, &Shares::listed, this,
            [this](const ShareId& from, share::RequestNumber listing, const share::Listed& what) {
                if (from == id_)
                    take(listing, what);
            });
    connect(&shares_, &Shares::entriesCame, this,
            [this](const ShareId& from, share::RequestNumber listing, quint64 first,
                   const std::vector<Entry>& entries) {
                if (from == id_)
                    take(listing, first, entries);
            });
    connect(&shares_, &Shares::refused, this,
            [this](const ShareId& from, share::RequestNumber request, Ending why) {
                if (from == id_)
                    refuse(request, why);
            });
}

void ShareModel::open(const std::string& folder) {
    request_.folder = folder;
    request_.search.clear();
    request_.tree = false;
    beginResetModel();
    rows_ = 0;
    listing_ = 0;
    listed_ = {};
    pages_.clear();
    endResetModel();
    reload();
}

void ShareModel::search(const QString& words) {
    const auto wanted = words.trimmed().toStdString();
    if (wanted == request_.search)
        return;
    request_.search = wanted;
    request_.tree = !wanted.empty();
    reload();
}

void ShareModel::sort(int column, Qt::SortOrder order) {
    request_.order = column == Size      ? share::Order::Size
                     : column == Changed ? share::Order::Time
                                         : share::Order::Name;
    request_.descending = order == Qt::DescendingOrder;
    reload();
}

void ShareModel::reload() {
    const auto asked = shares_.list(id_, request_);
    // Not connected: whoever shows this lists again when it is.
    asked_ = asked ? *asked : 0;
    setState(State::Waiting);
}

void ShareModel::setState(State state) {
    state_ = state;
    Q_EMIT stateChanged();
}

void ShareModel::take(share::RequestNumber listing, const share::Listed& what) {
    if (listing != asked_)
        return;
    beginResetModel();
    listing_ = listing;
    asked_ = 0;
    listed_ = what;
    listed_.cutShort = what.cutShort || what.entries > quint64(kMostRows);
    rows_ = int(std::min<quint64>(what.entries, kMostRows));
    pages_.clear();
    wanted_.clear();
    onTheirWay_.clear();
    endResetModel();
    setState(State::Listed);
}

quint64 ShareModel::lengthOf(quint64 page) const {
    return std::min<quint64>(kPage, quint64(rows_) - page * kPage);
}

void ShareModel::take(share::RequestNumber listing, quint64 first, const std::vector<Entry>& entries) {
    const auto number = first / kPage;
    const auto asked = onTheirWay_.find(number);
    // Only what was asked for, from where it was asked for.
    if (listing != listing_ || asked == onTheirWay_.end() || first != number * kPage + asked->second)
        return;
    onTheirWay_.erase(asked);
    expired_ = 0;
    auto& page = pages_[number];
    page.used = ++uses_;
    const auto room = lengthOf(number) - page.entries.size();
    const auto count = std::min<quint64>(room, entries.size());
    page.entries.insert(page.entries.end(), entries.begin(), entries.begin() + std::ptrdiff_t(count));
    page.whole = entries.empty() || count == room;
    dropOldPages();
    if (count > 0)
        Q_EMIT dataChanged(index(int(first), 0), index(int(first + count - 1), kColumns - 1));
    if (!page.whole)
        want(number);
    askForPages();
}

void ShareModel::refuse(share::RequestNumber request, Ending why) {
    const bool ofPage = request == listing_ && request != asked_;
    if (ofPage && why == Ending::Expired && ++expired_ < kMostExpired) {
        reload();
        return;
    }
    if (request != asked_ && !ofPage)
        return;
    asked_ = 0;
    refusal_ = why;
    setState(State::Refused);
}

void ShareModel::want(quint64 page) const {
    wanted_.erase(std::remove(wanted_.begin(), wanted_.end(), page), wanted_.end());
    wanted_.push_back(page);
    if (wanted_.size() > kWantedPages)
        wanted_.erase(wanted_.begin());
    if (std::exchange(asking_, true))
        return;
    // Not from within a paint.
    QMetaObject::invokeMethod(
        const_cast<ShareModel*>(this),
        [self = const_cast<ShareModel*>(this)] {
            self->asking_ = false;
            self->askForPages();
        },
        Qt::QueuedConnection);
}

void ShareModel::askForPages() {
    while (!wanted_.empty() && onTheirWay_.size() < kAskedAtOnce) {
        const auto page = wanted_.back();
        wanted_.pop_back();
        ask(page);
    }
}

void ShareModel::ask(quint64 page) {
    if (page * kPage >= quint64(rows_) || onTheirWay_.count(page) != 0)
        return;
    const auto found = pages_.find(page);
    if (found != pages_.end() && found->second.whole)
        return;
    const auto there = found == pages_.end() ? 0 : found->second.entries.size();
    const auto rest = quint32(lengthOf(page) - there);
    if (shares_.page(id_, listing_, page * kPage + there, rest))
        onTheirWay_[page] = there;
}

void ShareModel::dropOldPages() {
    while (pages_.size() > kKeptPages)
        pages_.erase(std::min_element(pages_.begin(), pages_.end(), [](const auto& a, const auto& b) {
            return a.second.used < b.second.used;
        }));
}

const Entry* ShareModel::entry(int row) const {
    if (row < 0 || row >= rows_)
        return nullptr;
    const auto number = quint64(row) / kPage;
    const auto at = std::size_t(row) % kPage;
    const auto found = pages_.find(number);
    if (found != pages_.end()) {
        found->second.used = ++uses_;
        if (at < found->second.entries.size())
            return &found->second.entries[at];
        if (found->second.whole)
            return nullptr;
    }
    want(number);
    return nullptr;
}

std::string ShareModel::pathOf(const Entry& entry) const {
    return request_.folder.empty() ? entry.name : request_.folder + '/' + entry.name;
}

int ShareModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

int ShareModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ShareModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::DecorationRole && role != Qt::AccessibleTextRole)
        return {};
    const auto* found = entry(index.row());
    if (role == Qt::DecorationRole)
        return found && index.column() == Name ? QVariant(icon(found->isFolder ? "folder" : "file"))
                                               : QVariant();
    if (!found)
        return index.column() == Name ? QVariant(QStringLiteral("…")) : QVariant();
    return shown(*found, index.column());
}

QVariant ShareModel::shown(const Entry& entry, int column) const {
    if (column == Name)
        return shownName(entry.name);
    if (column == Size)
        return entry.isFolder ? QString() : sizeWords(entry.size);
    return shortWhen(QDateTime::fromMSecsSinceEpoch(entry.modifiedMs));
}

QVariant ShareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const QStringList names{tr("Name"), tr("Size"), tr("Changed")};
    return fileHeading(names.value(section), section == Size, orientation, role);
}

}  // namespace sesame::app
