// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QButtonGroup;
class QComboBox;

namespace sesame::app {

/// How far something goes, in plain sentences of which one is chosen, and for how long at most.
class LevelForm : public QWidget {
    Q_OBJECT

  public:
    struct Level {
        int level;
        QString text;
        const char* objectName;
    };
    /// `minutesName`: what the box of times is called in tests.
    LevelForm(const std::vector<Level>& levels, const QList<int>& minutes, const char* minutesName,
              const QString& hint, QWidget* parent = nullptr);
    void choose(int level, std::uint32_t minutes);
    int level() const;
    std::uint32_t minutes() const;

  Q_SIGNALS:
    void changed();

  private:
    QButtonGroup* levels_;
    QComboBox* minutes_;
};

/// The times that may be chosen for a help session: 15, 30, 60 and 120 minutes.
QList<int> sessionMinutes();

}  // namespace sesame::app
