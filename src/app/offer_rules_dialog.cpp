// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offer_rules_dialog.h"

#include "app/choose_rules_form.h"
#include "app/people_list.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/set_rows.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>

namespace sesame::app {
namespace {

enum Step { Rules, People, Summary, Results };
constexpr int kOfferedNameLength = 60;
constexpr int kNamesLength = 600;

QString resultWords(const Result<MessageId>& sent) {
    if (sent)
        return OfferRulesDialog::tr("Offered. Their answer is shown under “Offered sets”.");
    switch (sent.error().code) {
        case ErrorCode::Exists:
            return OfferRulesDialog::tr(
                "Nothing to offer: they have all of it, or it may not be a rule for them.");
        case ErrorCode::Malformed:
            return OfferRulesDialog::tr("Not offered: these are too many rules for one offer. Choose fewer.");
        case ErrorCode::Unavailable:
            return OfferRulesDialog::tr("Not offered: too many offers wait for their answer.");
        case ErrorCode::Full:
            return OfferRulesDialog::tr("Not offered: the disk is full.");
        default:
            return OfferRulesDialog::tr("Not offered: they are no contact who could be asked now.");
    }
}

}  // namespace

OfferRulesDialog::OfferRulesDialog(client::RuleSets& sets, const client::RuleSet& all,
                                   const QList<client::SetRowView>& rows,
                                   const QList<client::ContactView>& people, QWidget* parent)
    : QDialog(parent),
      sets_(sets),
      all_(rows),
      steps_(new QStackedWidget(this)),
      rules_(new ChooseRulesForm(all, rows, this)),
      people_(new PeopleList(people, this)),
      summary_(new SetRows(SetRows::Pick::No, SetRows::Fates::Hidden, tr("What is offered"), this)),
      to_(new PlainLabel(this)),
      progress_(new QProgressBar(this)),
      sentCount_(new PlainLabel(this)),
      results_(new QVBoxLayout),
      cancel_(new QPushButton(tr("Cancel"), this)),
      back_(new QPushButton(tr("Back"), this)),
      next_(new QPushButton(tr("Next"), this)) {
    setObjectName(QStringLiteral("offerRulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Offer to several people"));
    steps_->addWidget(makeStep(tr("Which rules do you offer?"), rules_));
    steps_->addWidget(makeStep(tr("To whom?"), people_));
    steps_->addWidget(makeSummary());
    steps_->addWidget(makeResults());
    for (auto* button : {cancel_, back_, next_}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    next_->setObjectName(QStringLiteral("nextStepButton"));
    next_->setProperty("kind", "main");
    auto* answers = new QHBoxLayout;
    answers->addWidget(cancel_);
    answers->addStretch(1);
    answers->addWidget(back_);
    answers->addWidget(next_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(steps_, 1);
    column->addLayout(answers);
    resize(660, 600);
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
    connect(back_, &QPushButton::clicked, this, [this] {
        steps_->setCurrentIndex(steps_->currentIndex() - 1);
        follow();
    });
    connect(next_, &QPushButton::clicked, this, &OfferRulesDialog::forward);
    connect(rules_, &ChooseRulesForm::changed, this, &OfferRulesDialog::follow);
    connect(people_, &PeopleList::changed, this, &OfferRulesDialog::follow);
    follow();
}

QWidget* OfferRulesDialog::makeStep(const QString& title, QWidget* middle) {
    auto* page = new QWidget(this);
    auto* heading = new PlainLabel(title, page);
    heading->setScale(1.2, true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(middle, 1);
    return page;
}

QWidget* OfferRulesDialog::makeSummary() {
    auto* middle = new QWidget(this);
    auto* words = new PlainLabel(tr("Each of them is asked once, with all of this before their eyes. Until "
                                    "they accept, none of it works for "
                                    "them, and you cannot invite them to it. An offer ends after %1 days.")
                                     .arg(client::RuleSets::kOfferDays),
                                 middle);
    words->setQuiet(true);
    summary_->setMinimumHeight(160);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(to_);
    column->addWidget(summary_, 1);
    column->addWidget(words);
    return makeStep(tr("This is what will be sent"), middle);
}

QWidget* OfferRulesDialog::makeResults() {
    auto* middle = new QWidget(this);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("How many have been asked"));
    auto* inside = new QWidget(middle);
    auto* whole = new QVBoxLayout(inside);
    whole->setContentsMargins(0, 0, 0, 0);
    results_->setSpacing(8);
    whole->addLayout(results_);
    whole->addStretch(1);
    auto* area = new QScrollArea(middle);
    area->setAccessibleName(tr("How it went"));
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setWidget(inside);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(progress_);
    column->addWidget(sentCount_);
    column->addWidget(area, 1);
    return makeStep(tr("How it went"), middle);
}

void OfferRulesDialog::follow() {
    const int step = steps_->currentIndex();
    const bool ready = step == Rules    ? rules_->isComplete(client::RuleSets::kMostOffered)
                       : step == People ? !people_->chosen().isEmpty()
                                        : true;
    back_->setVisible(step == People || step == Summary);
    cancel_->setVisible(step != Results);
    next_->setText(step == Summary ? tr("Offer now") : step == Results ? tr("Done") : tr("Next"));
    next_->setAccessibleName(next_->text());
    next_->setEnabled(step == Results ? sent_ == chosen_.size() : ready);
}

void OfferRulesDialog::forward() {
    const int step = steps_->currentIndex();
    if (step == Results) {
        accept();
        return;
    }
    if (step == People)
        summarise();
    steps_->setCurrentIndex(step + 1);
    if (step == Summary)
        send();
    follow();
}

void OfferRulesDialog::summarise() {
    set_ = rules_->chosen();
    chosen_ = people_->chosen();
    QStringList names;
    for (const auto& person : chosen_)
        names << oneLine(person.name, kOfferedNameLength);
    to_->setText(tr("“%1”, to: %2")
                     .arg(QString::fromStdString(set_.name),
                          oneLine(names.join(tr(", ", "between names")), kNamesLength)));
    QList<client::SetRowView> rows;
    for (const auto& row : all_)
        for (const auto& wanted : set_.rows)
            if (row.phrase == QString::fromStdString(wanted.phrase))
                rows << row;
    summary_->showRules(rows);
}

void OfferRulesDialog::send() {
    sent_ = 0;
    progress_->setRange(0, int(chosen_.size()));
    sendNext();
}

// One at a time, so that the window shows how far it is.
void OfferRulesDialog::sendNext() {
    progress_->setValue(sent_);
    sentCount_->setText(tr("%1 of %2").arg(QString::number(sent_), QString::number(chosen_.size())));
    follow();
    if (sent_ == chosen_.size())
        return;
    const auto& person = chosen_.at(sent_);
    addResult(person, sets_.offer(person.id, set_));
    ++sent_;
    QTimer::singleShot(0, this, &OfferRulesDialog::sendNext);
}

void OfferRulesDialog::addResult(const client::ContactView& person, const Result<MessageId>& sent) {
    auto* row = new PlainLabel(
        tr("%1: %2", "person, how it went").arg(oneLine(person.name, kOfferedNameLength), resultWords(sent)),
        this);
    row->setInk(sent ? color::kText : color::kAlarm);
    results_->addWidget(row);
}

}  // namespace sesame::app
