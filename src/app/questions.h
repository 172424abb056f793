// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/client.h"
#include "sesame/client/groups.h"

#include <QObject>
#include <map>

namespace sesame::app {

class ConsentDialog;
class ConversationView;

/// Questions that wait for an answer. They outlive the windows, which are made anew at another text size.
struct OpenQuestions {
    std::map<client::ContactId, client::NearView> near;
    std::map<client::GroupId, client::NearView> nearInGroup;
    std::map<client::ContactId, client::WishView> meant;
    std::map<quint64, client::ChoiceView> choices;
};

/// Brings the client's questions before the person and their answers back: "Did you mean …?", "Shall Anna be
/// asked?", "Which file?", what waits for a Yes or No, and consent.
class Questions : public QObject {
    Q_OBJECT

  public:
    Questions(client::Client& client, const Clock& clock, OpenQuestions& open, ConversationView& conversation,
              QWidget* window);
    ~Questions() override;
    /// A conversation was opened: what is still unanswered there comes back.
    void showFor(client::ContactId contact);

  private:
    void askNear(const client::NearView& near);
    void askMeant(const client::WishView& wish);
    void showAwaited();
    void answerAwaited(const client::MessageView& what, bool yes);
    void askChoice(const client::ChoiceView& choice);
    void showChoice(const client::ChoiceView& choice);
    void askConsent(const client::ConsentView& question);
    void answerConsent(quint64 question, bool yes, int minutes, int standingDays);
    client::Client& client_;
    const Clock& clock_;
    OpenQuestions& open_;
    ConversationView& conversation_;
    QWidget* window_;
    std::unique_ptr<ConsentDialog> consent_;  // made when first needed
    std::unique_ptr<desktop::PressWatch> pressWatch_;
};

}  // namespace sesame::app
