// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/installed_programs.h"
#include "sesame/trigger/command.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace sesame::app {

class PlainLabel;
class RemoteForm;
class ShareForm;

/// The part of the rule form that says what a rule does: open a program, open a file, change a setting of
/// this chat program, begin a help session, or share a folder.
class CommandForm : public QWidget {
    Q_OBJECT

  public:
    explicit CommandForm(const desktop::InstalledPrograms& programs, QWidget* parent = nullptr);
    void setCommand(const trigger::Command& command);
    trigger::Command command() const;

  Q_SIGNALS:
    void changed();

  private:
    QWidget* makeProgramPage();
    QWidget* makeFilePage();
    QWidget* makeSettingPage();
    void fillSettings();
    void fillValues();
    void describeProgram();
    const desktop::InstalledPrograms& programs_;
    QComboBox* kind_;
    QStackedWidget* pages_;
    QLineEdit* program_;
    PlainLabel* found_;
    QLineEdit* file_;
    QComboBox* setting_;
    QComboBox* value_;
    RemoteForm* remote_;
    ShareForm* share_;
};

/// Names of settings, their values and pages, as the settings window calls them.
QString settingWords(const QString& key);
QString valueWords(const QString& value);
QString pageWords(const QString& page);

}  // namespace sesame::app
