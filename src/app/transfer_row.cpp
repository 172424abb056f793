// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer_row.h"

#include "app/plain_label.h"
#include "app/share_words.h"

#include <QBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace sesame::app {
namespace {

constexpr int kParts = 1000;

QString count(quint64 number) {
    return QLocale().toString(qulonglong(number));
}

int percentOf(const share::Progress& progress) {
    constexpr double kWhole = 100.0;
    if (progress.bytes == 0)
        return progress.allKnown ? int(kWhole) : 0;
    return int(kWhole * double(std::min(progress.bytesDone, progress.bytes)) / double(progress.bytes));
}

QString partWords(const share::Progress& progress) {
    auto out =
        TransferRow::tr("%1 of %2", "sizes").arg(sizeWords(progress.bytesDone), sizeWords(progress.bytes));
    if (progress.files > 1)
        out = TransferRow::tr("%1 of %2 files · %3", "count, count, sizes")
                  .arg(count(progress.filesDone), count(progress.files), out);
    return out;
}

QString restWords(const share::Progress& progress) {
    QString out;
    if (progress.filesFailed > 0)
        out += TransferRow::tr(" · %1 could not be copied").arg(count(progress.filesFailed));
    if (progress.leftOut > 0)
        out += TransferRow::tr(" · %1 left out (links, folders that cannot be read and the like)")
                   .arg(count(progress.leftOut));
    return out;
}

/// Whether every file was tried, whatever became of it.
bool isThrough(const ShareTransfer& transfer) {
    const auto& progress = transfer.progress;
    const bool all = progress.allKnown && progress.filesDone + progress.filesFailed == progress.files;
    return transfer.ended == share::Ending::Done || (transfer.ended && progress.filesFailed > 0 && all);
}

}  // namespace

TransferRow::TransferRow(Side side, QWidget* parent)
    : QFrame(parent),
      side_(side),
      name_(new PlainLabel(this)),
      state_(new PlainLabel(this)),
      bar_(new QProgressBar(this)) {
    setObjectName(QStringLiteral("transferRow"));
    name_->setObjectName(QStringLiteral("transferName"));
    name_->setElided();
    state_->setObjectName(QStringLiteral("transferState"));
    state_->setQuiet(true);
    state_->setScale(0.9);
    state_->setElided();
    bar_->setObjectName(QStringLiteral("transferBar"));
    bar_->setRange(0, kParts);
    bar_->setTextVisible(false);
    open_ = addButton(tr("Open"), "openTakenButton");
    show_ = addButton(tr("Show in folder"), "showTakenButton");
    stop_ = addButton(side_ == Side::Helper ? tr("Cancel") : tr("Stop this one"), "stopTransferButton");
    connect(open_, &QPushButton::clicked, this, &TransferRow::openWanted);
    connect(show_, &QPushButton::clicked, this, &TransferRow::showWanted);
    connect(stop_, &QPushButton::clicked, this, &TransferRow::stopWanted);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(name_);
    words->addWidget(bar_);
    words->addWidget(state_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(10);
    row->addLayout(words, 1);
    for (auto* button : {open_, show_, stop_})
        row->addWidget(button);
}

QPushButton* TransferRow::addButton(const QString& words, const char* objectName) {
    auto* button = new QPushButton(words, this);
    button->setObjectName(QLatin1String(objectName));
    return button;
}

void TransferRow::follow(const ShareTransfer& transfer) {
    const auto name = transfer.name.isEmpty() ? tr("A file") : transfer.name;
    // Whose direction it is only matters where both occur in one list.
    const bool left = side_ == Side::Helper ? !transfer.in : transfer.in;
    const auto words = !left                   ? name
                       : side_ == Side::Helper ? tr("For them: %1", "a file").arg(name)
                                               : tr("For you: %1", "a file").arg(name);
    name_->setText(words);
    bar_->setValue(percentOf(transfer.progress) * (kParts / 100));
    bar_->setVisible(transfer.runs());
    bar_->setAccessibleName(tr("Progress of %1").arg(name));
    state_->setText(stateWords(transfer));
    setAccessibleName(QStringLiteral("%1: %2").arg(words, state_->text()));
    const bool here = side_ == Side::Helper && transfer.in && !transfer.latest.isEmpty() && !transfer.runs();
    open_->setVisible(here && !transfer.isFolder && transfer.ended == share::Ending::Done);
    show_->setVisible(here);
    stop_->setVisible(transfer.runs());
    open_->setAccessibleName(tr("Open %1").arg(name));
    show_->setAccessibleName(tr("Show %1 in its folder").arg(name));
    stop_->setAccessibleName(side_ == Side::Helper ? tr("Cancel %1").arg(name) : tr("Stop %1").arg(name));
}

QString TransferRow::stateWords(const ShareTransfer& transfer) const {
    const auto& progress = transfer.progress;
    if (transfer.over)
        return tr("Not finished, because the sharing ended: %1").arg(partWords(progress));
    if (isThrough(transfer))
        return throughWords(transfer);
    if (transfer.ended)
        return progress.bytesDone == 0 ? transferEndWords(*transfer.ended)
                                       : tr("%1 · %2", "why, how far")
                                             .arg(transferEndWords(*transfer.ended), partWords(progress));
    if (progress.files == 0)
        return tr("Waiting…");
    auto out = tr("%1 % · %2", "percent, how far").arg(percentOf(progress)).arg(partWords(progress));
    if (!progress.allKnown)
        out = tr("%1 · still counting", "how far").arg(partWords(progress));
    if (transfer.bytesPerSecond > 0)
        out = tr("%1 · %2 a second", "how far, size").arg(out, sizeWords(quint64(transfer.bytesPerSecond)));
    return out + restWords(progress);
}

QString TransferRow::throughWords(const ShareTransfer& transfer) const {
    const auto& progress = transfer.progress;
    const bool known = transfer.ended != share::Ending::Done;
    // Where the other side gave up what was sent, it did not say why.
    if (progress.filesFailed > 0 && progress.filesDone == 0)
        return (known ? transferEndWords(*transfer.ended) : tr("It could not be kept there")) +
               (progress.files > 1 ? restWords(progress) : QString());
    const bool waits = side_ == Side::Helper && !transfer.in;
    const auto size =
        progress.files > 1
            ? tr("%1 files, %2", "count, size").arg(count(progress.filesDone), sizeWords(progress.bytesDone))
            : sizeWords(progress.bytesDone);
    return (waits ? tr("Arrived; it waits there until they look at it · %1").arg(size)
                  : tr("Done · %1").arg(size)) +
           restWords(progress) +
           (known ? QStringLiteral(" · ") + transferEndWords(*transfer.ended) : QString());
}

}  // namespace sesame::app
