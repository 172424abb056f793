// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/add_contact_dialog.h"
#include "app/contact_list.h"
#include "app/conversation_view.h"
#include "app/group_members_dialog.h"
#include "app/group_pane.h"
#include "app/message_list.h"
#include "app/notice_bar.h"
#include "app/offer_window.h"
#include "app/plain_text.h"
#include "app/questions.h"
#include "app/rename_dialog.h"
#include "app/rule_editor.h"
#include "app/rule_model.h"
#include "app/safety_number_window.h"
#include "app/say.h"
#include "app/settings_window.h"
#include "app/voice_bar.h"

#include "sesame/trigger/settings_schema.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace sesame::app {

using client::Client;
using client::ContactId;

MainWindow::MainWindow(Client& client, const Clock& clock, const desktop::InstalledPrograms& programs,
                       const QString& directory, Drafts& drafts, OpenQuestions& open)
    : client_(client),
      clock_(clock),
      programs_(programs),
      directory_(directory),
      drafts_(drafts),
      contacts_(new ContactList(this)),
      right_(new QStackedWidget(this)),
      banner_(new NoticeBar("banner", this)),
      voice_(new VoiceBar(drafts.voice, this)),
      trouble_(new NoticeBar("alarm", this)),
      conversation_(new ConversationView(clock, this)),
      group_(new GroupPane(clock, client.groups(), open.nearInGroup, this)),
      questions_(new Questions(client, clock, open, *conversation_, this)) {
    build();
    makeMenu();
    makeShortcuts();
    connectConversation();
    connectClient();
    connectHelp();
    connectShares();
    connectGroups();
    contacts_->setContacts(client_.contacts());
    contacts_->chooseRow(0);
    showConnection();
}

MainWindow::~MainWindow() {
    keepDraft();
}

void MainWindow::connectClient() {
    connect(contacts_, &ContactList::contactChosen, this, &MainWindow::showContact);
    connect(contacts_, &ContactList::addWanted, this, [this] { openAddContact(); });
    connect(contacts_, &ContactList::menuWanted, this, &MainWindow::openContactMenu);
    connect(&client_, &Client::contactChanged, this, &MainWindow::refreshContact);
    connect(&client_, &Client::connectionChanged, this, &MainWindow::showConnection);
    connect(&client_, &Client::problem, trouble_, &NoticeBar::say);
    connect(&client_, &Client::messageAdded, this, &MainWindow::receive);
    connect(&client_, &Client::messageChanged, this, [this](const client::MessageView& message) {
        if (message.contact == openedContact())
            conversation_->messages().change(message);
    });
    connect(&client_, &Client::settingsPageRequested, this, &MainWindow::openSettings);
}

void MainWindow::connectConversation() {
    auto& view = *conversation_;
    connect(&view.composer(), &Composer::sendWanted, this, &MainWindow::send);
    connect(&view.composer(), &Composer::inviteWanted, this, &MainWindow::openInviteMenu);
    connect(&view.messages(), &MessageList::retryWanted, this,
            [this](const MessageId& id) { expect(client_.retry(id)); });
    connect(&view.messages(), &MessageList::takeBackWanted, this,
            [this](const MessageId& id) { expect(client_.withdrawInvitation(id)); });
    connectFiles();
    connectOffers();
    connect(&view, &ConversationView::acceptWanted, this,
            [this] { expect(client_.acceptContact(conversation_->contact())); });
    connect(&view, &ConversationView::declineWanted, this,
            [this] { expect(client_.declineContact(conversation_->contact())); });
    connect(&view, &ConversationView::blockWanted, this, &MainWindow::block);
    connect(&view, &ConversationView::acceptKeyWanted, this,
            [this] { expect(client_.acknowledgeKey(conversation_->contact())); });
    connect(&view, &ConversationView::rulesWanted, this, [this] { openSettings(QStringLiteral("rules")); });
    connect(&view, &ConversationView::safetyWanted, this, &MainWindow::openSafetyNumber);
}

void MainWindow::expect(const Status& status) {
    // Of the disk the client itself tells.
    const auto isDisk = [](ErrorCode code) { return code == ErrorCode::Full || code == ErrorCode::Io; };
    if (!status && !isDisk(status.error().code))
        say(this, QStringLiteral("Sesame"), tr("That did not work. Please try again."));
}

