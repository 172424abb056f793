// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/careful_window.h"

#include "sesame/client/help_sessions.h"

namespace sesame::app {

class PlainPassage;

/// "Shall it go on?", after half an hour of help (M17). As careful as the first Yes, for it gives as much.
class GoOnQuestion : public CarefulWindow {
    Q_OBJECT

  public:
    explicit GoOnQuestion(const Clock& clock, QWidget* parent = nullptr);
    void ask(const client::HostedView& session);
    void close();

  Q_SIGNALS:
    void answered(bool goOn);

  protected:
    void fitTo(int wide) override;
    void answer(bool yes) override;

  private:
    GoOnQuestion(std::unique_ptr<consent::CalmPress> press, const Clock& clock, QWidget* parent);
    std::unique_ptr<consent::CalmPress> press_;
    PlainPassage* sentence_;
};

}  // namespace sesame::app
