// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/moved_model.h"

#include "app/file_table.h"
#include "app/share_words.h"
#include "app/time_words.h"

#include <algorithm>

namespace sesame::app {

MovedModel::MovedModel(const ShareRecord& record, const client::ShareId& id, QObject* parent)
    : QAbstractTableModel(parent), record_(record), id_(id) {
    const auto& files = record_.files(id_);
    notes_.assign(files.rbegin(), files.rend());
    connect(&record_, &ShareRecord::filesAdded, this, [this](const client::ShareId& changed, int count) {
        if (changed != id_ || count <= 0)
            return;
        const auto& now = record_.files(id_);
        beginInsertRows({}, 0, count - 1);
        for (auto file = now.end() - count; file != now.end(); ++file)
            notes_.push_front(*file);
        endInsertRows();
        const int most = int(ShareRecord::kMostFiles);
        if (int(notes_.size()) <= most)
            return;
        beginRemoveRows({}, most, int(notes_.size()) - 1);
        notes_.resize(std::size_t(most));
        endRemoveRows();
    });
}

int MovedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(notes_.size());
}

int MovedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant MovedModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const auto& note = notes_[std::size_t(index.row())];
    switch (index.column()) {
        case File:
            return shownName(note.file.name);
        case What:
            return note.file.taken ? tr("taken") : tr("left for you");
        case Size:
            return note.file.taken ? sizeWords(note.file.size) : QString();
        default:
            return clockTime(note.when);
    }
}

QVariant MovedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const QStringList names{tr("File"), tr("What"), tr("Size"), tr("When")};
    return fileHeading(names.value(section), section == Size, orientation, role);
}

}  // namespace sesame::app
