// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_browser.h"

#include "app/flow_layout.h"
#include "app/given_files.h"
#include "app/help_words.h"
#include "app/notice_bar.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/say.h"
#include "app/share_list.h"
#include "app/share_words.h"
#include "app/transfer_list.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>

namespace sesame::app {

using trigger::ShareLevel;

namespace {

constexpr int kBrowserNameLength = 40;
constexpr int kBrowserNewsMs = 12'000;
constexpr int kPointedNameLength = 60;

// A disabled button says why; for screen readers too.
void setReason(QPushButton* button, const QString& reason) {
    button->setEnabled(reason.isEmpty());
    setPlainToolTip(button, reason);
    button->setAccessibleDescription(reason);
}

}  // namespace

ShareBrowser::ShareBrowser(client::Shares& shares, const ShareRecord& record,
                           const client::ViewedShareView& share, QWidget* parent)
    : QWidget(parent, Qt::Window),
      record_(record),
      share_(share),
      model_(new ShareModel(shares, share.id, this)),
      what_(new PlainLabel(this)),
      state_(new PlainLabel(this)),
      notice_(new NoticeBar("banner", this)),
      list_(new ShareList(*model_, share.receiverName, this)),
      news_(new PlainLabel(this)),
      place_(new PlainLabel(this)),
      transfers_(new TransferList(record, share.id, TransferRow::Side::Helper, false, this)) {
    setObjectName(QStringLiteral("shareBrowser"));
    setAcceptDrops(true);
    build();
    connectParts();
}

void ShareBrowser::build() {
    notice_->setObjectName(QStringLiteral("shareNotice"));
    news_->setObjectName(QStringLiteral("shareNews"));
    news_->hide();
    newsTime_.setSingleShot(true);
    newsTime_.setInterval(kBrowserNewsMs);
    connect(&newsTime_, &QTimer::timeout, news_, &QWidget::hide);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(16, 12, 16, 12);
    middle->setSpacing(10);
    list_->setFocus();
    middle->addWidget(list_, 1);
    middle->addWidget(makeButtons());
    middle->addWidget(news_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(notice_);
    column->addLayout(middle, 1);
    column->addWidget(makeFoot());
    const QSize wanted(std::max(820, fontMetrics().averageCharWidth() * 100),
                       std::max(700, fontMetrics().height() * 40));
    resize(wanted.boundedTo(screen()->availableGeometry().size() * 0.9));
}

QWidget* ShareBrowser::makeHead() {
    auto* head = new QWidget(this);
    head->setObjectName(QStringLiteral("shareHead"));
    head->setAttribute(Qt::WA_StyledBackground);
    what_->setObjectName(QStringLiteral("shareWhat"));
    what_->setScale(1.2, true);
    what_->setElided();
    state_->setObjectName(QStringLiteral("shareState"));
    state_->setQuiet(true);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(2);
    column->addWidget(what_);
    column->addWidget(state_);
    return head;
}

QWidget* ShareBrowser::makeButtons() {
    auto* buttons = new QWidget(this);
    const auto add = [buttons](const QString& words, const char* objectName) {
        auto* button = new QPushButton(words, buttons);
        button->setObjectName(QLatin1String(objectName));
        button->setAccessibleName(words);
        return button;
    };
    take_ = add(tr("Take a copy"), "takeFilesButton");
    take_->setProperty("kind", "main");
    takeAll_ = add(tr("Take the whole folder"), "takeFolderWholeButton");
    put_ = add(tr("Leave files for them…"), "putFilesButton");
    leave_ = add(tr("Leave"), "leaveShareButton");
    leave_->setProperty("kind", "danger");
    auto* row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (auto* button : {take_, takeAll_, put_, leave_})
        row->addWidget(button);
    return buttons;
}

QWidget* ShareBrowser::makeFoot() {
    auto* foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("shareFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    foot_ = new QWidget(foot);
    place_->setObjectName(QStringLiteral("sharePlace"));
    place_->setQuiet(true);
    place_->setElided();
    auto* change = new QPushButton(tr("Another folder…"), foot_);
    change->setObjectName(QStringLiteral("changePlaceButton"));
    change->setAccessibleName(tr("Another folder for the copies"));
    connect(change, &QPushButton::clicked, this, &ShareBrowser::placeWanted);
    auto* row = new QHBoxLayout(foot_);
    row->setContentsMargins(16, 8, 16, 4);
    row->addWidget(place_, 1);
    row->addWidget(change);
    foot_->hide();
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(foot_);
    column->addWidget(transfers_);
    return foot;
}

void ShareBrowser::connectParts() {
    connect(list_, &ShareList::takeWanted, this, &ShareBrowser::take);
    connect(list_, &ShareList::chosenChanged, this, &ShareBrowser::followLevel);
    connect(list_, &ShareList::menuWanted, this, &ShareBrowser::showMenu);
    connect(model_, &ShareModel::stateChanged, this, &ShareBrowser::followLevel);
    connect(take_, &QPushButton::clicked, this, &ShareBrowser::take);
    connect(takeAll_, &QPushButton::clicked, this, &ShareBrowser::takeAll);
    connect(put_, &QPushButton::clicked, this, &ShareBrowser::choosePut);
    connect(leave_, &QPushButton::clicked, this, &QWidget::close);
    connect(transfers_, &TransferList::stopWanted, this, &ShareBrowser::stopWanted);
    connect(transfers_, &TransferList::openWanted, this, &ShareBrowser::openWanted);
    connect(transfers_, &TransferList::showWanted, this, &ShareBrowser::showWanted);
    auto* paste = new QShortcut(QKeySequence::Paste, this);
    connect(paste, &QShortcut::activated, this, &ShareBrowser::paste);
}

void ShareBrowser::follow(const client::ViewedShareView& share, const QDateTime& now) {
    const bool connects = share.connected && !share_.connected;
    const bool first = windowTitle().isEmpty();
    share_ = share;
    over_ = share.ended.has_value();
    const auto receiver = oneLine(share.receiverName, kBrowserNameLength);
    const auto name = oneLine(shownName(share.name), kBrowserNameLength);
    const auto title = tr("“%1” of %2", "folder, person").arg(name, receiver);
    setWindowTitle(title);
    what_->setText(title);
    if (first || connects)
        list_->setRoot(name);
    state_->setText(
        over_
            ? tr("No longer shared")
            : tr("%1 · %2", "level, time left").arg(shareForHelper(share.level), timeLeft(now, share.ends)));
    if (over_)
        notice_->say(tr("%1 What you have taken stays with you.")
                         .arg(shareEndForHelper(*share.ended, share.receiverName)));
    else if (!share.connected && wasConnected_)
        notice_->say(
            tr("The connection is interrupted. It is tried again by itself, and what was being copied "
               "goes on from where it was."));
    else if (!share.connected)
        notice_->say(tr("Connecting to the computer of %1…").arg(receiver));
    else
        notice_->say({});
    // What was listed over a connection that is gone is forgotten at the other end.
    if (share.connected && (first || connects)) {
        if (wasConnected_)
            model_->reload();
        else
            model_->open({});
    }
    wasConnected_ = wasConnected_ || share.connected;
    list_->setQuiet(over_ || !share.connected);
    foot_->setEnabled(!over_);
    leave_->setText(over_ ? tr("Close") : tr("Leave"));
    leave_->setAccessibleName(leave_->text());
    followLevel();
}

void ShareBrowser::followLevel() {
    const auto ended = over_ ? tr("It is no longer shared.") : QString();
    const auto noTake =
        share_.level < ShareLevel::Take
            ? tr("They let you look only. To take copies, invite them with a rule that says so.")
            : QString();
    const auto noPut =
        share_.level < ShareLevel::Put
            ? tr("They do not take files from you here. To leave some, invite them with a rule "
                 "that says so.")
            : QString();
    const bool chosen = !list_->chosenRows(0).isEmpty();
    const auto why = [](std::initializer_list<QString> reasons) {
        for (const auto& reason : reasons)
            if (!reason.isEmpty())
                return reason;
        return QString();
    };
    setReason(take_,
              why({ended, noTake, chosen ? QString() : tr("Choose files or folders in the list first.")}));
    setReason(takeAll_, why({ended, noTake}));
    takeAll_->setVisible(!share_.isFile && !model_->searches());
    setReason(put_, why({ended, noPut}));
}

void ShareBrowser::showPlace(const QString& folder) {
    place_->setText(tr("Copies go to %1").arg(QDir::toNativeSeparators(folder)));
    foot_->show();
}

void ShareBrowser::pointTo(const ShareTransfer& transfer) {
    transfers_->bringToSight(transfer.number);
    tell(tr("“%1” is being copied already.").arg(oneLine(transfer.name, kPointedNameLength)));
}

void ShareBrowser::tell(const QString& sentence) {
    news_->setText(sentence);
    news_->setVisible(!sentence.isEmpty());
    newsTime_.start();
}

Taking ShareBrowser::wholeFolder() const {
    const auto& folder = model_->folder();
    const auto name = folder.empty() ? share_.name.toStdString() : folder.substr(folder.rfind('/') + 1);
    return {folder, name, true};
}

void ShareBrowser::takeAll() {
    Q_EMIT takeWanted({wholeFolder()});
}

void ShareBrowser::take() {
    if (!take_->isEnabled())
        return;
    const auto rows = list_->chosenRows(kMostAtOnce);
    if (rows.size() > kMostAtOnce) {
        if (list_->everythingChosen() && !model_->searches())
            takeAll();
        else
            tell(tr("That is a lot at once. Take the whole folder, or at most %1 of it.").arg(kMostAtOnce));
        return;
    }
    std::vector<Taking> wanted;
    for (const int row : rows) {
        const auto* entry = model_->entry(row);
        if (!entry) {
            tell(tr("Some of that is still being fetched. Please try again in a moment."));
            return;
        }
        wanted.push_back(
            {model_->pathOf(*entry), entry->name.substr(entry->name.rfind('/') + 1), entry->isFolder});
    }
    Q_EMIT takeWanted(wanted);
}

bool ShareBrowser::mayPut() const {
    return put_->isEnabled();
}

void ShareBrowser::choosePut() {
    auto* dialog =
        new QFileDialog(this, tr("Leave files for %1").arg(oneLine(share_.receiverName, kBrowserNameLength)),
                        QDir::homePath());
    dialog->setObjectName(QStringLiteral("putDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ShareBrowser::putWanted);
    dialog->open();
}

void ShareBrowser::paste() {
    const auto files = givenFiles(QApplication::clipboard()->mimeData());
    if (files.isEmpty())
        tell(tr("You have not copied any files."));
    else if (mayPut())
        Q_EMIT putWanted(files);
    else
        tell(put_->accessibleDescription());
}

void ShareBrowser::dragEnterEvent(QDragEnterEvent* event) {
    if (mayPut() && !givenFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ShareBrowser::dropEvent(QDropEvent* event) {
    const auto files = givenFiles(event->mimeData());
    if (!mayPut() || files.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT putWanted(files);
}

void ShareBrowser::showMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("shareMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (auto* button : {take_, takeAll_, put_}) {
        if (button->isHidden())
            continue;
        auto* action = menu->addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
    }
    menu->popup(at);
}

void ShareBrowser::closeEvent(QCloseEvent* event) {
    const int running = record_.running(share_.id);
    if (!over_ && running > 0 &&
        !confirm(this, windowTitle(),
                 running == 1
                     ? tr("Something is still being copied. If you leave now, it is not finished.")
                     : tr("%1 things are still being copied. If you leave now, they are not finished.")
                           .arg(running),
                 tr("Leave now"))) {
        event->ignore();
        return;
    }
    QWidget::closeEvent(event);
    Q_EMIT left();
}

}  // namespace sesame::app
