// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/set_wording.h"

#include "client/qt_text.h"
#include "client/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace sesame::client {
namespace {

QString sayOfSet(const char* text) {
    return QCoreApplication::translate("Client", text);
}

QString days(std::uint32_t number) {
    return number == 1 ? sayOfSet(QT_TRANSLATE_NOOP("Client", "Valid for one day."))
                       : sayOfSet(QT_TRANSLATE_NOOP("Client", "Valid for %1 days.")).arg(number);
}

QString ways(const trigger::Ways& ways, bool own) {
    if (ways.told)
        return own ? sayOfSet(QT_TRANSLATE_NOOP("Client", "You write it after they told it to you."))
                   : sayOfSet(QT_TRANSLATE_NOOP("Client", "They write it after you told it to them."));
    if (!ways.buttons)
        return own ? sayOfSet(QT_TRANSLATE_NOOP("Client", "You answer by sending it back."))
                   : sayOfSet(QT_TRANSLATE_NOOP("Client", "They answer by sending it back."));
    if (!ways.phrase)
        return own ? sayOfSet(QT_TRANSLATE_NOOP("Client", "You answer by pressing Yes."))
                   : sayOfSet(QT_TRANSLATE_NOOP("Client", "They answer by pressing Yes."));
    return own ? sayOfSet(QT_TRANSLATE_NOOP("Client", "You answer by sending it back, or by pressing Yes."))
               : sayOfSet(QT_TRANSLATE_NOOP("Client", "They answer by sending it back, or by pressing Yes."));
}

// At the receiver's is what nobody need be told.
QString place(trigger::JudgePlace place, bool own, const QString& peer) {
    switch (place) {
        case trigger::JudgePlace::Receiver:
            return {};
        case trigger::JudgePlace::Helper:
            return own ? sayOfSet(QT_TRANSLATE_NOOP("Client", "It is recognised on the computer of %1."))
                             .arg(peer)
                       : sayOfSet(QT_TRANSLATE_NOOP("Client", "It is recognised on this computer."));
        case trigger::JudgePlace::Hub:
            return sayOfSet(QT_TRANSLATE_NOOP(
                "Client", "It is recognised at the hub, which sees that a phrase was said, not which."));
    }
    return {};
}

}  // namespace

const char* name(RowFate fate) {
    static constexpr const char* kNames[] = {"new",   "same",    "replaces", "refused",
                                             "older", "no-room", "over"};
    return kNames[static_cast<std::size_t>(fate)];
}

namespace wording {

QString terms(const RuleTerms& terms, Direction whose, const QString& peer, const QDateTime& until) {
    const bool own = whose == Direction::Incoming;
    QStringList out{ways(terms.ways, own), place(terms.judgedAt, own, peer)};
    if (!until.isNull())
        out << sayOfSet(QT_TRANSLATE_NOOP("Client", "Valid until %1."))
                   .arg(QLocale().toString(until.date(), QLocale::LongFormat));
    else if (terms.days != 0)
        out << days(terms.days);
    out.removeAll(QString());
    return inARow(out);
}

QString fate(const RuleBook::Fit& fit) {
    switch (fit.fate) {
        case RowFate::New:
            return sayOfSet(QT_TRANSLATE_NOOP("Client", "New"));
        case RowFate::Same:
            return sayOfSet(QT_TRANSLATE_NOOP("Client", "The same is there already"));
        case RowFate::Replaces:
            return sayOfSet(QT_TRANSLATE_NOOP("Client", "Takes the place of “%1”")).arg(toQt(fit.former));
        case RowFate::Refused:
            return fit.problem
                       ? sayOfSet(QT_TRANSLATE_NOOP("Client", "Not possible: %1")).arg(rule(*fit.problem))
                       : sayOfSet(QT_TRANSLATE_NOOP("Client", "Not possible: it is not valid here."));
        case RowFate::Older:
            return sayOfSet(QT_TRANSLATE_NOOP("Client", "Not possible: a newer version is there already."));
        case RowFate::NoRoom:
            return sayOfSet(QT_TRANSLATE_NOOP("Client", "Not possible: there are too many rules already."));
        case RowFate::Over:
            return sayOfSet(QT_TRANSLATE_NOOP("Client", "Not possible: its time is over."));
    }
    return {};
}

QString offer(const OfferView& offer) {
    const QString number = QString::number(offer.rules);
    if (offer.direction == Direction::Outgoing)
        return offer.rules == 1
                   ? sayOfSet(QT_TRANSLATE_NOOP("Client", "You offered a phrase: “%1”")).arg(offer.name)
                   : sayOfSet(QT_TRANSLATE_NOOP("Client", "You offered %1 phrases: “%2”"))
                         .arg(number, offer.name);
    return offer.rules == 1 ? sayOfSet(QT_TRANSLATE_NOOP("Client", "%1 offers you a phrase: “%2”"))
                                  .arg(offer.contactName, offer.name)
                            : sayOfSet(QT_TRANSLATE_NOOP("Client", "%1 offers you %2 phrases: “%3”"))
                                  .arg(offer.contactName, number, offer.name);
}

}  // namespace wording

SetRowView viewOf(const SetRow& row, const RuleBook::Fit& fit, Direction whose, const QString& peer,
                  const QDateTime& until) {
    SetRowView out;
    out.phrase = toQt(row.phrase);
    out.command = row.command;
    out.commandText = wording::command(row.command);
    out.terms = row.terms;
    out.termsText = wording::terms(row.terms, whose, peer, until);
    out.fate = fit.fate;
    out.fateText = wording::fate(fit);
    return out;
}

OfferView viewOf(const store::OfferRecord& record, const QString& peer) {
    OfferView out;
    out.id = record.id;
    out.contact = record.contact;
    out.contactName = peer;
    out.direction = record.direction;
    out.name = toQt(record.name);
    out.rules = static_cast<int>(record.count);
    out.taken = static_cast<int>(record.taken);
    out.state = record.state;
    out.time = QDateTime::fromMSecsSinceEpoch(record.madeMs);
    out.expires = QDateTime::fromMSecsSinceEpoch(record.expiresMs);
    return out;
}

}  // namespace sesame::client
