// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wish_flow.h"

#include "client/qt_text.h"
#include "client/wish_commands.h"

namespace sesame::client {

WishFlow::WishFlow(ContactBook& contacts, Diary& diary, RuleBook& rules, WishBook& wishes, Events& events,
                   ClientSettings& settings, ConsentDesk& desk)
    : contacts_(contacts),
      diary_(diary),
      rules_(rules),
      wishes_(wishes),
      events_(events),
      settings_(settings),
      desk_(desk) {
}

// Somebody who set up phrases for the other and has none from them writes about the other's computer.
bool WishFlow::isHelperOnly(ContactId contact) {
    return rules_.any(contact, Direction::Outgoing) && !rules_.any(contact, Direction::Incoming);
}

void WishFlow::collect(ContactId to, const std::string& text) {
    const auto helper = contacts_.get(to);
    if (!helper || !ContactBook::mayAsk(*helper) || text.size() > kMostWishBytes)
        return;
    const auto textSize = toStd(settings_.value(QStringLiteral("text-size")));
    Meant meant{to, text, wishCommands(trigger::recogniseWish(text), textSize)};
    if (meant.options.empty() || isHelperOnly(to) ||
        !diary_.record("wish-understood", *helper, toStd(wording::command(meant.options.front()))))
        return;
    std::erase_if(questions_, [to](const auto& one) { return one.second.contact == to; });
    const quint64 question = desk_.nextNumber();
    WishView view{question, to, ContactBook::nameOf(*helper), {}};
    for (const auto& option : meant.options)
        view.options.append(wording::command(option));
    questions_[question] = std::move(meant);
    Q_EMIT events_.wishAsked(view);
}

Status WishFlow::answer(quint64 question, int option) {
    const auto found = questions_.find(question);
    if (found == questions_.end())
        return Error{ErrorCode::Expired, "not asked"};
    if (option >= static_cast<int>(found->second.options.size()))
        return Error{ErrorCode::Malformed, "no such option"};
    const Meant meant = std::move(found->second);
    questions_.erase(found);
    if (option < 0)
        return {};
    const auto asked =
        wishes_.ask(meant.contact, meant.text, meant.options[static_cast<std::size_t>(option)]);
    return asked ? Status() : asked.error();
}

}  // namespace sesame::client
