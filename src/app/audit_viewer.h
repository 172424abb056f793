// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/consent/audit_log.h"

#include <QWidget>

class QTableWidget;

namespace sesame::app {

class PlainLabel;

/// The diary of this computer: when, who, what; and whether anybody altered it.
class AuditViewer : public QWidget {
    Q_OBJECT

  public:
    explicit AuditViewer(consent::AuditLog& log, QWidget* parent = nullptr);
    void reload();

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void showCheck();
    void exportText();
    consent::AuditLog& log_;
    PlainLabel* check_;
    QTableWidget* table_;
};

}  // namespace sesame::app
