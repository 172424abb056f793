// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/audit_viewer.h"

#include "app/choose_path.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/say.h"
#include "app/style.h"
#include "app/time_words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QHeaderView>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <utility>

namespace sesame::app {
namespace {

constexpr std::pair<const char*, const char*> kEvents[] = {
    {"invited", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Invitation arrived")},
    {"invitation-refused", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Invitation refused")},
    {"withdrawn", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Invitation taken back")},
    {"expired", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Invitation ran out")},
    {"used", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Invitation used")},
    {"declined", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Invitation declined")},
    {"matched", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You sent the phrase")},
    {"near-file",
     QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You sent a file that looks like the one asked for")},
    {"near", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You sent something like the phrase")},
    {"near-yes", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You meant the phrase")},
    {"near-no", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You did not mean the phrase")},
    {"choice-none", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "None of the files was meant")},
    {"back-off", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Not asked, so soon after a No")},
    {"busy", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Not asked, another question was open")},
    {"asked", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You were asked")},
    {"answered", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You answered")},
    {"executed", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Done")},
    {"outcome", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "On the other computer")},
    {"refused", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Refused")},
    {"failed", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Did not work")},
    {"rule-received", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Rule arrived")},
    {"rule-refused", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Rule refused")},
    {"rule-removed", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Rule removed")},
    {"offer-received", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Rules were offered to you")},
    {"offer-made", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You offered rules")},
    {"offer-accepted", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Offered rules accepted")},
    {"offer-declined", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Offered rules declined")},
    {"offer-withdrawn", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Offer taken back")},
    {"offer-expired", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Offer ran out")},
    {"offer-replaced", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Offer replaced by a newer one")},
    {"offer-refused", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Offer refused")},
    {"contact-asked", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You asked to be a contact")},
    {"contact-request", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Asked to be a contact")},
    {"contact-accepted", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Contact accepted")},
    {"contact-declined", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Contact declined")},
    {"blocked", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Blocked")},
    {"unblocked", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "No longer blocked")},
    {"key-changed", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Key changed")},
    {"key-acknowledged", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "New key accepted")},
    {"verified", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Safety number compared")},
    {"share-start", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You began to share")},
    {"share-taken", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Taken from you")},
    {"share-left", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Left for you")},
    {"share-kept", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Kept by you")},
    {"share-discarded", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Deleted by you")},
    {"share-end", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You no longer share")},
    {"standing-given",
     QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "May be opened again without a question")},
    {"standing-open", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Opened again without a question")},
    {"standing-refused", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Not opened again")},
    {"standing-end",
     QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "May no longer be opened without a question")},
    {"standing-got", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You may open it again")},
    {"standing-ask", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You wanted to open it again")},
    {"standing-not", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You were not let in again")},
    {"standing-lost", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "You may not open it again any more")},
    {"shared-start", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Shared with you")},
    {"shared-end", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "No longer shared with you")},
};
// How far a share goes, and why one ended.
constexpr std::pair<const char*, const char*> kShareSteps[] = {
    {"look", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "to look only")},
    {"take", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "to look and take")},
    {"put", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "to look, take and leave files")},
    {"stopped", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "stopped by whoever shared")},
    {"left", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "left by the helper")},
    {"time-over", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "the time was over")},
    {"away", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "the computer was locked or left")},
    {"cut", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "the connection was lost")},
    {"tampered", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "something came in between")},
    {"failed", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "the program could not go on")},
};
constexpr std::pair<const char*, const char*> kAnswers[] = {
    {"yes", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "Yes")},
    {"no", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "No")},
    {"timed-out", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "no answer in time")},
    {"withdrawn", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "the question was taken back")},
    {"hidden", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "the question could not be seen")},
};
constexpr std::pair<const char*, const char*> kAcceptances[] = {
    {"both asked", QT_TRANSLATE_NOOP("sesame::app::AuditViewer", "both asked at the same time")},
};

template <std::size_t N>
QString wordsFor(const std::pair<const char*, const char*> (&table)[N], const std::string& code) {
    for (const auto& [name, words] : table)
        if (code == name)
            return AuditViewer::tr(words);
    return QString::fromStdString(code);
}

QString detailWords(const consent::AuditEntry& entry) {
    if (entry.event == "answered")
        return wordsFor(kAnswers, entry.detail);
    if (entry.event == "contact-accepted")
        return wordsFor(kAcceptances, entry.detail);
    // "take, Photos", "stopped, 12 s"
    const auto comma = entry.detail.find(", ");
    const bool isStep = entry.event == "share-start" || entry.event == "share-end" ||
                        entry.event == "shared-start" || entry.event == "shared-end";
    if (isStep && comma != std::string::npos)
        return wordsFor(kShareSteps, entry.detail.substr(0, comma)) +
               QString::fromStdString(entry.detail.substr(comma));
    return QString::fromStdString(entry.detail);
}

QString whatWords(const consent::AuditEntry& entry) {
    const auto event = wordsFor(kEvents, entry.event);
    const auto detail = detailWords(entry);
    return oneLine(detail.isEmpty() ? event : AuditViewer::tr("%1: %2", "event, detail").arg(event, detail),
                   400);
}

}  // namespace

AuditViewer::AuditViewer(consent::AuditLog& log, QWidget* parent)
    : QWidget(parent), log_(log), check_(new PlainLabel(this)), table_(new QTableWidget(this)) {
    check_->setAccessibleName(tr("State of the history"));
    table_->setObjectName(QStringLiteral("historyTable"));
    table_->setAccessibleName(tr("History"));
    table_->setColumnCount(3);
    table_->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("What")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    auto* save = new QPushButton(tr("Save as a text file…"), this);
    save->setObjectName(QStringLiteral("exportHistoryButton"));
    save->setAccessibleName(save->text());
    connect(save, &QPushButton::clicked, this, &AuditViewer::exportText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(check_);
    column->addWidget(table_, 1);
    column->addWidget(save, 0, Qt::AlignLeft);
}

void AuditViewer::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    reload();
}

void AuditViewer::showCheck() {
    const auto check = log_.verify();
    const bool intact = check && check->intact;
    check_->setInk(intact ? color::kAccent : color::kAlarm);
    check_->setScale(1.0, true);
    if (!check)
        check_->setText(tr("The history cannot be read."));
    else if (intact)
        check_->setText(tr("Complete and unaltered."));
    else
        check_->setText(
            tr("Altered from entry %1 on: somebody changed or removed entries.").arg(check->firstBad));
}

void AuditViewer::reload() {
    showCheck();
    const auto entries = log_.entries();
    table_->setRowCount(0);
    if (!entries)
        return;
    table_->setRowCount(int(entries->size()));
    int row = 0;
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry, ++row) {
        const QStringList cells{fullWhen(QDateTime::fromMSecsSinceEpoch(entry->wallMs)),
                                oneLine(QString::fromStdString(entry->peer), 60), whatWords(*entry)};
        for (int column = 0; column < cells.size(); ++column)
            table_->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
}

void AuditViewer::exportText() {
    const auto text = log_.exportText();
    if (!text) {
        say(this, tr("History"), tr("The history cannot be read."));
        return;
    }
    chooseSaveFile(
        this, tr("Save the history"), QDir::homePath() + QStringLiteral("/sesame-history.txt"),
        tr("Text (*.txt)"), [this, bytes = QByteArray::fromStdString(*text)](const QString& path) {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
                say(this, tr("History"), tr("The file could not be written."));
        });
}

}  // namespace sesame::app
