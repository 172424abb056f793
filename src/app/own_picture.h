// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sesame::app {

/// The user's own picture. Every question of ours shows it, and no helper ever sees it, for the view of a
/// help session rests while one of our questions or dialogs is open. What somebody else paints lacks it
/// (S26).
class OwnPicture : public QWidget {
    Q_OBJECT

  public:
    explicit OwnPicture(QWidget* parent = nullptr);
    /// A name as drawn() gives; shows nothing for any other.
    void show(const QString& name);

    /// Under which setting it is kept; none that a rule can reach.
    static QString setting();
    /// One by chance that is not `other`, as "boat/2".
    static QString drawn(const QString& other = {});
    /// "a boat on green"
    static QString words(const QString& name);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString name_;
};

}  // namespace sesame::app