std::optional<ContactId> MainWindow::openedContact() const {
    return right_->currentWidget() == conversation_ ? std::optional(conversation_->contact()) : std::nullopt;
}

void MainWindow::openContact(ContactId id) {
    contacts_->choose(id);
}

void MainWindow::keepDraft() {
    if (const auto open = openedContact())
        drafts_.people[*open] = conversation_->composer().draft();
    else if (const auto group = openedGroup())
        drafts_.groups[*group] = group_->composer().draft();
}

void MainWindow::showContact(ContactId id) {
    const auto contact = client_.contact(id);
    if (!contact)
        return;
    keepDraft();
    conversation_->open(*contact,
                        [this, id](qint64 before, int limit) { return client_.history(id, before, limit); });
    conversation_->composer().setDraft(drafts_.people[id]);
    right_->setCurrentWidget(conversation_);
    showHelp();
    showShares();
    questions_->showFor(id);
    if (isActiveWindow())
        expect(client_.markRead(id));
}

void MainWindow::refreshContact(ContactId id) {
    const auto contact = client_.contact(id);
    if (!contact)
        return;
    contacts_->change(*contact);
    if (id != openedContact())
        return;
    conversation_->refresh(*contact);
    if (contact->state == client::ContactState::Blocked || contact->state == client::ContactState::Declined)
        right_->setCurrentIndex(0);
}

void MainWindow::receive(const client::MessageView& message) {
    const bool open = message.contact == openedContact();
    if (open)
        conversation_->messages().add(message);
    if (message.direction != client::Direction::Incoming)
        return;
    if (open && isActiveWindow()) {
        expect(client_.markRead(message.contact));
        return;
    }
    drawAttention();
}

void MainWindow::drawAttention() {
    QApplication::alert(this);
    if (client_.setting(QStringLiteral("notification-sound")) != QLatin1String("off"))
        QApplication::beep();
}

void MainWindow::send(const QString& text, const client::Composition& how) {
    const auto sent = client_.sendText(conversation_->contact(), text, how);
    if (sent)
        conversation_->composer().clear();
    else if (sent.error().code == ErrorCode::Malformed)
        conversation_->composer().showProblem(tr("This message is too long. Please send it in parts."));
    else
        conversation_->composer().showProblem(tr("The message could not be stored. Is the disk full?"));
}

