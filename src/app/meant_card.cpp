// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/meant_card.h"

#include "app/announce.h"
#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace sesame::app {

MeantCard::MeantCard(QWidget* parent)
    : QFrame(parent),
      words_(new PlainLabel(this)),
      command_(new PlainLabel(this)),
      others_(new QPushButton(tr("Something else…"), this)) {
    setObjectName(QStringLiteral("meantCard"));
    setProperty("card", "near");
    auto* yes = new QPushButton(tr("Yes"), this);
    auto* no = new QPushButton(tr("No"), this);
    yes->setObjectName(QStringLiteral("meantYesButton"));
    no->setObjectName(QStringLiteral("meantNoButton"));
    others_->setObjectName(QStringLiteral("meantOthersButton"));
    yes->setAccessibleName(tr("Yes, ask for that"));
    no->setAccessibleName(tr("No, ask for nothing"));
    // Reached by Tab or pointer; a click leaves the keyboard where it is.
    for (auto* button : {yes, no, others_})
        button->setFocusPolicy(Qt::TabFocus);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(no);
    buttons->addWidget(others_);
    buttons->addWidget(yes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 10, 10);
    column->addWidget(words_);
    column->addWidget(command_);
    column->addLayout(buttons);
    connect(yes, &QPushButton::clicked, this, [this] { answer(0); });
    connect(no, &QPushButton::clicked, this, [this] { answer(-1); });
    connect(others_, &QPushButton::clicked, this, &MeantCard::openOthers);
    hide();
}

void MeantCard::ask(const client::WishView& wish) {
    wish_ = wish;
    words_->setText(tr("Shall %1 be asked for this?").arg(oneLine(wish.name, 60)));
    command_->setText(oneLine(wish.options.value(0), 200));
    others_->setVisible(wish.options.size() > 1);
    show();
    announce(*words_);
}

void MeantCard::openOthers() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("meantMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int option = 1; option < wish_.options.size(); ++option)
        menu->addAction(withoutMnemonic(oneLine(wish_.options[option], 100)), this,
                        [this, option] { answer(option); });
    menu->popup(others_->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void MeantCard::answer(int option) {
    const auto question = wish_.question;
    wish_ = {};
    hide();
    Q_EMIT answered(question, option);
}

}  // namespace sesame::app
