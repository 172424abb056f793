// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/help_flow.h"

#include "client/outcome_row.h"
#include "client/qt_text.h"

#include <QFileInfo>
#include <QPointer>

namespace sesame::client {
namespace {

constexpr std::int64_t kPasteMs = 300;

execute::OutcomeKind outcomeOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::NotFound:
            return execute::OutcomeKind::NotFound;
        case ErrorCode::Refused:
        case ErrorCode::Malformed:
            return execute::OutcomeKind::Refused;
        case ErrorCode::Expired:
        case ErrorCode::Changed:
            return execute::OutcomeKind::Expired;
        default:
            return execute::OutcomeKind::Failed;
    }
}

// As the record names it.
std::string keyOf(const trigger::Rule& rule) {
    return rule.media ? trigger::name(trigger::kindOf(*rule.media)) : rule.phrase;
}

bool isPastedTooFast(const trigger::OwnMessage& message) {
    return message.msSincePaste >= 0 && message.msSincePaste <= kPasteMs;
}

// Had it been sent a moment later.
bool wouldMatch(trigger::OwnMessage message, const std::vector<InvitationBook::Open>& open) {
    message.msSincePaste = -1;
    for (const auto place : trigger::kJudgePlaces)
        if (trigger::judge(message, tableOf(open, place)).kind == trigger::MatchKind::Match)
            return true;
    return false;
}

}  // namespace

HelpFlow::HelpFlow(const Environment& environment, AccountKeeper& account, ContactBook& contacts,
                   Conversation& conversation, Diary& diary, RuleBook& rules, InvitationBook& invitations,
                   HelpReport& report, Ledger& ledger, Events& events, ClientSettings& settings,
                   ConsentDesk& desk, HelpWorker& worker, SafetyWindows& windows, HostedSide& hosted,
                   SentWords& sent)
    : environment_(environment),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      diary_(diary),
      rules_(rules),
      invitations_(invitations),
      report_(report),
      ledger_(ledger),
      events_(events),
      settings_(settings),
      desk_(desk),
      worker_(worker),
      windows_(windows),
      hosted_(hosted),
      sent_(sent) {
    connect(&events, &Events::invitationClosed, this, &HelpFlow::invitationClosed);
    connect(&events, &Events::wishGranted, this, &HelpFlow::wishGranted);
}

bool HelpFlow::collect(ContactId to, const MessageId& id, const std::string& text, qint64 msSincePaste) {
    const auto helper = contacts_.get(to);
    if (!helper || !ContactBook::mayAsk(*helper))
        return false;
    trigger::OwnMessage message;
    message.id = id;
    message.author = account_.identity().publicKey();
    message.recipient = helper->identity;
    message.text = text;
    message.composed = true;
    message.msSincePaste = msSincePaste;
    if (!isPastedTooFast(message))
        sent_.remember(helper->id, message);
    return judged(*helper, message, invitations_.grantable(*helper));
}

HelpFlow::HeardInGroup HelpFlow::collectInGroup(const store::GroupId& group,
                                                const std::vector<store::ContactRecord>& helpers,
                                                const MessageId& id, const std::string& text,
                                                qint64 msSincePaste) {
    struct Fit {
        store::ContactRecord helper;
        InvitationBook::Open open;
    };
    std::vector<Fit> same;
    std::vector<Fit> near;
    bool tooFast = false;
    for (const auto& helper : helpers) {
        const auto open = invitations_.grantableIn(group, helper);
        const trigger::OwnMessage message{
            id, account_.identity().publicKey(), helper.identity, text, true, msSincePaste};
        const trigger::RuleTable table = tableOf(open, trigger::JudgePlace::Receiver);
        const trigger::Verdict verdict = trigger::judge(message, table);
        if (verdict.kind != trigger::MatchKind::No)
            (verdict.kind == trigger::MatchKind::Match ? same : near)
                .push_back({helper, foundIn(open, verdict)});
        tooFast = tooFast || (isPastedTooFast(message) && wouldMatch(message, open));
    }
    const bool sure = !same.empty();
    const auto& fits = sure ? same : near;
    if (fits.empty())
        return tooFast ? HeardInGroup::PastedTooFast : HeardInGroup::Nothing;
    // The same words for two people: nobody but the user knows who was meant (S19).
    if (fits.size() > 1)
        return HeardInGroup::Several;
    const Fit& fit = fits.front();
    static_cast<void>(diary_.record(sure ? "matched" : "near", fit.helper, keyOf(fit.open.rule)));
    begin(fit.helper, fit.open, id, sure ? Sure::Yes : Sure::Near);
    return HeardInGroup::Begun;
}

