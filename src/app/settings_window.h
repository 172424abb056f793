// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/client.h"

#include <QDialog>
#include <memory>

namespace Ui {
class SettingsWindow;
}

namespace sesame::app {

class RuleEditor;

/// All settings; each takes effect at once. The rule table and the history are pages here and are made when
/// they are first looked at.
class SettingsWindow : public QDialog {
    Q_OBJECT

  public:
    SettingsWindow(client::Client& client, const desktop::InstalledPrograms& programs,
                   const QString& directory, QWidget* parent = nullptr);
    ~SettingsWindow() override;

    /// "general", "appearance", "language", "notifications", "privacy", "accessibility", "rules", "history",
    /// "shares".
    void openPage(const QString& page);
    QString page() const;
    RuleEditor& rules();

  private:
    void dress();
    void connectPages();
    void makePage(int row);
    void showGeneral(const QString& directory);
    void showSetting(const QString& key, const QString& value);
    void showPrivacy();
    void addPlace();
    void allow(const QString& place);
    void removePlace();
    void unblock();
    void choose(const QString& key, const QString& value);

    client::Client& client_;
    const desktop::InstalledPrograms& programs_;
    std::unique_ptr<Ui::SettingsWindow> ui_;
    RuleEditor* rules_ = nullptr;
};

}  // namespace sesame::app
