// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composer.h"
#include "app/file_act.h"
#include "app/new_group_dialog.h"
#include "app/search_window.h"
#include "app/voice_draft.h"

#include "sesame/client/client.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <map>

class QMenu;
class QStackedWidget;

namespace sesame::app {

class AddContactDialog;
class ContactList;
class ConversationView;
class GroupMembersDialog;
class GroupPane;
class NoticeBar;
class OfferWindow;
class Questions;
struct OpenQuestions;
class SettingsWindow;
class VoiceBar;

/// What was begun and not sent, per conversation.
struct Drafts {
    std::map<client::ContactId, Draft> people;
    std::map<client::GroupId, Draft> groups;
    VoiceDraft voice;
};

/// The windows beside it that are open, with what was written in them.
struct OpenDialogs {
    std::optional<QString> addContact;
    std::optional<GroupDraft> newGroup;
    std::optional<client::GroupId> members;
    std::optional<QString> search;
};

/// People on the left, the conversation on the right. Connects them to the client; other windows are made
/// when they are wanted.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    MainWindow(client::Client& client, const Clock& clock, const desktop::InstalledPrograms& programs,
               const QString& directory, Drafts& drafts, OpenQuestions& open);
    ~MainWindow() override;

    void openContact(client::ContactId id);
    std::optional<client::ContactId> openedContact() const;
    void openGroup(const client::GroupId& id);
    std::optional<client::GroupId> openedGroup() const;
    void openSettings(const QString& page);
    /// Empty while the settings are closed.
    QString openSettingsPage() const;
    void openAddContact(const QString& link = {});
    void openSearch(const QString& words = {});
    OpenDialogs openDialogs() const;
    void reopen(const OpenDialogs& dialogs);
    void bringToFront();

  Q_SIGNALS:
    /// The window with this contact's screen is wanted in front.
    void screenWanted(sesame::client::ContactId receiver);
    /// The windows with what this contact shares are wanted in front.
    void sharedFilesWanted(sesame::client::ContactId receiver);
    /// The window of this share of this computer is wanted.
    void hostedShareWanted(const sesame::client::ShareId& id);
    void leftFilesWanted();
    /// A file that somebody sent and that lies here now: itself, or the folder that it is in.
    void savedFileWanted(const QString& path, bool folder);

  protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    void build();
    void makeMenu();
    void makeShortcuts();
    void connectClient();
    void connectConversation();
    void connectHelp();
    void showHelp();
    QWidget* makeShareBars();
    void connectShares();
    void showShares();
    void connectFiles();
    void connectOffers();
    void openOffer(const client::MessageView& message);
    void answerOffer(const MessageId& offer, bool yes);
    /// Something has come in that nobody is looking at.
    void drawAttention();
    void connectGroups();
    void connectGroupPane();
    void showGroup(const client::GroupId& id);
    void refreshGroup(const client::GroupId& id);
    void refreshOpenGroup();
    void refreshMembers();
    void showAwaitedInGroup();
    void receiveInGroup(const client::GroupMessageView& message);
    void sendInGroup(const QString& text, const client::Composition& how);
    void openGroupInviteMenu();
    void inviteInGroup(client::ContactId to, const RuleId& rule);
    QList<client::ContactView> peopleToAsk() const;
    void openNewGroup();
    void foundGroup(const GroupDraft& group);
    void openMembers(const client::GroupView& group);
    void meetMember(const QString& handle);
    void removeMember(const QString& handle, const QString& name);
    void openAddMember(const QPoint& at);
    void renameGroup(const QString& name);
    void leaveGroup();
    void chooseFiles();
    void offerFiles(const QStringList& paths);
    void offerPicture(const QImage& picture);
    void sendFiles(const QStringList& paths);
    void sendFile(client::ContactId to, const QString& path);
    void tryAgain(const client::MessageView& file);
    void act(FileAct act, const client::MessageView& file);
    void saveElsewhere(const client::MessageView& file);
    void addContact(const QString& link);
    void showContact(client::ContactId id);
    void refreshContact(client::ContactId id);
    void receive(const client::MessageView& message);
    void send(const QString& text, const client::Composition& how);
    void invite(const RuleId& rule);
    void openInviteMenu();
    void openSafetyNumber();
    QList<Found> find(const QString& words) const;
    void showFound(const Found& found);
    void openContactMenu(const QPoint& at);
    /// What can be done with the contact whose conversation is open.
    QList<QAction*> addContactActions(QMenu& menu);
    void rename();
    void block();
    void showConnection();
    void keepDraft();
    void stepTextSize(int step);
    /// Says so where a change could not be kept.
    void expect(const Status& status);
    SettingsWindow& settings();

    client::Client& client_;
    const Clock& clock_;
    const desktop::InstalledPrograms& programs_;
    QString directory_;
    Drafts& drafts_;
    ContactList* contacts_;
    QStackedWidget* right_;
    NoticeBar* banner_;
    VoiceBar* voice_;
    QString saveFolder_;  ///< chosen for the latest file that did not go to the usual one
    NoticeBar* trouble_;
    ConversationView* conversation_;
    GroupPane* group_;
    Questions* questions_;
    std::unique_ptr<OfferWindow> offer_;  // made when first needed
    std::unique_ptr<desktop::PressWatch> offerPresses_;
    MessageId openOffer_;
    QTimer bannerDelay_;
    QPointer<SettingsWindow> settings_;
    QPointer<AddContactDialog> adding_;
    QPointer<NewGroupDialog> newGroup_;
    QPointer<SearchWindow> searching_;
    QPointer<GroupMembersDialog> members_;
};

}  // namespace sesame::app