bool HelpFlow::judged(const store::ContactRecord& helper, const trigger::OwnMessage& message,
                      const std::vector<InvitationBook::Open>& open) {
    const trigger::RuleTable table = tableOf(open, trigger::JudgePlace::Receiver);
    const trigger::Verdict verdict = trigger::judge(message, table);
    if (verdict.kind == trigger::MatchKind::No)
        return (!isPastedTooFast(message) && isJudgedElsewhere(open, message.text)) ||
               noMatch(helper, message, open);
    const InvitationBook::Open& found = foundIn(open, verdict);
    const bool near = verdict.kind == trigger::MatchKind::Near;
    static_cast<void>(diary_.record(near ? "near" : "matched", helper, keyOf(found.rule)));
    begin(helper, found, message.id, near ? Sure::Near : Sure::Yes);
    return true;
}

// Nothing is said or asked here then: their client or the hub will tell.
bool HelpFlow::isJudgedElsewhere(const std::vector<InvitationBook::Open>& open,
                                 const std::string& text) const {
    return std::any_of(open.begin(), open.end(), [&](const auto& one) {
        if (one.rule.judgedAt == trigger::JudgePlace::Receiver || !one.rule.ways.phrase)
            return false;
        const auto kind = trigger::compare(one.rule.phrase, text);
        return one.rule.judgedAt == trigger::JudgePlace::Hub ? kind == trigger::MatchKind::Match
                                                             : kind != trigger::MatchKind::No;
    });
}

Status HelpFlow::ordered(const store::ContactRecord& helper, const OrderContent& order,
                         trigger::JudgePlace by) {
    const auto refuse = [&](const char* why) -> Status {
        SESAME_TRY(diary_.record("order-refused", helper, why));
        return Error{ErrorCode::Refused, why};
    };
    const auto open = invitations_.grantable(helper, order.invitation);
    if (!open || open->record.ruleHash != order.rule || open->rule.judgedAt != by)
        return refuse("not an open invitation that is judged there");
    const auto message = sent_.take(helper.id, order.message);
    if (!message)
        return refuse("about no message of ours");
    const trigger::RuleTable table({{order.rule, open->rule}});
    const trigger::Verdict verdict = trigger::judge(*message, table);
    const bool near = verdict.kind == trigger::MatchKind::Near;
    // The hub knows equal tags only; what merely looks like the phrase never came from there.
    if (verdict.kind == trigger::MatchKind::No || (near && by == trigger::JudgePlace::Hub))
        return refuse("the message is another one");
    SESAME_TRY(diary_.record(near ? "near" : "matched", helper, open->rule.phrase));
    ledger_.afterCommit([this, helper, open = *open, id = order.message, near] {
        begin(helper, open, id, near ? Sure::Near : Sure::Yes);
    });
    return {};
}

void HelpFlow::begin(const store::ContactRecord& helper, const InvitationBook::Open& open,
                     const MessageId& message, Sure sure) {
    if (isHindered(helper, open.rule.command) || desk_.mustWait(helper))
        return;
    // What an earlier message of this conversation led to, and is not answered, gives way.
    std::erase_if(helps_, [&](const auto& one) {
        return one.second.contact == helper.id && one.second.stage != Stage::Consent;
    });
    const quint64 question = desk_.nextNumber();
    Help help;
    help.contact = helper.id;
    help.message = message;
    help.invitation = open.record.id;
    help.rule = open.record.ruleHash;
    help.command = open.rule.command;
    help.key = keyOf(open.rule);
    help.group = open.record.group;
    if (open.rule.media)
        help.media = trigger::kindOf(*open.rule.media);
    helps_[question] = std::move(help);
    if (sure == Sure::Near)
        askNear(question);
    else
        resolve(question);
}

