// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/left_files_window.h"

#include "app/file_table.h"
#include "app/folder_dialog.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/say.h"
#include "app/share_words.h"
#include "app/time_words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <algorithm>
#include <set>

namespace sesame::app {

using client::Shares;

namespace {

constexpr int kReloadMs = 300;

QString count(std::size_t number) {
    return QLocale().toString(qulonglong(number));
}

QString keepProblem(ErrorCode code) {
    switch (code) {
        case ErrorCode::Full:
            return LeftFilesWindow::tr("There is no room for it on the disk.");
        case ErrorCode::NotFound:
            return LeftFilesWindow::tr("It is not there any more.");
        default:
            return LeftFilesWindow::tr("It could not be kept there. Please choose another folder.");
    }
}

}  // namespace

LeftFilesWindow::LeftFilesWindow(Shares& shares, QWidget* parent)
    : QWidget(parent, Qt::Window),
      shares_(shares),
      words_(
          new PlainLabel(tr("Helpers have left these files for you. They do nothing here and nothing opens "
                            "them. Keep what you want to have, delete the rest."),
                         this)),
      nothing_(new PlainLabel(tr("Nobody has left anything for you."), this)),
      table_(new QTableWidget(this)),
      news_(new PlainLabel(this)),
      keep_(new QPushButton(tr("Keep…"), this)),
      delete_(new QPushButton(tr("Delete"), this)) {
    setObjectName(QStringLiteral("leftFilesWindow"));
    setAttribute(Qt::WA_QuitOnClose, false);  // the main window is what the program is
    setWindowTitle(tr("Files left for you"));
    makeTable();
    nothing_->setObjectName(QStringLiteral("noLeftFiles"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setScale(1.15);
    nothing_->setQuiet(true);
    news_->setObjectName(QStringLiteral("leftFilesNews"));
    news_->hide();
    keep_->setObjectName(QStringLiteral("keepFileButton"));
    keep_->setAccessibleName(keep_->text());
    keep_->setProperty("kind", "main");
    delete_->setObjectName(QStringLiteral("deleteFileButton"));
    delete_->setAccessibleName(delete_->text());
    delete_->setProperty("kind", "danger");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(keep_);
    buttons->addWidget(delete_);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(10);
    column->addWidget(words_);
    column->addWidget(nothing_, 1);
    column->addWidget(table_, 1);
    column->addWidget(news_);
    column->addLayout(buttons);
    resize(std::max(660, fontMetrics().averageCharWidth() * 84), 420);
    delay_.setSingleShot(true);
    delay_.setInterval(kReloadMs);
    connect(&delay_, &QTimer::timeout, this, &LeftFilesWindow::reload);
    connect(&shares_, &Shares::quarantineChanged, this, [this] {
        if (!delay_.isActive())
            delay_.start();
    });
    connect(&shares_, &Shares::accepted, this,
            [this](const std::string&, const Result<QString>& path) { accepted(path); });
    connect(keep_, &QPushButton::clicked, this, &LeftFilesWindow::keep);
    connect(delete_, &QPushButton::clicked, this, &LeftFilesWindow::discard);
    reload();
}

void LeftFilesWindow::makeTable() {
    table_->setObjectName(QStringLiteral("leftFilesTable"));
    table_->setAccessibleName(tr("Files left for you"));
    table_->setColumnCount(kColumns);
    table_->setHorizontalHeaderLabels({tr("File"), tr("From"), tr("Size"), tr("When")});
    layOutFileTable(*table_, File, {{From, 20}, {Size, 12}, {When, 14}});
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &LeftFilesWindow::followChoice);
}

void LeftFilesWindow::reload() {
    const auto selected = chosen();
    const std::set<std::string> before(selected.begin(), selected.end());
    files_ = shares_.quarantined();
    std::stable_sort(files_.begin(), files_.end(),
                     [](const auto& a, const auto& b) { return a.arrivedMs > b.arrivedMs; });
    const QSignalBlocker quiet(table_);
    table_->setRowCount(0);
    table_->setRowCount(int(files_.size()));
    for (int row = 0; row < int(files_.size()); ++row) {
        const auto& file = files_[std::size_t(row)];
        const QStringList cells{shownName(file.path), oneLine(QString::fromStdString(file.from), 60),
                                sizeWords(file.size),
                                shortWhen(QDateTime::fromMSecsSinceEpoch(file.arrivedMs))};
        for (int column = 0; column < cells.size(); ++column)
            table_->setItem(row, column, new QTableWidgetItem(cells.at(column)));
        // The only one needs no choosing.
        if (before.contains(file.id) || files_.size() == 1)
            for (int column = 0; column < kColumns; ++column)
                table_->item(row, column)->setSelected(true);
    }
    words_->setVisible(!files_.empty());
    table_->setVisible(!files_.empty());
    nothing_->setVisible(files_.empty());
    keep_->setVisible(!files_.empty());
    delete_->setVisible(!files_.empty());
    followChoice();
}

std::vector<std::string> LeftFilesWindow::chosen() const {
    std::vector<std::string> out;
    for (const auto& index : table_->selectionModel()->selectedRows())
        if (std::size_t(index.row()) < files_.size())
            out.push_back(files_[std::size_t(index.row())].id);
    return out;
}

void LeftFilesWindow::followChoice() {
    const bool may = keeping_.isOver() && !table_->selectionModel()->selectedRows().isEmpty();
    keep_->setEnabled(may);
    delete_->setEnabled(may);
    for (auto* button : {keep_, delete_})
        setPlainToolTip(button, may ? QString() : tr("Choose files in the list first."));
}

void LeftFilesWindow::keep() {
    const auto wanted = chosen();
    auto* dialog = new FolderDialog(tr("In which folder shall they be kept?"), downloadsFolder(),
                                    tr("Keep in this folder"), this);
    connect(dialog, &FolderDialog::chosen, this, [this, wanted](const QString& folder) {
        keeping_ = {};
        keeping_.wanted = wanted.size();
        for (const auto& file : wanted)
            shares_.accept(file, folder);
        news_->setText(tr("Being copied…"));
        news_->show();
        followChoice();
    });
    dialog->open();
}

void LeftFilesWindow::accepted(const Result<QString>& path) {
    if (keeping_.isOver())
        return;  // asked for elsewhere
    if (path) {
        ++keeping_.kept;
        keeping_.latest = shownName(*path);
    } else {
        ++keeping_.failed;
        keeping_.problem = path.error().code;
    }
    if (!keeping_.isOver())
        return;
    news_->setText(keptWords());
    news_->show();
    followChoice();
}

QString LeftFilesWindow::keptWords() const {
    const auto& [wanted, kept, failed, latest, problem] = keeping_;
    if (failed == 0)
        return wanted == 1 ? tr("Kept as %1").arg(latest)
                           : tr("Kept: %1 files, the latest as %2", "count, path").arg(count(kept), latest);
    return wanted == 1 ? keepProblem(problem)
                       : tr("%1 of %2 files could not be kept: %3", "count, count, why")
                             .arg(count(failed), count(wanted), keepProblem(problem));
}

void LeftFilesWindow::discard() {
    const auto wanted = chosen();
    const auto question = wanted.size() == 1
                              ? tr("Delete this file? It cannot be brought back.")
                              : tr("Delete these %1 files? They cannot be brought back.").arg(wanted.size());
    if (!confirm(this, windowTitle(), question, tr("Delete")))
        return;
    for (const auto& file : wanted)
        shares_.discard(file);
    news_->hide();
}

}  // namespace sesame::app
