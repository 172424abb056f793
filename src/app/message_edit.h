// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"

#include <QImage>
#include <QPlainTextEdit>
#include <optional>

namespace sesame::app {

/// The field in which a message is written. Enter sends, Shift+Enter begins a new line, and a key that
/// belongs to an input method does neither. Remembers when something was last pasted (S16). Files and
/// pictures that are pasted or dropped are no text.
class MessageEdit : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit MessageEdit(const Clock& clock, QWidget* parent = nullptr);

    /// Time since the last paste, drop or middle click; -1 if there was none.
    qint64 msSincePaste() const;
    std::optional<std::int64_t> pastedAt() const { return pastedAt_; }
    void setPastedAt(std::optional<std::int64_t> at) { pastedAt_ = at; }
    /// An input method holds letters that are not part of the text yet.
    bool composing() const { return composing_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void sendWanted();
    /// Files of this computer were pasted or dropped.
    void filesGiven(const QStringList& paths);
    /// A picture was pasted, a screenshot for example.
    void pictureGiven(const QImage& picture);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void growWithText();
    const Clock& clock_;
    std::optional<std::int64_t> pastedAt_;
    bool composing_ = false;
};

}  // namespace sesame::app