void HelpFlow::looksLike(const store::ContactRecord& helper, const InvitationBook::Open& open,
                         const MessageId& message) {
    static_cast<void>(diary_.record("near-file", helper, keyOf(open.rule)));
    begin(helper, open, message, Sure::Near);
}

bool HelpFlow::isUnderWay(ContactId helper) const {
    const auto asked = desk_.open();
    return std::ranges::any_of(helps_, [&](const auto& one) {
        const auto& [question, help] = one;
        // The desk may have turned it away just now.
        const bool lives = help.stage != Stage::Consent || (asked && asked->question == question);
        return help.contact == helper && lives;
    });
}

Result<HelpFlow::Press> HelpFlow::press(const MessageId& invitation) {
    SESAME_TRY_ASSIGN(const auto record, ledger_.store().invitation(invitation));
    if (!record)
        return Error{ErrorCode::NotFound, "no such invitation"};
    SESAME_TRY_ASSIGN(const auto helper, contacts_.get(record->contact));
    auto open = invitations_.grantable(helper, invitation);
    if (!open)
        return Error{ErrorCode::Expired, "not open any more"};
    if (!open->rule.ways.buttons && !open->rule.wish)
        return Error{ErrorCode::Refused, "only the phrase grants this"};
    return Press{helper, *std::move(open)};
}

void HelpFlow::pressedYes(const Press& press, const MessageId& said) {
    static_cast<void>(diary_.record("pressed-yes", press.helper, keyOf(press.open.rule)));
    begin(press.helper, press.open, said, Sure::Yes);
}

Status HelpFlow::pressedNo(const Press& press) {
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(diary_.record("pressed-no", press.helper, {}));
        SESAME_TRY(invitations_.decline(press.helper, press.open.record.id));
        return conversation_.notice(press.helper.id, Notice::SaidNo);
    });
}

// The wish itself is the own message that this help is bound to (I1).
void HelpFlow::wishGranted(const MessageId& wish) {
    const auto record = ledger_.store().invitation(wish);
    const auto helper = record && *record ? contacts_.get((*record)->contact)
                                          : Result<store::ContactRecord>(Error{ErrorCode::NotFound, ""});
    const auto open = helper ? invitations_.grantable(*helper, wish) : std::nullopt;
    if (open)
        begin(*helper, *open, wish, Sure::Yes);
}

// Somebody sees this screen already: says so, before anybody is asked for nothing (S48).
bool HelpFlow::isHindered(const store::ContactRecord& helper, const trigger::Command& command) {
    const auto hindrance = hosted_.hindrance(helper, command);
    if (hindrance)
        static_cast<void>(conversation_.notice(helper.id, hindrance->notice, hindrance->argument));
    return hindrance.has_value();
}

bool HelpFlow::noMatch(const store::ContactRecord& helper, const trigger::OwnMessage& message,
                       const std::vector<InvitationBook::Open>& open) {
    if (isPastedTooFast(message) && wouldMatch(message, open))
        static_cast<void>(conversation_.notice(helper.id, Notice::PastedTooFast));
    else if (const auto group = groupWaitingFor(helper, message.text))
        static_cast<void>(conversation_.notice(helper.id, Notice::AskedInGroup, *group));
    else if (const auto rule = rules_.withPhrase(helper, message.text))
        static_cast<void>(conversation_.notice(
            helper.id, rule->ways.phrase ? Notice::InvitationOver : Notice::ButtonsOnly));
    else
        return false;
    return true;
}

std::optional<std::string> HelpFlow::groupWaitingFor(const store::ContactRecord& helper,
                                                     const std::string& text) const {
    for (const auto& open : invitations_.grantableInGroups(helper)) {
        if (trigger::compare(open.rule.phrase, text) != trigger::MatchKind::Match)
            continue;
        const auto group = ledger_.store().group(*open.record.group);
        if (group && *group)
            return (*group)->name;
    }
    return std::nullopt;
}

HelpFlow::Helps::iterator HelpFlow::at(quint64 question, Stage stage) {
    const auto found = helps_.find(question);
    return found != helps_.end() && found->second.stage == stage ? found : helps_.end();
}

