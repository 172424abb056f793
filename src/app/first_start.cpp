// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_start.h"

#include "app/style.h"
#include "ui_first_start.h"

#include "sesame/client/plain_text.h"

namespace sesame::app {
namespace {

enum Page { Name, Ways, Invitation, Host, Address, Protection, Work };
constexpr int kLeastPassphrase = 8;

}  // namespace

FirstStart::FirstStart(QWidget* parent) : QDialog(parent), ui_(std::make_unique<Ui::FirstStart>()) {
    ui_->setupUi(this);
    setWindowTitle(tr("Welcome to Sesame"));
    dress();
    connect(ui_->nextButton, &QPushButton::clicked, this, &FirstStart::next);
    connect(ui_->backButton, &QPushButton::clicked, this, &FirstStart::back);
    connect(ui_->passphraseButton, &QRadioButton::toggled, this, [this](bool on) {
        ui_->passphraseEdit->setVisible(on);
        ui_->passphraseAgainEdit->setVisible(on);
    });
    ui_->passphraseEdit->hide();
    ui_->passphraseAgainEdit->hide();
    ui_->nextButton->setDefault(true);
    go(Name);
}

FirstStart::~FirstStart() = default;

void FirstStart::dress() {
    for (auto* title : {ui_->nameTitle, ui_->waysTitle, ui_->invitationTitle, ui_->hostTitle,
                        ui_->addressTitle, ui_->protectionTitle, ui_->workTitle})
        title->setScale(1.5, true);
    for (auto* words :
         {ui_->nameWords, ui_->invitationWords, ui_->hostWords, ui_->addressWords, ui_->protectionWords})
        words->setQuiet(true);
    ui_->problemLabel->setInk(color::kAlarm);
    ui_->invitationWay->setChecked(true);
    ui_->keyringButton->setChecked(true);
    ui_->nameEdit->setMaxLength(64);
    ui_->invitationEdit->setMaxLength(4096);
    ui_->passphraseEdit->setEchoMode(QLineEdit::Password);
    ui_->passphraseAgainEdit->setEchoMode(QLineEdit::Password);
}

void FirstStart::fill(const QString& name, const QString& invitation) {
    ui_->nameEdit->setText(name);
    ui_->invitationEdit->setText(invitation);
}

int FirstStart::pageOfWay() const {
    if (ui_->hostWay->isChecked())
        return Host;
    return ui_->addressWay->isChecked() ? Address : Invitation;
}

void FirstStart::go(int page) {
    ui_->pages->setCurrentIndex(page);
    ui_->problemLabel->clear();
    ui_->backButton->setVisible(page != Name);
    ui_->nextButton->setVisible(page != Work);
    ui_->nextButton->setText(page == Protection ? tr("Start") : tr("Next"));
    ui_->nextButton->setAccessibleName(ui_->nextButton->text());
    if (page == Name)
        ui_->nameEdit->setFocus();
    else if (page == Invitation)
        ui_->invitationEdit->setFocus();
    else if (page == Address)
        ui_->addressEdit->setFocus();
    else
        ui_->nextButton->setFocus();
}

QString FirstStart::problemOnPage() const {
    switch (ui_->pages->currentIndex()) {
        case Name:
            if (ui_->nameEdit->text().trimmed().isEmpty())
                return tr("Please write your name.");
            return client::isPlainName(ui_->nameEdit->text().trimmed())
                       ? QString()
                       : tr("This name is too long, or has signs in it that cannot be shown. Please write a "
                            "shorter one.");
        case Invitation:
            return ui_->invitationEdit->text().trimmed().startsWith(QLatin1String("sesame:"))
                       ? QString()
                       : tr("That is not an invitation link; it begins with sesame:");
        case Address:
            return ui_->addressEdit->text().trimmed().startsWith(QLatin1String("wss://"))
                       ? QString()
                       : tr("The address begins with wss://");
        case Protection:
            if (!ui_->passphraseButton->isChecked())
                return {};
            if (ui_->passphraseEdit->text().size() < kLeastPassphrase)
                return tr("The passphrase needs at least %n character(s).", nullptr, kLeastPassphrase);
            return ui_->passphraseEdit->text() == ui_->passphraseAgainEdit->text()
                       ? QString()
                       : tr("The two passphrases differ.");
        default:
            return {};
    }
}

void FirstStart::next() {
    const auto problem = problemOnPage();
    ui_->problemLabel->setText(problem);
    if (!problem.isEmpty())
        return;
    switch (ui_->pages->currentIndex()) {
        case Name:
            go(Ways);
            break;
        case Ways:
            go(pageOfWay());
            break;
        case Protection:
            showWork(tr("Making your key and connecting."));
            Q_EMIT chosen(choice());
            break;
        default:
            go(Protection);
            break;
    }
}

void FirstStart::back() {
    switch (ui_->pages->currentIndex()) {
        case Work:
            go(Protection);
            break;
        case Protection:
            go(pageOfWay());
            break;
        case Ways:
            go(Name);
            break;
        default:
            go(Ways);
            break;
    }
}

FirstStartChoice FirstStart::choice() const {
    using client::KeyVault;
    using Way = FirstStartChoice::Way;
    FirstStartChoice out;
    out.name = ui_->nameEdit->text().trimmed();
    out.way = ui_->hostWay->isChecked()      ? Way::Host
              : ui_->addressWay->isChecked() ? Way::Address
                                             : Way::Invitation;
    out.invitation = ui_->invitationEdit->text().trimmed();
    out.hub = ui_->addressEdit->text().trimmed();
    out.fingerprint = ui_->fingerprintEdit->text().trimmed();
    out.protection = ui_->passphraseButton->isChecked() ? KeyVault::Protection::Passphrase
                     : ui_->keyFileButton->isChecked()  ? KeyVault::Protection::KeyFile
                                                        : KeyVault::Protection::SecretService;
    out.passphrase = ui_->passphraseEdit->text();
    return out;
}

void FirstStart::showWork(const QString& sentence) {
    go(Work);
    workWords_ = sentence;
    showProblem({});
}

void FirstStart::showProblem(const QString& sentence) {
    // The reason stands where the eye already is.
    const bool working = sentence.isEmpty();
    ui_->workProgress->setVisible(working);
    ui_->workTitle->setText(working ? tr("One moment…") : tr("That did not work yet"));
    ui_->workWords->setText(working ? workWords_ : sentence);
}

}  // namespace sesame::app
