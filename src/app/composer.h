// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/client/views.h"

#include <QImage>
#include <QWidget>
#include <optional>

class QMenu;
class QPushButton;

namespace sesame::app {

class MessageEdit;
class PlainLabel;

/// A message that was begun and not sent.
struct Draft {
    QString text;
    int cursor = 0;
    std::optional<std::int64_t> pastedAt;  ///< boot clock
};

/// The lower edge of a conversation: what is being written, "Send", files, and "Invite" for the helper.
class Composer : public QWidget {
    Q_OBJECT

  public:
    explicit Composer(const Clock& clock, QWidget* parent = nullptr);

    Draft draft() const;
    void setDraft(const Draft& draft);
    void clear() { setDraft({}); }
    void focusText();
    /// Without a reason: writing is possible.
    void setClosed(const QString& reason);
    void showProblem(const QString& sentence);
    /// Not while somebody else's hand could press it: what is spoken here would go to them.
    void setVoicePossible(bool possible);
    /// Where only text can be sent.
    void setWordsOnly();
    QPushButton* inviteButton() const { return invite_; }

  Q_SIGNALS:
    /// The text stays until somebody calls clear().
    void sendWanted(const QString& text, const sesame::client::Composition& how);
    void inviteWanted();
    /// The button: which file is to be asked.
    void attachWanted();
    void filesGiven(const QStringList& paths);
    void pictureGiven(const QImage& picture);
    void voiceWanted();

  private:
    void send();
    void follow();
    MessageEdit* edit_;
    QPushButton* send_;
    QPushButton* invite_;
    QPushButton* attach_;
    QPushButton* voice_;
    PlainLabel* problem_;
    bool closed_ = false;
    bool voicePossible_ = true;
};

}  // namespace sesame::app