std::optional<store::ContactRecord> HelpFlow::stillAllowed(const Help& help) {
    const auto helper = contacts_.get(help.contact);
    if (!helper)
        return std::nullopt;
    const auto open = invitations_.grantable(*helper, help.invitation);
    if (!open || open->record.ruleHash != help.rule || open->rule.command != help.command)
        return std::nullopt;
    return *helper;
}

void HelpFlow::askNear(quint64 question) {
    Help& help = helps_[question];
    help.stage = Stage::Near;
    help.window = windows_.open();
    Q_EMIT events_.nearAsked({question, help.contact, help.media ? QString() : toQt(help.key),
                              wording::command(help.command), help.media, help.group});
}

Status HelpFlow::answerNear(quint64 question, bool yes) {
    const auto found = at(question, Stage::Near);
    if (found == helps_.end())
        return Error{ErrorCode::Expired, "not asked"};
    const auto helper = stillAllowed(found->second);
    if (helper && yes) {
        SESAME_TRY(diary_.record("near-yes", *helper, found->second.key));
        resolve(question);
        return {};
    }
    const Help help = found->second;
    helps_.erase(found);
    if (!helper)
        return Error{ErrorCode::Expired, "not open any more"};
    SESAME_TRY(diary_.record("near-no", *helper, help.key));
    return conversation_.notice(help.contact, Notice::NearDeclined);
}

void HelpFlow::resolve(quint64 question) {
    Help& help = helps_[question];
    help.stage = Stage::Resolving;
    help.window.reset();
    worker_.resolve(help.command, [self = QPointer(this), question](const auto& resolution) {
        if (self)
            self->resolved(question, resolution);
    });
}

void HelpFlow::resolved(quint64 question, const Result<execute::Resolution>& resolution) {
    const auto found = at(question, Stage::Resolving);
    if (found == helps_.end())
        return;
    const auto helper = stillAllowed(found->second);
    if (!helper) {
        helps_.erase(found);
        return;
    }
    if (resolution && resolution->targets.size() == 1)
        return askConsent(question, resolution->targets.front());
    if (resolution && !resolution->targets.empty())
        return askChoice(question, *resolution);
    const Help help = found->second;
    helps_.erase(found);
    const auto kind = resolution ? execute::OutcomeKind::NotFound : outcomeOf(resolution.error());
    const Status begun = ledger_.transact([&] { return report_.begin(*helper, help.invitation, help.rule); });
    if (begun)
        report_.done(
            help.contact, help.invitation, help.rule,
            {kind, saidTarget(help.command), resolution ? std::string() : resolution.error().detail});
}

void HelpFlow::askChoice(quint64 question, const execute::Resolution& resolution) {
    Help& help = helps_[question];
    help.stage = Stage::Choice;
    help.window = windows_.open();
    help.targets = resolution.targets;
    ChoiceView view{question, help.contact, toQt(saidTarget(help.command)), {}, resolution.cutShort};
    for (const auto& target : help.targets)
        view.paths.append(toQt(target.display));
    Q_EMIT events_.choiceAsked(view);
}

Status HelpFlow::answerChoice(quint64 question, int index) {
    const auto found = at(question, Stage::Choice);
    if (found == helps_.end())
        return Error{ErrorCode::Expired, "not asked"};
    if (index >= static_cast<int>(found->second.targets.size()))
        return Error{ErrorCode::Malformed, "no such choice"};
    const auto helper = stillAllowed(found->second);
    if (helper && index >= 0) {
        askConsent(question, found->second.targets[static_cast<std::size_t>(index)]);
        return {};
    }
    const Help help = found->second;
    helps_.erase(found);
    if (!helper)
        return Error{ErrorCode::Expired, "not open any more"};
    SESAME_TRY(diary_.record("choice-none", *helper, help.key));
    return conversation_.notice(help.contact, Notice::NearDeclined);
}

ConsentView HelpFlow::consentView(quint64 question, const store::ContactRecord& helper, const Help& help,
                                  const consent::ResolvedTarget& target) const {
    ConsentView view;
    view.question = question;
    view.contact = helper.id;
    view.helperName = ContactBook::nameOf(helper);
    view.knownSince = QDateTime::fromMSecsSinceEpoch(helper.sinceMs);
    view.verified = helper.verified;
    name(view, help.command, target);
    view.refusals = desk_.gate().refusals(helper.identity);
    return view;
}

