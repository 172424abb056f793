// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QTableWidget;

namespace sesame::app {

class PlainLabel;

/// What helpers have left and nobody has looked at yet: who, what, when; to be kept or deleted. Nothing is
/// opened from here, and until it is kept it has no name of its own on the disk (S34).
class LeftFilesWindow : public QWidget {
    Q_OBJECT

  public:
    explicit LeftFilesWindow(client::Shares& shares, QWidget* parent = nullptr);

  private:
    enum Column { File, From, Size, When, kColumns };
    void makeTable();
    void reload();
    void followChoice();
    void keep();
    void discard();
    void accepted(const Result<QString>& path);
    QString keptWords() const;
    std::vector<std::string> chosen() const;

    client::Shares& shares_;
    std::vector<share::QuarantinedFile> files_;
    /// What was last asked to be kept together, and what has become of it.
    struct Keeping {
        std::size_t wanted = 0;
        std::size_t kept = 0;
        std::size_t failed = 0;
        QString latest;  ///< of those that are kept
        ErrorCode problem{};
        bool isOver() const { return kept + failed >= wanted; }
    } keeping_;
    PlainLabel* words_;
    PlainLabel* nothing_;
    QTableWidget* table_;
    PlainLabel* news_;
    QPushButton* keep_;
    QPushButton* delete_;
    QTimer delay_;
};

}  // namespace sesame::app
