// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media_key.h"

#include "sesame/client/views.h"
#include "sesame/desktop/installed_programs.h"
#include "sesame/trigger/rule_check.h"

#include <QDialog>
#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace sesame::app {

class CommandForm;
class PlainLabel;

/// Makes or changes one rule. Says at once, in plain words, why a phrase cannot be a key, and has a field to
/// try what a sentence would do.
class RuleForm : public QDialog {
    Q_OBJECT

  public:
    /// `edited` empty: a new rule. `others`: all rules of this pair.
    /// `recognise` says what a file is recognised by, see client::Environment; empty: only phrases can be
    /// chosen.
    RuleForm(const std::optional<client::RuleView>& edited, QList<client::RuleView> others,
             const desktop::InstalledPrograms& programs, MediaKey::Recognise recognise = {},
             QWidget* parent = nullptr);
    /// Empty when a file is the key.
    QString phrase() const;
    trigger::Command command() const;
    client::RuleTerms terms() const;
    void showProblem(const QString& sentence);

  Q_SIGNALS:
    void saveWanted();

  protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    /// As large as all of its words need, where the screen has that.
    void fitSize();
    void build();
    QLayout* makeAnswers();
    QWidget* makeFields();
    QLayout* makeTerms();
    QWidget* makeTryBox();
    bool isByFile() const;
    void keyChosen();
    void tryFile();
    void lookAt(const QString& file);
    void tried(const trigger::MediaPrint& print);
    void check();
    void tryOut();
    std::optional<trigger::RuleProblem> problem() const;
    MediaKey::Recognise recognise_;
    std::optional<RuleId> id_;
    QList<client::RuleView> others_;
    QScrollArea* area_;
    QComboBox* keyKind_;
    QLineEdit* phrase_;
    MediaKey* media_;
    CommandForm* command_;
    QComboBox* ways_;
    QComboBox* place_;
    QComboBox* days_;
    PlainLabel* verdict_;
    QLineEdit* try_;
    QPushButton* tryFile_;
    PlainLabel* outcome_;
    QPushButton* save_;
};

}  // namespace sesame::app
