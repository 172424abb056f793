// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/client.h"

#include <QWidget>

class QPushButton;

namespace sesame::app {

/// What can be done with the rules for one contact as a whole: into a file, out of one, to several people.
class RuleSetDesk : public QWidget {
    Q_OBJECT

  public:
    explicit RuleSetDesk(client::Client& client, QWidget* parent = nullptr);
    /// Whose rules these are; none: nothing can be done.
    void setContact(std::optional<client::ContactId> contact);

  private:
    void follow();
    void exportRules();
    void importRules();
    void readFile(const QString& path);
    void offerRules();

    client::Client& client_;
    std::optional<client::ContactId> contact_;
    QPushButton* export_;
    QPushButton* import_;
    QPushButton* offer_;
};

}  // namespace sesame::app
