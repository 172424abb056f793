// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/conversation_header.h"

#include "app/avatar.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace sesame::app {
namespace {

constexpr int kStandingNameLength = 16;
constexpr int kStandingMenuLength = 60;

QString statusWords(const client::ContactView& contact) {
    switch (contact.state) {
        case client::ContactState::Requested:
            return ConversationHeader::tr("Has not answered yet");
        case client::ContactState::Incoming:
            return ConversationHeader::tr("Not in your contacts yet");
        default:
            break;
    }
    const auto there =
        contact.online ? ConversationHeader::tr("Online") : ConversationHeader::tr("Not online now");
    return contact.verified ? ConversationHeader::tr("%1 · safety number compared").arg(there) : there;
}

}  // namespace

ConversationHeader::ConversationHeader(QWidget* parent)
    : QWidget(parent),
      avatar_(new Avatar(40, this)),
      name_(new PlainLabel(this)),
      status_(new PlainLabel(this)),
      screen_(new QPushButton(tr("See their screen"), this)),
      files_(new QPushButton(tr("See their files"), this)),
      standing_(new QPushButton(this)) {
    setObjectName(QStringLiteral("conversationHeader"));
    setAttribute(Qt::WA_StyledBackground);
    name_->setScale(1.1, true);
    name_->setElided();
    status_->setScale(0.88);
    status_->setQuiet(true);
    status_->setElided();
    const auto button = [this](const char* picture, const QString& words, const char* objectName) {
        auto* made = new QToolButton(this);
        made->setIcon(icon(picture));
        made->setIconSize({22, 22});
        made->setText(words);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAccessibleName(words);
        setPlainToolTip(made, words);
        made->setObjectName(QLatin1String(objectName));
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    screen_->setObjectName(QStringLiteral("seeScreenButton"));
    files_->setObjectName(QStringLiteral("seeFilesButton"));
    for (auto* running : {screen_, files_}) {
        running->setAccessibleName(running->text());
        running->setProperty("kind", "main");
        running->hide();
    }
    standing_->setObjectName(QStringLiteral("standingButton"));
    standing_->setAccessibleName(tr("Shared with you"));
    standing_->hide();
    connect(standing_, &QPushButton::clicked, this, &ConversationHeader::openStanding);
    rules_ = button("rules", tr("Rules"), "rulesButton");
    safety_ = button("shield", tr("Safety number"), "safetyButton");
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name_);
    words->addWidget(status_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 10, 9);
    row->setSpacing(10);
    row->addWidget(avatar_);
    row->addLayout(words, 1);
    row->addWidget(screen_);
    row->addWidget(files_);
    row->addWidget(standing_);
    row->addWidget(rules_);
    row->addWidget(safety_);
    connect(screen_, &QPushButton::clicked, this, &ConversationHeader::screenWanted);
    connect(files_, &QPushButton::clicked, this, &ConversationHeader::filesWanted);
    connect(rules_, &QToolButton::clicked, this, &ConversationHeader::rulesWanted);
    connect(safety_, &QToolButton::clicked, this, &ConversationHeader::safetyWanted);
}

void ConversationHeader::show(const client::ContactView& contact) {
    avatar_->show(contact.name, contact.handle);
    name_->setText(contact.name);
    status_->setText(statusWords(contact));
}

void ConversationHeader::setViewing(bool viewing) {
    screen_->setVisible(viewing);
    fitTools();
}

void ConversationHeader::setShared(bool shared) {
    files_->setVisible(shared);
    fitTools();
}

void ConversationHeader::setStanding(const QList<client::StandingShareView>& shares) {
    stands_ = shares;
    standing_->setVisible(!shares.isEmpty());
    if (!shares.isEmpty()) {
        const auto words = shares.size() == 1
                               ? tr("Shared with you: %1").arg(oneLine(shares[0].name, kStandingNameLength))
                               : tr("Shared with you: %1 folders").arg(shares.size());
        standing_->setText(withoutMnemonic(words));
        standing_->setAccessibleName(words);
    }
    fitTools();
}

void ConversationHeader::openStanding() {
    if (stands_.size() == 1) {
        Q_EMIT standingWanted(stands_[0].id);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("standingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& share : stands_)
        connect(menu->addAction(withoutMnemonic(oneLine(share.name, kStandingMenuLength))),
                &QAction::triggered, this, [this, id = share.id] { Q_EMIT standingWanted(id); });
    menu->popup(standing_->mapToGlobal(QPoint(0, standing_->height())));
}

void ConversationHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitTools();
}

void ConversationHeader::fitTools() {
    const auto setStyle = [this](Qt::ToolButtonStyle style) {
        for (auto* tool : {rules_, safety_})
            tool->setToolButtonStyle(style);
    };
    setStyle(Qt::ToolButtonTextBesideIcon);
    const int nameWidth = 8 * fontMetrics().averageCharWidth();
    const QMargins margins = layout()->contentsMargins();
    int wide = margins.left() + margins.right() + avatar_->width() + nameWidth + rules_->sizeHint().width() +
               safety_->sizeHint().width() + 3 * layout()->spacing();
    for (const auto* running : {screen_, files_, standing_})
        if (!running->isHidden())
            wide += running->sizeHint().width() + layout()->spacing();
    if (wide > width())
        setStyle(Qt::ToolButtonIconOnly);
}

}  // namespace sesame::app
