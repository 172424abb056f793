// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offer_window.h"

#include "app/own_picture.h"
#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/plain_text.h"
#include "app/set_rows.h"
#include "app/style.h"
#include "app/yes_button.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QScreen>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kOfferMargin = 28;
constexpr int kOfferPicture = 72;  // with the space beside it
constexpr int kOfferNameLength = 60;
constexpr double kRowsOfScreen = 0.4;

}  // namespace

OfferWindow::OfferWindow(const Clock& clock, QWidget* parent)
    : OfferWindow(std::make_unique<consent::CalmPress>(clock), clock, parent) {
}

OfferWindow::OfferWindow(std::unique_ptr<consent::CalmPress> press, const Clock& clock, QWidget* parent)
    : CarefulWindow(*press, clock, parent),
      press_(std::move(press)),
      sentence_(new PlainPassage(4, this)),
      problem_(new PlainLabel(this)),
      rows_(new SetRows(SetRows::Pick::No, SetRows::Fates::Shown, tr("What is offered"), this)) {
    setObjectName(QStringLiteral("offerWindow"));
    setWindowTitle(tr("Phrases are offered to you"));
    setAccessibleName(windowTitle());
    sentence_->setScale(1.4, false, 16);
    sentence_->setFocusPolicy(Qt::NoFocus);
    sentence_->setAccessibleName(tr("Question"));
    noButton()->setText(tr("No"));
    noButton()->setAccessibleName(noButton()->text());
    yesButton()->setText(tr("Yes, take them"));
    yesButton()->setAccessibleName(yesButton()->text());
    auto* calm =
        new PlainLabel(tr("After a Yes nothing happens yet: each time, this computer asks you first. With a "
                          "No none of it can be used."),
                       this);
    problem_->setInk(color::kAlarm);
    auto* answers = new QHBoxLayout;
    answers->setSpacing(16);
    answers->addWidget(noButton(), 1);
    answers->addWidget(yesButton(), 1);
    auto* question = new QHBoxLayout;
    question->setSpacing(16);
    question->addWidget(sentence_, 1);
    question->addWidget(ownPicture(), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kOfferMargin, 24, kOfferMargin, 22);
    column->setSpacing(14);
    column->addLayout(question);
    column->addWidget(rows_, 1);
    column->addWidget(problem_);
    column->addWidget(calm);
    column->addLayout(answers);
    setTabOrder(noButton(), yesButton());
}

void OfferWindow::ask(const client::OfferView& offer, const QList<client::SetRowView>& rows) {
    if (isOpen())
        shut();
    offer_ = offer.id;
    const auto bad = std::ranges::count_if(rows, [](const auto& row) { return !client::isGood(row.fate); });
    const auto name = oneLine(offer.contactName, kOfferNameLength);
    sentence_->setPassage(tr("%1 offers you the phrases “%2”. May %1 invite you to them from now on?")
                              .arg(name, oneLine(offer.name, kOfferNameLength)));
    setAccessibleName(sentence_->toPlainText());
    problem_->setText(tr("%1 of %2 cannot be taken; they are marked.")
                          .arg(QString::number(bad), QString::number(rows.size())));
    problem_->setVisible(bad > 0);
    rows_->showRules(rows);
    open();
}

void OfferWindow::close() {
    shut();
}

void OfferWindow::fitTo(int wide) {
    sentence_->fitTo(wide - 2 * kOfferMargin - kOfferPicture);
    const int most = int(QGuiApplication::primaryScreen()->availableGeometry().height() * kRowsOfScreen);
    const auto* inside = rows_->widget();
    const int wanted = inside->layout()->totalHeightForWidth(wide - 2 * kOfferMargin - kOfferMargin);
    rows_->setMinimumHeight(std::min(wanted + 4, most));
}

void OfferWindow::answer(bool yes) {
    Q_EMIT answered(offer_, yes);
}

}  // namespace sesame::app
