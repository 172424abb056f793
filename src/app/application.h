// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/first_start.h"
#include "app/main_window.h"
#include "app/questions.h"
#include "app/safety_windows.h"
#include "app/single_instance.h"
#include "app/start_options.h"
#include "app/viewed_shares.h"

#include "sesame/base/clock.h"
#include "sesame/client/client.h"
#include "sesame/client/hosted_hub.h"
#include "sesame/crypto/random.h"
#include "sesame/desktop/process_launcher.h"
#include "sesame/desktop/xdg_programs.h"
#include "sesame/media/media_reader.h"

#include <QObject>
#include <memory>

namespace sesame::app {

class HelpWindows;
class ShareRecord;
class ShareWindows;
class UnlockDialog;

/// The way from the start to the main window: key, database, account. Owns everything that the program has
/// one of.
class Application : public QObject {
    Q_OBJECT

  public:
    explicit Application(StartOptions options, QObject* parent = nullptr);
    ~Application() override;
    /// False: another window has this data and was raised.
    bool start();

  private:
    void openExisting(client::KeyVault::Protection protection);
    void unlock(const QString& passphrase);
    void askFirst();
    void begin(const FirstStartChoice& choice);
    void openClient(const crypto::Key& key, client::KeyVault::Protection protection);
    QString openProblem(ErrorCode code) const;
    void host();
    void startHub();
    void adoptHub();
    void expectStored(const Status& status);
    void createAccount(const QString& hub, const QString& fingerprint);
    void failStart(const QString& sentence);
    void showMain();
    void rebuildMain();
    void makeWindows();
    void applySetting(const QString& key, const QString& value);
    void raise(const QString& link);

    StartOptions options_;
    SingleInstance instance_;
    SystemClock clock_;
    crypto::SystemRandom random_;
    desktop::XdgPrograms programs_;
    desktop::ProcessLauncher launcher_;
    std::unique_ptr<desktop::Windows> windows_;
    std::unique_ptr<desktop::SharedDesktop> desktop_;
    media::MediaReader recogniser_;  // beside the one that makes previews, which may have much to do
    std::unique_ptr<client::HostedHub> hub_;
    std::unique_ptr<client::Client> client_;
    FirstStartChoice choice_;
    Drafts drafts_;
    OpenQuestions questions_;
    std::unique_ptr<FirstStart> first_;
    std::unique_ptr<UnlockDialog> unlock_;
    std::unique_ptr<MainWindow> main_;
    std::unique_ptr<HelpWindows> help_;
    std::unique_ptr<ShareRecord> record_;
    TakePlaces places_;
    std::unique_ptr<ShareWindows> shares_;
    SafetyWindows safety_;
};

}  // namespace sesame::app
