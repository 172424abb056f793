// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Groups in the main window: the list, the open one, and the dialogs about them.

#include "app/composer.h"
#include "app/contact_list.h"
#include "app/group_members_dialog.h"
#include "app/group_pane.h"
#include "app/main_window.h"
#include "app/plain_text.h"
#include "app/rule_model.h"
#include "app/say.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

namespace sesame::app {

using client::GroupId;

void MainWindow::connectGroups() {
    auto& groups = client_.groups();
    connect(contacts_, &ContactList::groupChosen, this, &MainWindow::showGroup);
    connect(&groups, &client::Groups::changed, this, &MainWindow::refreshGroup);
    connect(&groups, &client::Groups::messageAdded, this, &MainWindow::receiveInGroup);
    connect(&groups, &client::Groups::messageChanged, this, [this](const client::GroupMessageView& message) {
        if (message.group == openedGroup()) {
            group_->change(message);
            if (message.invitation)
                showAwaitedInGroup();
        }
    });
    connect(&client_, &client::Client::consentAsked, this, [this] { showAwaitedInGroup(); });
    connect(&client_, &client::Client::consentClosed, this, [this] { showAwaitedInGroup(); });
    connect(&client_, &client::Client::nearAsked, this, [this](const client::NearView& near) {
        if (near.group)
            group_->askNear(near);
    });
    connect(&client_, &client::Client::contactChanged, this, [this] {
        refreshOpenGroup();
        refreshMembers();
    });
    connectGroupPane();
    contacts_->setGroups(groups.all());
}

void MainWindow::connectGroupPane() {
    connect(&group_->composer(), &Composer::sendWanted, this, &MainWindow::sendInGroup);
    connect(&group_->composer(), &Composer::inviteWanted, this, &MainWindow::openGroupInviteMenu);
    connect(group_, &GroupPane::nearAnswered, this, [this](quint64 question, bool yes) {
        if (!client_.answerNear(question, yes) && yes)
            say(this, tr("Too late"), tr("That question is no longer open. Please send the phrase again."));
    });
    connect(group_, &GroupPane::joinAnswered, this, [this](bool yes, quint64 version) {
        const auto done = client_.groups().answer(group_->group().id, yes, version);
        if (!done && done.error().code == ErrorCode::Changed)
            say(this, tr("Look once more"),
                tr("The group has changed a moment ago. Please look who is in it now."));
        else
            expect(done);
    });
    connect(group_, &GroupPane::membersWanted, this, [this] { openMembers(group_->group()); });
    connect(group_, &GroupPane::retryWanted, this, [this](const MessageId& id) {
        const auto done = client_.groups().retry(id);
        if (!done && (done.error().code == ErrorCode::NotFound || done.error().code == ErrorCode::Expired))
            say(this, tr("Not sent"),
                tr("It cannot be sent again: they are not in this group any more, or have another key."));
        else
            expect(done);
    });
    connect(group_, &GroupPane::takeBackWanted, this,
            [this](const MessageId& id) { expect(client_.withdrawInvitation(id)); });
    connect(group_, &GroupPane::answered, this, [this](const MessageId& id, bool yes) {
        if (!client_.pressInvitation(id, yes))
            say(this, tr("Too late"), tr("That question is no longer open."));
        showAwaitedInGroup();
    });
}

std::optional<GroupId> MainWindow::openedGroup() const {
    return right_->currentWidget() == group_ ? std::optional(group_->group().id) : std::nullopt;
}

void MainWindow::openGroup(const GroupId& id) {
    contacts_->choose(id);
}

void MainWindow::showGroup(const GroupId& id) {
    const auto group = client_.groups().group(id);
    if (!group)
        return;
    keepDraft();
    group_->open(*group);
    group_->composer().setDraft(drafts_.groups[id]);
    right_->setCurrentWidget(group_);
    showAwaitedInGroup();
    if (isActiveWindow())
        expect(client_.groups().markRead(id));
}

void MainWindow::refreshGroup(const GroupId& id) {
    contacts_->setGroups(client_.groups().all());
    if (id == openedGroup())
        refreshOpenGroup();
    refreshMembers();
}

void MainWindow::refreshOpenGroup() {
    const auto id = openedGroup();
    const auto group = id ? client_.groups().group(*id) : std::nullopt;
    if (!group)
        return;
    if (group->state == client::GroupState::Declined)
        right_->setCurrentIndex(0);
    group_->refresh(*group);
    showAwaitedInGroup();
}

// Of whichever group they are: another one may be open behind them.
void MainWindow::refreshMembers() {
    if (!members_ || !members_->isVisible())
        return;
    if (const auto group = client_.groups().group(members_->group()))
        members_->show(*group);
}

void MainWindow::showAwaitedInGroup() {
    if (openedGroup())
        group_->showAwaited(client_.openConsent().has_value());
}

void MainWindow::receiveInGroup(const client::GroupMessageView& message) {
    const bool open = message.group == openedGroup();
    if (open)
        group_->add(message);
    if (message.sender.value == 0 || message.kind == client::MessageKind::Notice)
        return;
    if (open && message.invitation)
        showAwaitedInGroup();
    if (open && isActiveWindow()) {
        expect(client_.groups().markRead(message.group));
        return;
    }
    drawAttention();
}

void MainWindow::sendInGroup(const QString& text, const client::Composition& how) {
    const auto sent = client_.groups().sendText(group_->group().id, text, how);
    if (sent)
        group_->composer().clear();
    else if (sent.error().code == ErrorCode::Malformed)
        group_->composer().showProblem(tr("This message is too long. Please send it in parts."));
    else if (sent.error().code == ErrorCode::Expired)
        group_->composer().showProblem(tr("You are not in it now"));
    else
        group_->composer().showProblem(tr("The message could not be stored. Is the disk full?"));
}

// Each member who can be reached has the rules that this user made for them.
void MainWindow::openGroupInviteMenu() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("groupInviteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& member : group_->group().members) {
        if (member.self || !member.words.isEmpty())
            continue;
        const auto who = oneLine(member.name, 40);
        for (const auto& rule : client_.rules(member.contact, client::Direction::Outgoing)) {
            if (!rule.enabled || isOver(rule) || rule.terms.media)
                continue;
            const auto words = tr("%1: “%2” — %3", "person, phrase, command")
                                   .arg(who, oneLine(rule.phrase, 40), oneLine(rule.commandText, 60));
            menu->addAction(withoutMnemonic(words), this,
                            [this, to = member.contact, id = rule.id] { inviteInGroup(to, id); });
        }
    }
    if (menu->isEmpty())
        menu->addAction(tr("You have no rules for anybody here"))->setEnabled(false);
    const auto* button = group_->composer().inviteButton();
    menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void MainWindow::inviteInGroup(client::ContactId to, const RuleId& rule) {
    const auto why = client_.groups().whyNot(to, rule);
    if (!why.isEmpty())
        say(this, tr("Invite"), why);
    else if (!client_.groups().invite(group_->group().id, to, rule))
        say(this, tr("Invite"), tr("The invitation could not be made. Is the rule still there?"));
    group_->composer().focusText();
}

QList<client::ContactView> MainWindow::peopleToAsk() const {
    QList<client::ContactView> out;
    for (const auto& contact : client_.contacts())
        if (contact.state == client::ContactState::Accepted && !contact.keyChanged)
            out << contact;
    return out;
}

void MainWindow::openNewGroup() {
    const auto people = peopleToAsk();
    if (people.isEmpty()) {
        say(this, tr("New group"), tr("Add a contact first: a group is made of your contacts."));
        return;
    }
    if (!newGroup_) {
        newGroup_ = new NewGroupDialog(people, this);
        connect(newGroup_, &NewGroupDialog::wanted, this, &MainWindow::foundGroup);
    }
    newGroup_->show();
    newGroup_->raise();
    newGroup_->activateWindow();
}

void MainWindow::foundGroup(const GroupDraft& group) {
    const auto made = client_.groups().found(group.name, group.members);
    if (made) {
        newGroup_->accept();
        contacts_->setGroups(client_.groups().all());
        contacts_->choose(*made);
    } else if (made.error().code == ErrorCode::Unavailable) {
        newGroup_->showProblem(tr("A group has at most 20 people."));
    } else {
        newGroup_->showProblem(tr("This name cannot be used, or is too long. Please take another one."));
    }
}

void MainWindow::openMembers(const client::GroupView& group) {
    if (!members_) {
        members_ = new GroupMembersDialog(this);
        connect(members_, &GroupMembersDialog::meetWanted, this, &MainWindow::meetMember);
        connect(members_, &GroupMembersDialog::removeWanted, this, &MainWindow::removeMember);
        connect(members_, &GroupMembersDialog::addWanted, this, &MainWindow::openAddMember);
        connect(members_, &GroupMembersDialog::renameWanted, this, &MainWindow::renameGroup);
        connect(members_, &GroupMembersDialog::leaveWanted, this, &MainWindow::leaveGroup);
    }
    members_->show(group);
    members_->raise();
    members_->activateWindow();
}

void MainWindow::meetMember(const QString& handle) {
    client_.groups().meet(members_->group(), handle, this, [this](const Result<client::ContactId>& met) {
        if (met)
            say(this, tr("Asked"), tr("They have been asked. As soon as they accept, you reach each other."));
        else if (met.error().code == ErrorCode::Changed || met.error().code == ErrorCode::Refused)
            say(this, tr("Not asked"),
                tr("The key of this person is not the one that the founder of the group signed. Ask the "
                   "founder "
                   "before you write to them."));
        else
            say(this, tr("Not asked"), tr("They could not be asked now. Please try again later."));
    });
}

void MainWindow::removeMember(const QString& handle, const QString& name) {
    const auto group = members_->group();
    if (!confirm(members_, tr("Remove"), tr("Take %1 out of the group?").arg(name), tr("Remove")))
        return;
    const auto done = client_.groups().remove(group, handle);
    if (!done && done.error().code == ErrorCode::Refused)
        say(members_, tr("Remove"), tr("Nobody else would be left. You can end the group instead."));
    else
        expect(done);
}

void MainWindow::openAddMember(const QPoint& at) {
    const auto group = members_->group();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("addMemberMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto view = client_.groups().group(group);
    for (const auto& person : peopleToAsk()) {
        const bool isIn =
            view && std::any_of(view->members.cbegin(), view->members.cend(), [&](const auto& one) {
                // With another key they are added anew.
                const bool otherKey = one.joined && !one.words.isEmpty();
                return one.handle == person.handle && !otherKey;
            });
        if (!isIn)
            menu->addAction(withoutMnemonic(oneLine(person.name, 60)), this,
                            [this, group, id = person.id] { expect(client_.groups().add(group, id)); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("All your contacts are in it"))->setEnabled(false);
    menu->popup(at);
}

void MainWindow::renameGroup(const QString& name) {
    if (!client_.groups().rename(members_->group(), name))
        say(members_, tr("Rename"), tr("This name cannot be used, or is too long. Please take another one."));
}

void MainWindow::leaveGroup() {
    const auto group = client_.groups().group(members_->group());
    if (!group)
        return;
    const auto name = oneLine(group->name, 60);
    const bool sure =
        group->own
            ? confirm(members_, tr("End the group"), tr("End “%1” for everybody?").arg(name), tr("End it"))
            : confirm(members_, tr("Leave the group"), tr("Leave “%1”?").arg(name), tr("Leave it"));
    if (sure)
        expect(client_.groups().leave(group->id));
}

}  // namespace sesame::app
