// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_window.h"

#include "app/audit_viewer.h"
#include "app/choose_path.h"
#include "app/command_form.h"
#include "app/own_picture.h"
#include "app/plain_text.h"
#include "app/rule_editor.h"
#include "app/say.h"
#include "app/standing_page.h"
#include "ui_settings_window.h"

#include <QBoxLayout>
#include <QDir>

namespace sesame::app {
namespace {

const QStringList& pageNames() {
    static const QStringList kNames{
        QStringLiteral("general"),       QStringLiteral("appearance"), QStringLiteral("language"),
        QStringLiteral("notifications"), QStringLiteral("privacy"),    QStringLiteral("accessibility"),
        QStringLiteral("rules"),         QStringLiteral("history"),    QStringLiteral("shares")};
    return kNames;
}
/// A safety setting: no rule can reach it (S25, S35).
constexpr const char* kOnScreenKeyboard = "on-screen-keyboard";
constexpr int kRules = 6;
constexpr int kHistory = 7;
constexpr int kShares = 8;

QString protectionWords(const QString& protection) {
    if (protection == QLatin1String("secret-service"))
        return SettingsWindow::tr("The password store of this desktop");
    if (protection == QLatin1String("passphrase"))
        return SettingsWindow::tr("Your passphrase");
    return SettingsWindow::tr("A key file that only your user account can read");
}

}  // namespace

SettingsWindow::SettingsWindow(client::Client& client, const desktop::InstalledPrograms& programs,
                               const QString& directory, QWidget* parent)
    : QDialog(parent), client_(client), programs_(programs), ui_(std::make_unique<Ui::SettingsWindow>()) {
    ui_->setupUi(this);
    setWindowTitle(tr("Settings"));
    dress();
    showGeneral(directory);
    for (const auto* key : {"text-size", "language", "notification-sound", kOnScreenKeyboard})
        showSetting(QLatin1String(key), client_.setting(QLatin1String(key)));
    showSetting(OwnPicture::setting(), client_.setting(OwnPicture::setting()));
    showPrivacy();
    connectPages();
    openPage(pageNames().front());
}

SettingsWindow::~SettingsWindow() = default;

void SettingsWindow::dress() {
    ui_->settingsPages->ensurePolished();  // rows are as high as the style sheet says, not as plain text
    for (const auto& name : pageNames())
        ui_->settingsPages->addItem(pageWords(name));
    for (auto* title : {ui_->generalTitle, ui_->appearanceTitle, ui_->languageTitle, ui_->notificationsTitle,
                        ui_->privacyTitle, ui_->accessibilityTitle})
        title->setScale(1.4, true);
    for (auto* caption : {ui_->ownNameCaption, ui_->handleCaption, ui_->hubCaption, ui_->protectionCaption,
                          ui_->folderCaption, ui_->textSizeWords, ui_->keyboardHint, ui_->ownPictureHint})
        caption->setQuiet(true);
    for (const auto* language : {"system", "en", "zh_CN"})
        ui_->languageBox->addItem(valueWords(QLatin1String(language)), QLatin1String(language));
}

void SettingsWindow::connectPages() {
    connect(ui_->settingsPages, &QListWidget::currentRowChanged, this, &SettingsWindow::makePage);
    const std::pair<QRadioButton*, const char*> sizes[] = {{ui_->smallButton, "small"},
                                                           {ui_->normalButton, "normal"},
                                                           {ui_->largeButton, "large"},
                                                           {ui_->hugeButton, "huge"}};
    for (const auto& [button, size] : sizes)
        connect(button, &QRadioButton::clicked, this,
                [this, value = QLatin1String(size)] { choose(QStringLiteral("text-size"), value); });
    connect(ui_->languageBox, &QComboBox::activated, this,
            [this] { choose(QStringLiteral("language"), ui_->languageBox->currentData().toString()); });
    connect(ui_->soundBox, &QCheckBox::clicked, this, [this](bool on) {
        choose(QStringLiteral("notification-sound"), on ? QStringLiteral("on") : QStringLiteral("off"));
    });
    connect(ui_->keyboardBox, &QCheckBox::clicked, this, [this](bool on) {
        choose(QLatin1String(kOnScreenKeyboard), on ? QStringLiteral("on") : QStringLiteral("off"));
    });
    connect(ui_->otherPictureButton, &QPushButton::clicked, this, [this] {
        const auto now = client_.setting(OwnPicture::setting());
        choose(OwnPicture::setting(), OwnPicture::drawn(now));
    });
    connect(ui_->addPlaceButton, &QPushButton::clicked, this, &SettingsWindow::addPlace);
    connect(ui_->removePlaceButton, &QPushButton::clicked, this, &SettingsWindow::removePlace);
    connect(ui_->unblockButton, &QPushButton::clicked, this, &SettingsWindow::unblock);
    connect(&client_, &client::Client::settingChanged, this, &SettingsWindow::showSetting);
    connect(&client_, &client::Client::contactChanged, this, &SettingsWindow::showPrivacy);
}

void SettingsWindow::openPage(const QString& page) {
    const auto row = int(std::max<qsizetype>(0, pageNames().indexOf(page)));
    ui_->settingsPages->setCurrentRow(row);
    makePage(row);
    // A new language makes this window anew; whoever tries one after the other stays at the list.
    if (page == QLatin1String("language"))
        ui_->languageBox->setFocus();
}

QString SettingsWindow::page() const {
    return pageNames().at(std::max(0, ui_->settingsPages->currentRow()));
}

RuleEditor& SettingsWindow::rules() {
    if (!rules_) {
        rules_ = new RuleEditor(client_, programs_, this);
        ui_->pages->addWidget(rules_);
    }
    return *rules_;
}

void SettingsWindow::makePage(int row) {
    if (row < kRules) {
        ui_->pages->setCurrentIndex(row);
    } else if (row == kRules) {
        ui_->pages->setCurrentWidget(&rules());
    } else if (row == kHistory) {
        auto* viewer = findChild<AuditViewer*>();
        if (!viewer) {
            viewer = new AuditViewer(client_.audit(), this);
            ui_->pages->addWidget(viewer);
        }
        ui_->pages->setCurrentWidget(viewer);
    } else if (row == kShares) {
        auto* page = findChild<StandingPage*>();
        if (!page) {
            page = new StandingPage(client_.shares(), this);
            ui_->pages->addWidget(page);
        }
        ui_->pages->setCurrentWidget(page);
    }
}

void SettingsWindow::showGeneral(const QString& directory) {
    const auto account = client_.account().value_or(client::AccountView{});
    ui_->ownNameValue->setText(oneLine(account.name, 80));
    ui_->handleValue->setText(oneLine(account.handle, 120));
    ui_->hubValue->setText(oneLine(account.hub, 200));
    ui_->protectionValue->setText(protectionWords(account.keyProtection));
    ui_->folderValue->setText(directory);
    for (auto* value : {ui_->handleValue, ui_->hubValue, ui_->folderValue})
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void SettingsWindow::showSetting(const QString& key, const QString& value) {
    if (key == QLatin1String("text-size")) {
        auto* button = value == QLatin1String("small")   ? ui_->smallButton
                       : value == QLatin1String("large") ? ui_->largeButton
                       : value == QLatin1String("huge")  ? ui_->hugeButton
                                                         : ui_->normalButton;
        button->setChecked(true);
    } else if (key == QLatin1String("language")) {
        ui_->languageBox->setCurrentIndex(std::max(0, ui_->languageBox->findData(value)));
    } else if (key == QLatin1String("notification-sound")) {
        ui_->soundBox->setChecked(value != QLatin1String("off"));
    } else if (key == QLatin1String(kOnScreenKeyboard)) {
        ui_->keyboardBox->setChecked(value == QLatin1String("on"));
    } else if (key == OwnPicture::setting()) {
        ui_->ownPicture->show(value);
        ui_->ownPictureValue->setText(OwnPicture::words(value));
    }
}

void SettingsWindow::showPrivacy() {
    ui_->placesList->clear();
    for (const auto& place : client_.allowedPlaces())
        ui_->placesList->addItem(oneLine(place, 1000));
    ui_->blockedList->clear();
    for (const auto& contact : client_.contacts()) {
        if (contact.state != client::ContactState::Blocked)
            continue;
        auto* item = new QListWidgetItem(oneLine(contact.name, 80), ui_->blockedList);
        item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(contact.id.value));
    }
}

void SettingsWindow::addPlace() {
    chooseFolder(this, tr("Which folder?"), QDir::homePath(), [this](const QString& place) { allow(place); });
}

void SettingsWindow::allow(const QString& place) {
    auto places = client_.allowedPlaces();
    places.removeAll(place);
    places.append(place);
    if (!client_.setAllowedPlaces(places))
        say(this, tr("Privacy"), tr("This folder cannot be allowed."));
    showPrivacy();
}

void SettingsWindow::removePlace() {
    const int row = ui_->placesList->currentRow();
    auto places = client_.allowedPlaces();
    if (row < 0 || row >= places.size())
        return;
    places.removeAt(row);
    if (!client_.setAllowedPlaces(places))
        say(this, tr("Privacy"), tr("The folder could not be removed."));
    showPrivacy();
}

void SettingsWindow::unblock() {
    const auto* item = ui_->blockedList->currentItem();
    if (item && !client_.setBlocked(client::ContactId{item->data(Qt::UserRole).toLongLong()}, false))
        say(this, tr("Privacy"), tr("That did not work. Please try again."));
    showPrivacy();
}

void SettingsWindow::choose(const QString& key, const QString& value) {
    if (!client_.setSetting(key, value))
        say(this, tr("Settings"), tr("The setting could not be saved."));
}

}  // namespace sesame::app
