// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/client.h"

#include <QObject>
#include <map>

namespace sesame::app {

class ConsentDialog;
class ConversationView;

/// Brings the client's questions before the person and their answers back: "Did you mean …?", "Which file?",
/// and consent.
class Questions : public QObject {
    Q_OBJECT

  public:
    Questions(client::Client& client, const Clock& clock, ConversationView& conversation, QWidget* window);
    ~Questions() override;
    /// A conversation was opened: what is still unanswered there comes back.
    void showFor(client::ContactId contact);

  private:
    void askNear(const client::NearView& near);
    void askChoice(const client::ChoiceView& choice);
    void askConsent(const client::ConsentView& question);
    void answerConsent(quint64 question, bool yes, int minutes);
    client::Client& client_;
    const Clock& clock_;
    ConversationView& conversation_;
    QWidget* window_;
    std::unique_ptr<ConsentDialog> consent_;  // made when first needed
    std::unique_ptr<desktop::PressWatch> pressWatch_;
    std::map<client::ContactId, client::NearView> near_;
};

}  // namespace sesame::app
