// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/help_windows.h"
#include "app/language.h"
#include "app/own_picture.h"
#include "app/say.h"
#include "app/share_record.h"
#include "app/share_windows.h"
#include "app/style.h"
#include "app/unlock_dialog.h"

#include <QApplication>
#include <QTimer>
#include <QUrl>

namespace sesame::app {

using client::Client;
using client::KeyVault;

Application::Application(StartOptions options, QObject* parent)
    : QObject(parent),
      options_(std::move(options)),
      instance_(options_.directory),
      windows_(desktop::openWindows()),
      desktop_(desktop::openSharedDesktop(clock_)) {
}

Application::~Application() = default;

bool Application::start() {
    if (instance_.raiseOther(options_.invitation))
        return false;
    connect(&instance_, &SingleInstance::raised, this, &Application::raise);
    if (const auto protection = KeyVault::existing(options_.directory))
        openExisting(*protection);
    else
        askFirst();
    return true;
}

void Application::openExisting(KeyVault::Protection protection) {
    if (protection != KeyVault::Protection::Passphrase) {
        KeyVault::fetch(options_.directory, protection, {}, [this](Result<crypto::Key> key, auto used) {
            if (key)
                openClient(*key, used);
            else
                failStart(tr(
                    "The key of your messages cannot be fetched from the password store of this desktop."));
        });
        return;
    }
    unlock_ = std::make_unique<UnlockDialog>();
    connect(unlock_.get(), &UnlockDialog::passphraseGiven, this, &Application::unlock);
    connect(unlock_.get(), &QDialog::rejected, qApp, &QApplication::quit);
    unlock_->show();
}

void Application::unlock(const QString& passphrase) {
    KeyVault::fetch(options_.directory, KeyVault::Protection::Passphrase, passphrase,
                    [this](Result<crypto::Key> key, auto used) {
                        if (key)
                            openClient(*key, used);
                        else
                            unlock_->showProblem(tr("That is not the passphrase."));
                    });
}

void Application::askFirst() {
    first_ = std::make_unique<FirstStart>();
    first_->fill(options_.name, options_.invitation);
    connect(first_.get(), &FirstStart::chosen, this, &Application::begin);
    connect(first_.get(), &QDialog::rejected, qApp, &QApplication::quit);
    first_->show();
    if (!options_.complete())
        return;
    FirstStartChoice given;
    given.name = options_.name;
    given.way = options_.hub.isEmpty() ? FirstStartChoice::Way::Invitation : FirstStartChoice::Way::Address;
    given.invitation = options_.invitation;
    given.hub = options_.hub;
    given.fingerprint = options_.fingerprint;
    first_->showWork(tr("Making your key and connecting."));
    begin(given);
}

void Application::begin(const FirstStartChoice& choice) {
    choice_ = choice;
    const auto connectNow = [this] {
        if (choice_.way == FirstStartChoice::Way::Host)
            host();
        else if (choice_.way == FirstStartChoice::Way::Invitation)
            createAccount(choice_.invitation, {});
        else
            createAccount(choice_.hub, choice_.fingerprint);
    };
    if (client_) {  // Back was pressed after the database had been made
        connectNow();
        return;
    }
    KeyVault::fetch(options_.directory, choice.protection, choice.passphrase,
                    [this, connectNow](Result<crypto::Key> key, auto used) {
                        if (!key) {
                            failStart(tr("The key for your messages could not be made."));
                            return;
                        }
                        openClient(*key, used);
                        // At a later start the account is there already, and its windows are.
                        if (client_ && !client_->account())
                            connectNow();
                    });
}

void Application::openClient(const crypto::Key& key, KeyVault::Protection protection) {
    const client::Environment environment{clock_,
                                          random_,
                                          programs_,
                                          *windows_,
                                          launcher_,
                                          *desktop_,
                                          desktop::openWindows,
                                          desktop::watchSession,
                                          true,
                                          desktop::isSessionAway,
                                          [this](const QString& path, QObject* context, const auto& then) {
                                              recogniser_.print(path, context, then);
                                          }};
    auto opened = Client::open(options_.directory, key, KeyVault::name(protection), environment);
    if (!opened) {
        const auto code = opened.error().code;
        if (!unlock_)
            failStart(openProblem(code));
        else
            unlock_->showProblem(code == ErrorCode::Refused ? tr("That is not the passphrase.")
                                                            : openProblem(code));
        return;
    }
    client_ = *std::move(opened);
    instance_.listen();
    if (client::HostedHub::exists(options_.directory))
        startHub();
    connect(client_.get(), &Client::settingChanged, this, &Application::applySetting);
    connect(client_.get(), &Client::accountCreated, this, &Application::showMain);
    connect(&safety_, &SafetyWindows::opened, client_.get(),
            [this](bool open) { client_->sessions().safetyWindow(open); });
    if (safety_.open())
        client_->sessions().safetyWindow(true);
    if (client_->setting(OwnPicture::setting()).isEmpty())
        (void)client_->setSetting(OwnPicture::setting(), OwnPicture::drawn());  // else at the next start
    applyTextSize(client_->setting(QStringLiteral("text-size")));
    applyLanguage(client_->setting(QStringLiteral("language")));
    if (client_->account())
        showMain();
    else if (!first_)
        askFirst();
}

QString Application::openProblem(ErrorCode code) const {
    switch (code) {
        case ErrorCode::Unavailable:
            return tr("Another program has your messages open. Please close it first.");
        case ErrorCode::Expired:
            return tr(
                "Your messages were kept by a newer Sesame than this one. Nothing is lost: please install "
                "the newer one again.");
        case ErrorCode::Full:
            return tr(
                "Your messages cannot be opened, because the disk is full. Please make room and start "
                "Sesame again.");
        case ErrorCode::Io:
            return tr("Your messages cannot be opened, because the folder %1 cannot be read or written.")
                .arg(options_.directory);
        default:
            return tr("Your messages cannot be opened. The file is damaged, or the key is another one.");
    }
}

void Application::host() {
    startHub();
    if (hub_ && hub_->address())
        adoptHub();
}

void Application::startHub() {
    if (hub_)
        return;
    hub_ = std::make_unique<client::HostedHub>(options_.directory);
    connect(hub_.get(), &client::HostedHub::ready, this, &Application::adoptHub);
    connect(hub_.get(), &client::HostedHub::failed, this, [this] {
        if (first_)
            failStart(tr("The meeting place on this computer does not start."));
    });
    if (hub_->start())
        return;
    hub_.reset();
    if (first_)
        failStart(
            tr("The program sesame-hub is not installed, so this computer cannot be the meeting place."));
}

void Application::adoptHub() {
    const auto own = *hub_->address();
    const auto account = client_->account();
    if (!account) {
        createAccount(own.url, own.fingerprintHex());
        return;
    }
    if (QUrl(account->hub).host() != QUrl(own.url).host())
        return;  // the account is at somebody else's; this one was begun here before that
    expectStored(client_->moveHub(own.url, own.fingerprintHex()));
    if (const auto outside = hub_->publicAddress())
        expectStored(client_->setPublicHub(outside->url, outside->fingerprintHex()));
}

void Application::expectStored(const Status& status) {
    if (!status && main_)
        say(main_.get(), QStringLiteral("Sesame"),
            tr("The address of the meeting place could not be stored."));
}

void Application::createAccount(const QString& hub, const QString& fingerprint) {
    disconnect(client_.get(), &Client::connectionChanged, first_.get(), nullptr);
    connect(client_.get(), &Client::connectionChanged, first_.get(), [this] {
        const auto problem = client_->connectionProblem();
        if (first_)
            first_->showProblem(
                problem.isEmpty() ? QString() : tr("%1\nPress Back to check what you entered.").arg(problem));
    });
    const auto begun = client_->createAccount(choice_.name, hub, fingerprint);
    if (!begun)
        failStart(begun.error().code == ErrorCode::Malformed
                      ? tr("That is not a usable address or link. Please check it.")
                      : tr("The account could not be made."));
}

void Application::failStart(const QString& sentence) {
    if (!first_) {
        first_ = std::make_unique<FirstStart>();
        connect(first_.get(), &QDialog::rejected, qApp, &QApplication::quit);
        connect(first_.get(), &FirstStart::chosen, this, &Application::begin);
        first_->showWork({});
        first_->show();
    }
    first_->showProblem(sentence);
}

void Application::showMain() {
    if (hub_ && hub_->address())
        adoptHub();
    makeWindows();
    main_->show();
    // The dialogs may be the ones that called us.
    for (QDialog* done :
         {static_cast<QDialog*>(first_.release()), static_cast<QDialog*>(unlock_.release())}) {
        if (done) {
            done->hide();
            done->deleteLater();
        }
    }
}

void Application::makeWindows() {
    help_ = std::make_unique<HelpWindows>(client_->sessions(), clock_);
    help_->setOwnPicture(client_->setting(OwnPicture::setting()));
    if (!record_)
        record_ = std::make_unique<ShareRecord>(client_->shares(), clock_);
    shares_ = std::make_unique<ShareWindows>(
        ShareTools{client_->shares(), *record_, places_, random_, programs_, launcher_});
    main_ =
        std::make_unique<MainWindow>(*client_, clock_, programs_, options_.directory, drafts_, questions_);
    connect(main_.get(), &MainWindow::screenWanted, help_.get(), &HelpWindows::bringToFront);
    connect(main_.get(), &MainWindow::sharedFilesWanted, shares_.get(), &ShareWindows::bringToFront);
    connect(main_.get(), &MainWindow::hostedShareWanted, shares_.get(), &ShareWindows::openHosted);
    connect(main_.get(), &MainWindow::savedFileWanted, shares_.get(), &ShareWindows::openSaved);
    connect(main_.get(), &MainWindow::leftFilesWanted, shares_.get(), &ShareWindows::openLeftFiles);
}

void Application::rebuildMain() {
    if (!main_)
        return;
    // What waits for its answer belongs to a window, and the windows are made anew.
    if (const auto* waits = QApplication::activeModalWidget()) {
        connect(waits, &QObject::destroyed, this,
                [this] { QTimer::singleShot(0, this, &Application::rebuildMain); });
        return;
    }
    // Every text is made anew in the other language; what was open opens again.
    const auto contact = main_->openedContact();
    const auto group = main_->openedGroup();
    const auto page = main_->openSettingsPage();
    const auto place = main_->geometry();
    const auto shares = shares_->opened();
    const auto dialogs = main_->openDialogs();
    // For a moment there is no window at all; that is not the end of the program.
    QApplication::setQuitOnLastWindowClosed(false);
    main_.reset();
    help_.reset();
    shares_.reset();
    makeWindows();
    shares_->open(shares);
    main_->setGeometry(place);
    if (contact)
        main_->openContact(*contact);
    if (group)
        main_->openGroup(*group);
    main_->show();
    if (!page.isEmpty())
        main_->openSettings(page);
    main_->reopen(dialogs);
    QApplication::setQuitOnLastWindowClosed(true);
}

void Application::applySetting(const QString& key, const QString& value) {
    if (key == OwnPicture::setting() && help_)
        help_->setOwnPicture(value);
    if (key == QLatin1String("text-size"))
        applyTextSize(value);
    else if (key == QLatin1String("language"))
        applyLanguage(value);
    else
        return;
    // A style sheet keeps widgets from taking a new font, so both need new ones; not from inside the window
    // that is to be replaced.
    QTimer::singleShot(0, this, &Application::rebuildMain);
}

void Application::raise(const QString& link) {
    if (!main_)
        return;
    main_->bringToFront();
    if (!link.isEmpty())
        main_->openAddContact(link);
}

}  // namespace sesame::app