// The sentence has the short name, the frame below it everything (I2).
void HelpFlow::name(ConsentView& view, const trigger::Command& command,
                    const consent::ResolvedTarget& target) const {
    view.target = toQt(target.display);
    QString what = QFileInfo(view.target).fileName();
    if (const auto* settings = std::get_if<trigger::ImSettings>(&command)) {
        what =
            settings->page.empty()
                ? wording::change(settings->key, toStd(settings_.value(toQt(settings->key))), settings->value)
                : wording::page(settings->page);
        view.target = what;
    } else if (const auto* remote = std::get_if<trigger::RemoteControl>(&command)) {
        what = wording::minutes(remote->minutes);
        view.remote = *remote;
        view.rise = touched(command).has_value();
        view.target = wording::screen(view.target);
    } else if (const auto* share = std::get_if<trigger::ShareFolder>(&command)) {
        view.share = *share;
    } else if (std::holds_alternative<trigger::LaunchProgram>(command)) {
        if (const auto program = environment_.programs.byFile(target.reference)) {
            what = toQt(program->name);
            view.target = toQt(program->name + " (" + program->id + ")");
            view.note = program->userInstalled ? wording::userInstalled() : QString();
        }
    }
    view.sentence = view.rise ? wording::riseQuestion(view.helperName, view.remote->level)
                              : wording::question(view.helperName, command, what);
}

void HelpFlow::askConsent(quint64 question, const consent::ResolvedTarget& target) {
    const auto found = helps_.find(question);
    Help& help = found->second;
    const auto helper = stillAllowed(help);
    if (!helper || isHindered(*helper, help.command)) {
        helps_.erase(found);
        return;
    }
    help.stage = Stage::Consent;
    const SafetyWindow meanwhile = std::exchange(help.window, nullptr);
    ConsentDesk::Case asked;
    asked.scope = {helper->identity,
                   account_.identity().publicKey(),
                   help.rule,
                   help.message,
                   help.invitation,
                   help.command,
                   target};
    asked.view = consentView(question, *helper, help, target);
    // A question about a session that runs says nothing of one that would begin, and the other way round
    // (I2).
    asked.stillAllowed = [this, help, session = touched(help.command)] {
        return touched(help.command) == session ? stillAllowed(help) : std::nullopt;
    };
    asked.begin = [this, help](const auto& who) { return report_.begin(who, help.invitation, help.rule); };
    asked.granted = [this, help](const consent::Grant& granted) { run(help, granted); };
    asked.refused = [this, help](const auto& who, consent::Answer answer) {
        return declined(help, who, answer);
    };
    if (!desk_.ask(*helper, std::move(asked)))
        helps_.erase(question);
}

std::optional<StreamId> HelpFlow::touched(const trigger::Command& command) const {
    const HostedSession* session = hosted_.session();
    const bool touches =
        session && session->serves() && std::holds_alternative<trigger::RemoteControl>(command);
    return touches ? std::optional(session->id()) : std::nullopt;
}

void HelpFlow::run(const Help& help, const consent::Grant& granted) {
    std::erase_if(helps_, [&](const auto& one) { return one.second.message == help.message; });
    worker_.execute(granted, [self = QPointer(this), help](const execute::Outcome& outcome) {
        if (self)
            self->report_.done(help.contact, help.invitation, help.rule, outcome);
    });
}

Status HelpFlow::declined(const Help& help, const store::ContactRecord& helper, consent::Answer answer) {
    std::erase_if(helps_, [&](const auto& one) { return one.second.message == help.message; });
    if (answer != consent::Answer::No)
        return conversation_.notice(helper.id, Notice::TimedOut);
    SESAME_TRY(invitations_.decline(helper, help.invitation));
    return conversation_.notice(helper.id, Notice::SaidNo);
}

void HelpFlow::invitationClosed(const MessageId& id) {
    std::vector<quint64> asked;
    for (const auto& [question, help] : helps_)
        if (help.invitation == id && help.stage == Stage::Consent)
            asked.push_back(question);
    for (const quint64 question : asked)
        desk_.withdraw(question);
    std::erase_if(helps_, [&](const auto& one) { return one.second.invitation == id; });
}

}  // namespace sesame::client
