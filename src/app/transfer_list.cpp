// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer_list.h"

#include <QBoxLayout>
#include <algorithm>

namespace sesame::app {

using share::TransferNumber;

namespace {

constexpr double kRowsInSight = 3.4;

}  // namespace

TransferList::TransferList(const ShareRecord& record, const client::ShareId& id, TransferRow::Side side,
                           bool onlyRunning, QWidget* parent)
    : QScrollArea(parent), record_(record), id_(id), side_(side), onlyRunning_(onlyRunning) {
    setObjectName(QStringLiteral("transferList"));
    setAccessibleName(tr("Transfers"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto* inside = new QWidget;
    inside->setObjectName(QStringLiteral("transferPane"));
    column_ = new QVBoxLayout(inside);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    column_->addStretch(1);
    setWidget(inside);
    connect(&record_, &ShareRecord::transferChanged, this,
            [this](const client::ShareId& changed, TransferNumber number) {
                if (changed == id_)
                    follow(number);
            });
    for (const auto& transfer : record_.transfers(id_))
        follow(transfer.number);
    fit();
}

TransferRow* TransferList::make(TransferNumber number) {
    auto* row = new TransferRow(side_, widget());
    connect(row, &TransferRow::stopWanted, this, [this, number] { Q_EMIT stopWanted(number); });
    connect(row, &TransferRow::openWanted, this, [this, number] { Q_EMIT openWanted(number); });
    connect(row, &TransferRow::showWanted, this, [this, number] { Q_EMIT showWanted(number); });
    column_->insertWidget(0, row);
    row->show();
    return row;
}

void TransferList::follow(TransferNumber number) {
    const auto* transfer = record_.transfer(id_, number);
    const auto found = rows_.find(number);
    const bool wanted = transfer && (transfer->runs() || !onlyRunning_);
    if (!wanted) {
        if (found == rows_.end())
            return;
        found->second->hide();
        found->second->deleteLater();  // it may be the one that has just been pressed
        rows_.erase(found);
        fit();
        return;
    }
    auto* row = found == rows_.end() ? rows_[number] = make(number) : found->second;
    row->follow(*transfer);
    if (found == rows_.end())
        fit();
}

void TransferList::fit() {
    // Those that the record has forgotten.
    for (auto row = rows_.begin(); row != rows_.end();) {
        if (record_.transfer(id_, row->first)) {
            ++row;
            continue;
        }
        row->second->deleteLater();
        row = rows_.erase(row);
    }
    setVisible(!rows_.empty());
    updateGeometry();
}

void TransferList::bringToSight(TransferNumber number) {
    if (const auto found = rows_.find(number); found != rows_.end())
        ensureWidgetVisible(found->second);
}

QSize TransferList::minimumSizeHint() const {
    return {0, rows_.empty() ? 0 : rows_.begin()->second->sizeHint().height()};
}

QSize TransferList::sizeHint() const {
    if (rows_.empty())
        return {0, 0};
    const int row = rows_.begin()->second->sizeHint().height();
    return {400, int(row * std::min(double(rows_.size()), kRowsInSight))};
}

}  // namespace sesame::app