void MainWindow::openInviteMenu() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("inviteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto contact = conversation_->contact();
    for (const auto& rule : client_.rules(contact, client::Direction::Outgoing)) {
        if (!rule.enabled || isOver(rule))
            continue;
        const auto key = rule.terms.media ? client::Client::describe(trigger::kindOf(*rule.terms.media))
                                          : oneLine(rule.phrase, 40);
        const auto words = tr("“%1” — %2", "phrase, command").arg(key, oneLine(rule.commandText, 60));
        menu->addAction(withoutMnemonic(words), this, [this, id = rule.id] { invite(id); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(tr("Make a new rule…"), this, [this, contact] {
        openSettings(QStringLiteral("rules"));
        settings().rules().addFor(contact);
    });
    const auto* button = conversation_->composer().inviteButton();
    menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void MainWindow::invite(const RuleId& rule) {
    if (!client_.invite(conversation_->contact(), rule))
        say(this, tr("Invite"), tr("The invitation could not be made. Is the rule still there?"));
    conversation_->composer().focusText();
}

void MainWindow::addContact(const QString& link) {
    const auto added = client_.addContact(link);
    if (added) {
        adding_->accept();
        refreshContact(*added);
        openContact(*added);
        return;
    }
    switch (added.error().code) {
        case ErrorCode::Exists:
            adding_->showProblem(tr("This person is in your contacts already."));
            break;
        case ErrorCode::Refused:
            adding_->showProblem(tr("This link leads to another meeting place, or to yourself."));
            break;
        default:
            adding_->showProblem(tr("That is not a whole invitation link. Please copy it once more."));
            break;
    }
}

void MainWindow::openAddContact(const QString& link) {
    if (!adding_) {
        adding_ = new AddContactDialog(client_.invitationLink(), this);
        adding_->setAttribute(Qt::WA_DeleteOnClose);
        connect(adding_, &AddContactDialog::addWanted, this, &MainWindow::addContact);
    }
    if (!link.isEmpty())
        adding_->fillLink(link);
    adding_->show();
    adding_->raise();
    adding_->activateWindow();
}

OpenDialogs MainWindow::openDialogs() const {
    OpenDialogs out;
    if (adding_)
        out.addContact = adding_->link();
    if (newGroup_)
        out.newGroup = newGroup_->draft();
    if (members_ && members_->isVisible())
        out.members = members_->group();
    if (searching_)
        out.search = searching_->words();
    return out;
}

void MainWindow::reopen(const OpenDialogs& dialogs) {
    if (dialogs.addContact)
        openAddContact(*dialogs.addContact);
    if (dialogs.newGroup)
        openNewGroup();
    if (dialogs.newGroup && newGroup_)
        newGroup_->fill(*dialogs.newGroup);
    if (const auto group = dialogs.members ? client_.groups().group(*dialogs.members) : std::nullopt)
        openMembers(*group);
    if (dialogs.search)
        openSearch(*dialogs.search);
}

void MainWindow::openSafetyNumber() {
    const auto id = conversation_->contact();
    const auto contact = client_.contact(id);
    const auto digits = client_.safetyNumber(id);
    if (!contact || !digits) {
        expect(Error{ErrorCode::Unavailable, {}});
        return;
    }
    const auto words = client_.safetyWords(id);
    auto* window = new SafetyNumberWindow(contact->name, *digits, words ? *words : QStringList(),
                                          contact->verified, this);
    connect(window, &SafetyNumberWindow::verifiedChosen, this,
            [this, id](bool verified) { expect(client_.setVerified(id, verified)); });
    window->open();
}

void MainWindow::openContactMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("contactMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addContactActions(*menu);
    menu->popup(at);
}

QList<QAction*> MainWindow::addContactActions(QMenu& menu) {
    return {menu.addAction(tr("Rename contact…"), this, &MainWindow::rename),
            menu.addAction(tr("Block contact…"), this, &MainWindow::block)};
}

void MainWindow::rename() {
    const auto contact = client_.contact(conversation_->contact());
    if (!contact)
        return;
    auto* dialog = new RenameDialog(contact->name, this);
    connect(dialog, &RenameDialog::nameChosen, this,
            [this, id = contact->id](const QString& name) { expect(client_.renameContact(id, name)); });
    dialog->open();
}

void MainWindow::block() {
    const auto contact = client_.contact(conversation_->contact());
    if (!contact)
        return;
    const auto name = oneLine(contact->name, 60);
    if (confirm(this, tr("Block"),
                tr("Block %1? Nothing from them reaches you any more. You can undo it in the settings, under "
                   "Privacy.")
                    .arg(name),
                tr("Block")))
        expect(client_.setBlocked(contact->id, true));
}

void MainWindow::showConnection() {
    const auto state = client_.connection();
    if (state == client::ConnectionState::Online) {
        bannerDelay_.stop();
        banner_->say({});
    } else if (banner_->isVisible()) {
        banner_->say(client_.connectionProblem());
    } else if (!bannerDelay_.isActive()) {
        bannerDelay_.start();  // most interruptions are over before anybody could read about them
    }
}

SettingsWindow& MainWindow::settings() {
    if (!settings_) {
        settings_ = new SettingsWindow(client_, programs_, directory_, this);
        settings_->setAttribute(Qt::WA_DeleteOnClose);
    }
    return *settings_;
}

void MainWindow::openSettings(const QString& page) {
    settings().openPage(page);
    if (page == QLatin1String("rules") && openedContact())
        settings().rules().choose(*openedContact());
    settings().show();
    settings().raise();
    settings().activateWindow();
}

QString MainWindow::openSettingsPage() const {
    return settings_ && settings_->isVisible() ? settings_->page() : QString();
}

void MainWindow::stepTextSize(int step) {
    const auto key = QStringLiteral("text-size");
    const auto now = client_.setting(key).toStdString();
    const auto next = trigger::neighbourValue(key.toStdString(), now, step);
    expect(client_.setSetting(key, QString::fromUtf8(next.data(), qsizetype(next.size()))));
}

void MainWindow::bringToFront() {
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::WindowActivate && openedContact())
        expect(client_.markRead(*openedContact()));
    if (event->type() == QEvent::WindowActivate && openedGroup())
        expect(client_.groups().markRead(*openedGroup()));
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepDraft();
    QMainWindow::closeEvent(event);
}

}  // namespace sesame::app
