// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/group_members_dialog.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/row_list.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kMemberNameLength = 60;

bool isOver(client::GroupState state) {
    return state != client::GroupState::Asked && state != client::GroupState::Joined;
}

// Who cannot be reached, or why, says nothing any more once it is over.
QString memberStanding(const client::GroupMemberView& member, client::GroupState state) {
    if (member.self)
        return member.founder ? GroupMembersDialog::tr("You. You made this group.")
                              : GroupMembersDialog::tr("You");
    if (!member.words.isEmpty() && !isOver(state))
        return member.words;
    if (member.founder)
        return GroupMembersDialog::tr("Made this group");
    return isOver(state) ? GroupMembersDialog::tr("Was in the group")
                         : GroupMembersDialog::tr("In the group");
}

bool isShownAlready(const client::GroupView& before, const client::GroupView& now) {
    const auto same = [](const client::GroupMemberView& a, const client::GroupMemberView& b) {
        return a.name == b.name && a.handle == b.handle && a.contact == b.contact && a.words == b.words &&
               a.self == b.self && a.founder == b.founder;
    };
    return before.id == now.id && before.state == now.state && before.own == now.own &&
           std::equal(before.members.cbegin(), before.members.cend(), now.members.cbegin(),
                      now.members.cend(), same);
}

QPushButton* plainButton(const QString& words, const QString& name, QWidget* parent) {
    auto* button = new QPushButton(words, parent);
    button->setAccessibleName(name);
    button->setAutoDefault(false);
    return button;
}

}  // namespace

GroupMembersDialog::GroupMembersDialog(QWidget* parent)
    : QDialog(parent),
      title_(new PlainLabel(this)),
      rows_(new RowList(tr("Members"), this)),
      name_(new QLineEdit(this)),
      add_(plainButton(tr("Add somebody…"), tr("Add somebody…"), this)),
      rename_(plainButton(tr("Rename"), tr("Rename the group"), this)),
      leave_(new QPushButton(this)) {
    setObjectName(QStringLiteral("groupMembersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    title_->setScale(1.2, true);
    name_->setObjectName(QStringLiteral("renameEdit"));
    name_->setAccessibleName(tr("Name of the group"));
    name_->setMaxLength(60);
    add_->setObjectName(QStringLiteral("addMemberButton"));
    rename_->setObjectName(QStringLiteral("renameGroupButton"));
    leave_->setObjectName(QStringLiteral("leaveGroupButton"));
    leave_->setProperty("kind", "danger");
    leave_->setAutoDefault(false);
    auto* close = plainButton(tr("Close"), tr("Close"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(leave_);
    buttons->addStretch(1);
    buttons->addWidget(add_);
    buttons->addWidget(close);
    auto* naming = new QHBoxLayout;
    naming->addWidget(name_, 1);
    naming->addWidget(rename_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title_);
    column->addLayout(naming);
    column->addWidget(rows_, 1);
    column->addLayout(buttons);
    resize(620, 480);
    connect(add_, &QPushButton::clicked, this,
            [this] { Q_EMIT addWanted(add_->mapToGlobal(QPoint(0, add_->height()))); });
    connect(rename_, &QPushButton::clicked, this, [this] { Q_EMIT renameWanted(name_->text()); });
    connect(name_, &QLineEdit::textChanged, this, [this](const QString& text) {
        rename_->setEnabled(!text.trimmed().isEmpty() && text.trimmed() != group_.name);
    });
    connect(leave_, &QPushButton::clicked, this, &GroupMembersDialog::leaveWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void GroupMembersDialog::show(const client::GroupView& group) {
    const bool renamed = group_.name != group.name;
    const bool sameRows = isShownAlready(group_, group);
    group_ = group;
    if (renamed)
        name_->setText(group.name);
    const auto name = oneLine(group.name, 130);
    setWindowTitle(tr("Members of “%1”").arg(name));
    title_->setText(name);
    // A row may have the keyboard, or a button that is being pressed.
    if (!sameRows) {
        QList<QWidget*> rows;
        for (const auto& member : group.members)
            rows << makeRow(member);
        rows_->setRows(rows);
    }
    const bool changes = group.own && group.state == client::GroupState::Joined;
    add_->setVisible(changes && group.members.size() < client::Groups::kMostMembers);
    name_->setVisible(changes);
    rename_->setVisible(changes);
    rename_->setEnabled(!name_->text().trimmed().isEmpty() && name_->text().trimmed() != group.name);
    leave_->setVisible(group.state == client::GroupState::Joined);
    leave_->setText(group.own ? tr("End the group") : tr("Leave the group"));
    leave_->setAccessibleName(leave_->text());
    QDialog::show();
}

QWidget* GroupMembersDialog::makeRow(const client::GroupMemberView& member) {
    auto* row = new QWidget(rows_);
    const auto shownName = oneLine(member.name, kMemberNameLength);
    auto* name = new PlainLabel(shownName, row);
    name->setScale(1.0, true);
    auto* words = new PlainLabel(memberStanding(member, group_.state), row);
    words->setScale(0.9);
    words->setQuiet(true);
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(name);
    text->addWidget(words);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addLayout(text, 1);
    const bool open = group_.state == client::GroupState::Joined;
    if (open && !member.self && member.contact.value == 0) {
        auto* meet = plainButton(tr("Ask to be contacts"), tr("Ask %1 to be contacts").arg(shownName), row);
        connect(meet, &QPushButton::clicked, this,
                [this, handle = member.handle] { Q_EMIT meetWanted(handle); });
        line->addWidget(meet);
    }
    if (open && group_.own && !member.self) {
        auto* remove = plainButton(tr("Remove"), tr("Remove %1").arg(shownName), row);
        remove->setProperty("kind", "danger");
        connect(remove, &QPushButton::clicked, this,
                [this, handle = member.handle, shownName] { Q_EMIT removeWanted(handle, shownName); });
        line->addWidget(remove);
    }
    return row;
}

}  // namespace sesame::app
