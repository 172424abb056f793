// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/key_vault.h"

#include <QDialog>
#include <memory>

namespace Ui {
class FirstStart;
}

namespace sesame::app {

/// What the first start asked.
struct FirstStartChoice {
    enum class Way { Invitation, Host, Address };
    QString name;
    Way way = Way::Invitation;
    QString invitation;
    QString hub;
    QString fingerprint;
    client::KeyVault::Protection protection = client::KeyVault::Protection::SecretService;
    QString passphrase;
};

/// The first start: one question a page, Back always works. Creates nothing itself.
class FirstStart : public QDialog {
    Q_OBJECT

  public:
    explicit FirstStart(QWidget* parent = nullptr);
    ~FirstStart() override;

    void fill(const QString& name, const QString& invitation);
    /// From now on it waits; with a problem, Back leads to the questions again.
    void showWork(const QString& sentence);
    void showProblem(const QString& sentence);

  Q_SIGNALS:
    void chosen(const sesame::app::FirstStartChoice& choice);

  private:
    void dress();
    void go(int page);
    void next();
    void back();
    int pageOfWay() const;
    QString problemOnPage() const;
    FirstStartChoice choice() const;
    std::unique_ptr<Ui::FirstStart> ui_;
    QString workWords_;
};

}  // namespace sesame::app
