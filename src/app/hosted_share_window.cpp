// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosted_share_window.h"

#include "app/file_table.h"
#include "app/help_words.h"
#include "app/moved_model.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/share_words.h"
#include "app/time_words.h"
#include "app/transfer_list.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QPushButton>
#include <QScreen>
#include <QTableView>

namespace sesame::app {

HostedShareWindow::HostedShareWindow(const ShareRecord& record, const client::HostedShareView& share,
                                     QWidget* parent)
    : QWidget(parent, Qt::Window),
      who_(new PlainLabel(this)),
      path_(new PlainLabel(this)),
      state_(new PlainLabel(this)),
      nothing_(new PlainLabel(tr("Nothing has been taken yet."), this)),
      transfers_(new TransferList(record, share.id, TransferRow::Side::Receiver, true, this)),
      left_(new QPushButton(tr("Files left for you…"), this)),
      stop_(new QPushButton(this)) {
    setObjectName(QStringLiteral("hostedShareWindow"));
    setAttribute(Qt::WA_QuitOnClose, false);  // the main window is what the program is
    table_ = makeTable();
    auto* model = new MovedModel(record, share.id, this);
    table_->setModel(model);
    layOutFileTable(*table_, MovedModel::File,
                    {{MovedModel::What, 15}, {MovedModel::Size, 13}, {MovedModel::When, 9}});
    who_->setObjectName(QStringLiteral("hostedShareWho"));
    who_->setScale(1.2, true);
    path_->setObjectName(QStringLiteral("hostedSharePath"));
    path_->setElided();
    state_->setObjectName(QStringLiteral("hostedShareState"));
    state_->setQuiet(true);
    nothing_->setQuiet(true);
    nothing_->setScale(1.1);
    nothing_->setAlignment(Qt::AlignCenter);
    left_->setObjectName(QStringLiteral("hostedShareLeftButton"));
    left_->setAccessibleName(left_->text());
    stop_->setObjectName(QStringLiteral("hostedShareStopButton"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(stop_);
    buttons->addWidget(left_);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 16);
    column->setSpacing(8);
    for (auto* part : {who_, path_, state_})
        column->addWidget(part);
    column->addWidget(transfers_);
    column->addWidget(nothing_, 1);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    const auto showRows = [this, model] {
        table_->setVisible(model->rowCount() > 0);
        nothing_->setVisible(model->rowCount() == 0);
    };
    showRows();
    connect(model, &QAbstractItemModel::rowsInserted, this, showRows);
    connect(transfers_, &TransferList::stopWanted, this, &HostedShareWindow::stopTransferWanted);
    connect(left_, &QPushButton::clicked, this, &HostedShareWindow::leftFilesWanted);
    // The press, not the release: nothing may hold it up.
    connect(stop_, &QPushButton::pressed, this, &HostedShareWindow::stopWanted);
    const QSize wanted(std::max(640, fontMetrics().averageCharWidth() * 84),
                       std::max(520, fontMetrics().height() * 30));
    resize(wanted.boundedTo(screen()->availableGeometry().size() * 0.9));
}

QTableView* HostedShareWindow::makeTable() {
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("movedTable"));
    table->setAccessibleName(tr("Files taken and left"));
    return table;
}

void HostedShareWindow::follow(const client::HostedShareView& share, const QDateTime& now) {
    const auto path = shownName(share.path);
    setWindowTitle(tr("What is shared: “%1”").arg(oneLine(path.section(QLatin1Char('/'), -1), 40)));
    who_->setText(shareForReceiver(share));
    path_->setText(path);
    state_->setText(tr("Until %1 · %2 · %3", "time, time left, files taken")
                        .arg(clockTime(share.ends), timeLeft(now, share.ends), movedWords(share)));
    left_->setVisible(share.put > 0);
    stop_->setText(tr("Stop sharing"));
    stop_->setAccessibleName(stop_->text());
    stop_->setProperty("kind", "alarm");
}

void HostedShareWindow::end() {
    state_->hide();
    who_->setText(tr("No longer shared"));
    stop_->hide();
}

void HostedShareWindow::closeEvent(QCloseEvent* event) {
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

}  // namespace sesame::app
