// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"
#include "sesame/store/group_record.h"

#include <QObject>
#include <functional>

namespace sesame::client {

using store::GroupId;
using store::GroupState;

/// "asked", "joined", "declined", "left", "removed", "ended".
const char* name(GroupState state);

struct GroupMemberView {
    QString name;  ///< as this user's contact is called; the handle of anybody else
    QString handle;
    ContactId contact;  ///< 0: this user, or nobody among the contacts
    bool self = false;
    bool founder = false;
    bool joined = false;
    QString words;  ///< one translated sentence: why nothing can be sent to them; empty if it can
};

struct GroupView {
    GroupId id;
    QString name;
    GroupState state = GroupState::Asked;
    quint64 version = 0;  ///< of the list of members
    bool own = false;     ///< this user founded it, and alone changes it
    QString founder;
    QList<GroupMemberView> members;
    QDateTime since;
    int unread = 0;
    QString lastText;
    QDateTime lastTime;
};

/// The copy of an own message for one member.
struct GroupCopyView {
    QString name;
    Delivery delivery = Delivery::None;  ///< None: it was not sent to them
    QString reason;                      ///< None, Failed: why, translated
};

struct GroupMessageView {
    MessageId id;
    GroupId group;
    qint64 order = 0;
    ContactId sender;  ///< 0: this user, or a notice
    QString senderName;
    MessageKind kind = MessageKind::Text;  ///< Text, Invitation or Notice
    QDateTime time;
    QString text;
    QList<GroupCopyView> copies;                 ///< of an own message
    std::optional<InvitationView> invitation{};  ///< Invitation
};

/// Conversations of more than two. Each message is sealed for each member; the list of members is signed by
/// the founder. What others say in a group never grants anything; what this user says answers those
/// invitations that were given to this user in that group. Survives a restart. Lives in the client's thread.
class Groups : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    static constexpr int kMostMembers = 20;
    static constexpr int kMostGroups = 100;
    static constexpr int kMostAsked = 5;  ///< groups of one founder that this user has not answered

    // As the founder. Each member is asked. Malformed for a name that is not plain, Refused for somebody who
    // is no contact, Unavailable for too many members or groups.
    virtual Result<GroupId> found(const QString& name, const QList<ContactId>& members) = 0;
    virtual Status add(const GroupId& group, ContactId member) = 0;
    /// Refused for the last one besides the founder: end() is for that.
    virtual Status remove(const GroupId& group, const QString& handle) = 0;
    virtual Status rename(const GroupId& group, const QString& name) = 0;
    virtual Status end(const GroupId& group) = 0;

    // As a member.
    /// `version`: of the list that was shown with the question; Changed when there is a newer one, Expired
    /// when nothing is asked any more.
    virtual Status answer(const GroupId& group, bool yes, quint64 version) = 0;
    virtual Status leave(const GroupId& group) = 0;

    virtual QList<GroupView> all() const = 0;
    virtual std::optional<GroupView> group(const GroupId& group) const = 0;

    /// Goes to every member who can be reached; the others stand in the message's copies. Judged here, for
    /// what was given to this user in this group.
    virtual Result<MessageId> sendText(const GroupId& group, const QString& text,
                                       const Composition& how = {}) = 0;
    /// Those copies that failed, once more; never judged. NotFound when there are none.
    virtual Status retry(const MessageId& message) = 0;
    virtual QList<GroupMessageView> history(const GroupId& group, qint64 beforeOrder = 0,
                                            int limit = 50) const = 0;
    /// As Client::search(), in what was said in groups.
    virtual QList<GroupMessageView> search(const QString& words, int limit = 100) const = 0;
    /// The newest invitation with buttons that waits for this user's Yes or No in this group; of somebody who
    /// may ask.
    virtual std::optional<GroupMessageView> awaited(const GroupId& group) const = 0;
    virtual Status markRead(const GroupId& group) = 0;

    /// As a helper, gives an invitation in the group: to this receiver alone; the others learn that they were
    /// asked, not what. Refused where the rule does not allow it, see whyNot().
    virtual Result<MessageId> invite(const GroupId& group, ContactId receiver, const RuleId& rule) = 0;
    /// One translated sentence why a rule cannot be invited to in a group; empty if it can.
    virtual QString whyNot(ContactId receiver, const RuleId& rule) const = 0;

    /// Asks a member who is no contact to become one. The hub is asked for their key first: Changed when it
    /// is not the one that the founder signed. `then` is called once, not after `context` is gone.
    using Met = std::function<void(const Result<ContactId>& contact)>;
    virtual void meet(const GroupId& group, const QString& handle, QObject* context, const Met& then) = 0;

  Q_SIGNALS:
    void changed(const sesame::client::GroupId& group);
    void messageAdded(const sesame::client::GroupMessageView& message);
    void messageChanged(const sesame::client::GroupMessageView& message);
};

}  // namespace sesame::client

Q_DECLARE_METATYPE(sesame::client::GroupMessageView)
