// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the windows with sample data, to be looked at: sesame_app_gallery PAGE [TEXT-SIZE] [LANGUAGE]
#include "app/add_contact_dialog.h"
#include "app/composer.h"
#include "app/consent_dialog.h"
#include "app/contact_list.h"
#include "app/conversation_view.h"
#include "app/first_start.h"
#include "app/language.h"
#include "app/message_list.h"
#include "app/near_card.h"
#include "app/safety_number_window.h"
#include "app/style.h"
#include "gallery_help.h"
#include "gallery_sets.h"
#include "gallery_share.h"

#include <QApplication>
#include <QSplitter>

using namespace sesame;
using namespace sesame::app;

namespace {

client::ContactView person(int id, const QString& name, const QString& last, int minutes, int unread,
                           bool online) {
    client::ContactView out;
    out.id = client::ContactId{id};
    out.name = name;
    out.handle = QStringLiteral("handle%1").arg(id);
    out.state = client::ContactState::Accepted;
    out.online = online;
    out.since = QDateTime::currentDateTime().addDays(-200);
    out.unread = unread;
    out.lastText = last;
    out.lastTime = QDateTime::currentDateTime().addSecs(-60LL * minutes);
    return out;
}

client::MessageView message(int order, bool own, const QString& text, int minutes,
                            client::Delivery delivery) {
    client::MessageView out;
    out.id.value[0] = std::byte(order % 256);
    out.id.value[1] = std::byte(order / 256);
    out.order = order;
    out.direction = own ? client::Direction::Outgoing : client::Direction::Incoming;
    out.delivery = own ? delivery : client::Delivery::None;
    out.time = QDateTime::currentDateTime().addSecs(-60LL * minutes);
    out.text = text;
    return out;
}

QList<client::MessageView> sample() {
    using client::Delivery;
    QList<client::MessageView> out;
    out << message(1, false, QStringLiteral("Good morning! Did the photos arrive?"), 1500, Delivery::None)
        << message(2, true, QStringLiteral("Yes, they are lovely. 谢谢！孩子们长大了。"), 1490,
                   Delivery::Read)
        << message(3, true,
                   QStringLiteral("I cannot find the calculator any more. It was in the menu, I think, but "
                                  "the menu looks different since yesterday."),
                   40, Delivery::Read)
        << message(4, false, QStringLiteral("No problem, I can help you with that."), 38, Delivery::None);
    auto card = message(5, false, {}, 30, Delivery::None);
    card.kind = client::MessageKind::Invitation;
    card.invitation =
        client::InvitationView{QStringLiteral("打开计算器"), QStringLiteral("Open the program “Calculator”"),
                               client::InvitationState::Open, QDateTime::currentDateTime().addSecs(600)};
    out << card << message(6, true, QStringLiteral("打开计算器"), 29, Delivery::Delivered);
    auto notice = message(7, false, QStringLiteral("Opened: Calculator"), 28, Delivery::None);
    notice.kind = client::MessageKind::Outcome;
    auto failed = message(9, true, QStringLiteral("And one that could not go"), 2, Delivery::Failed);
    failed.reason = QStringLiteral("Anna’s mailbox is full.");
    out << notice
        << message(8, true,
                   QStringLiteral(
                       "https://example.org/a/very/long/"
                       "path?with=arguments&and=more_without_any_space_at_all_in_it_to_wrap_at_some_place"),
                   3, Delivery::Sent)
        << failed << message(10, true, QStringLiteral("<b>not bold</b> & %1"), 1, Delivery::Sending);
    return out;
}

QWidget* conversation(const Clock& clock) {
    auto* panes = new QSplitter;
    auto* list = new ContactList(panes);
    auto anna = person(1, QStringLiteral("Anna Becker"),
                       QStringLiteral("No problem, I can help you with that."), 1, 0, true);
    auto asks = person(9, QStringLiteral("Walter"), {}, 3, 0, false);
    asks.state = client::ContactState::Incoming;
    list->setContacts(
        {anna, person(2, QStringLiteral("李明"), QStringLiteral("晚上一起吃饭吗？"), 90, 3, true),
         person(3, QStringLiteral("A very long name that somebody chose to see what happens"),
                QStringLiteral("Short"), 1600, 120, false),
         person(4, QStringLiteral("Tom & Jerry <b>"), QStringLiteral("See you"), 9000, 0, false), asks});
    auto* view = new ConversationView(clock, panes);
    view->open(anna,
               [](qint64 before, int) { return before == 0 ? sample() : QList<client::MessageView>(); });
    client::NearView near;
    near.question = 1;
    near.phrase = QStringLiteral("打开计算器");
    near.command = QStringLiteral("Open the program “Calculator”");
    view->near().ask(near);
    view->composer().setDraft({QStringLiteral("打开计算"), 4, {}});
    list->choose(anna.id);
    panes->setSizes({330, 690});
    panes->resize(1020, 700);
    return panes;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    applyStyle(app);
    const auto page = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("conversation");
    applyTextSize(argc > 2 ? QString::fromLocal8Bit(argv[2]) : QStringLiteral("normal"));
    applyLanguage(argc > 3 ? QString::fromLocal8Bit(argv[3]) : QStringLiteral("en"));
    const SystemClock clock;
    consent::Gate gate(clock);
    std::unique_ptr<QWidget> shown;
    if (page == QLatin1String("consent") || page == QLatin1String("both")) {
        if (page == QLatin1String("both")) {
            shown.reset(conversation(clock));
            shown->show();
        }
        gate.offer({});
        auto* dialog = new ConsentDialog(gate, clock);
        dialog->setOwnPicture(QStringLiteral("boat/2"));
        dialog->ask({1,
                     client::ContactId{1},
                     QStringLiteral("Anna Becker"),
                     QDateTime::currentDateTime().addDays(-200),
                     true,
                     QStringLiteral("Anna Becker wants to open the program “Calculator” on this computer."),
                     QStringLiteral("Galculator  (/usr/share/applications/galculator.desktop)"),
                     {},
                     3});
        QObject::connect(dialog, &ConsentDialog::answered, qApp, [](quint64, bool yes) {
            qInfo("answer %d", yes);
            QApplication::quit();
        });
    } else if (page == QLatin1String("first")) {
        shown.reset(new FirstStart);
        shown->show();
    } else if (page == QLatin1String("add")) {
        shown.reset(new AddContactDialog(
            QStringLiteral("sesame:invite?v=1&hub=wss%3A%2F%2F192.168.1.20%3A8444&fp="
                           "aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899&h=anna.x3k&k="
                           "aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899&n=Anna&t="
                           "aabbccddeeff00112233445566778899")));
        shown->show();
    } else if (page == QLatin1String("safety")) {
        shown.reset(new SafetyNumberWindow(
            QStringLiteral("Anna"),
            QStringLiteral("123456789012345678901234567890123456789012345678901234567890"),
            {QStringLiteral("anchor"), QStringLiteral("bamboo"), QStringLiteral("castle"),
             QStringLiteral("dragon"), QStringLiteral("echo"), QStringLiteral("forest")},
            false));
        shown->setAttribute(Qt::WA_DeleteOnClose, false);
        shown->show();
    } else if (!test::showHelpPage(page, clock) && !test::showSharePage(page, clock) &&
               !test::showSetPage(page, clock)) {
        shown.reset(conversation(clock));
        shown->show();
    }
    return QApplication::exec();
}
