// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/help_flow.h"

#include "client/outcome_row.h"
#include "client/qt_text.h"

#include <QFileInfo>

namespace sesame::client {
namespace {

constexpr int kTickMs = 250;
constexpr std::size_t kMostQuestions = 16;
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

}  // namespace

HelpFlow::HelpFlow(const Environment& environment, AccountKeeper& account, ContactBook& contacts,
                   Conversation& conversation, Diary& diary, RuleBook& rules, InvitationBook& invitations,
                   HelpReport& report, Ledger& ledger, Events& events, ClientSettings& settings,
                   std::string ownData)
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
      bridge_(settings, events),
      ownData_(std::move(ownData)),
      gate_(environment.clock) {
    worker_.setMaxThreadCount(1);  // executors and the window system are for one thread at a time
    worker_.setExpiryTimeout(-1);
    connect(&tick_, &QTimer::timeout, this, &HelpFlow::tick);
    tick_.start(kTickMs);
    connect(&events, &Events::invitationClosed, this, &HelpFlow::invitationClosed);
}

HelpFlow::~HelpFlow() {
    stop_.request_stop();
    worker_.waitForDone();
}

std::shared_ptr<execute::Dispatcher> HelpFlow::dispatcher() {
    std::vector<std::string> places;
    for (const QString& place : settings_.allowedPlaces())
        places.push_back(toStd(place));
    return std::make_shared<execute::Dispatcher>(execute::Machine{environment_.clock,
                                                                  environment_.programs,
                                                                  environment_.windows,
                                                                  environment_.launcher,
                                                                  bridge_,
                                                                  remote_,
                                                                  std::move(places),
                                                                  {ownData_}});
}

void HelpFlow::collect(ContactId to, const MessageId& id, const std::string& text, qint64 msSincePaste) {
    const auto helper = contacts_.get(to);
    if (!helper || !ContactBook::mayAsk(*helper))
        return;
    trigger::OwnMessage message;
    message.id = id;
    message.author = account_.identity().publicKey();
    message.recipient = helper->identity;
    message.text = text;
    message.composed = true;
    message.msSincePaste = msSincePaste;
    judged(*helper, message, invitations_.grantable(*helper));
}

void HelpFlow::judged(const store::ContactRecord& helper, const trigger::OwnMessage& message,
                      const std::vector<InvitationBook::Open>& open) {
    std::vector<trigger::Candidate> candidates;
    candidates.reserve(open.size());
    for (const auto& one : open)
        candidates.push_back({one.record.ruleHash, one.rule});
    const trigger::RuleTable table(std::move(candidates));
    const trigger::Verdict verdict = trigger::judge(message, table);
    if (verdict.kind == trigger::MatchKind::No) {
        noMatch(helper, message, table);
        return;
    }
    const auto found = std::find_if(open.begin(), open.end(), [&](const auto& one) {
        return one.record.ruleHash == verdict.candidate->hash;
    });
    SESAME_ASSERT(found != open.end());
    const bool near = verdict.kind == trigger::MatchKind::Near;
    static_cast<void>(diary_.record(near ? "near" : "matched", helper, found->rule.phrase));
    if (!maySpeak(helper))
        return;
    // What an earlier message of this conversation led to, and is not answered, gives way.
    std::erase_if(helps_, [&](const auto& one) {
        return one.second.contact == helper.id && one.second.stage != Stage::Consent;
    });
    const quint64 question = ++lastQuestion_;
    Help help;
    help.contact = helper.id;
    help.message = message.id;
    help.invitation = found->record.id;
    help.rule = found->record.ruleHash;
    help.command = found->rule.command;
    help.phrase = found->rule.phrase;
    helps_[question] = std::move(help);
    if (near)
        askNear(question);
    else
        resolve(question);
}

void HelpFlow::noMatch(const store::ContactRecord& helper, const trigger::OwnMessage& message,
                       const trigger::RuleTable& table) {
    trigger::OwnMessage later = message;
    later.msSincePaste = -1;
    const bool pasted = message.msSincePaste >= 0 && message.msSincePaste <= kPasteMs;
    if (pasted && trigger::judge(later, table).kind == trigger::MatchKind::Match)
        static_cast<void>(conversation_.notice(helper.id, Notice::PastedTooFast));
    else if (rules_.isPhrase(helper, message.text))
        static_cast<void>(conversation_.notice(helper.id, Notice::InvitationOver));
}

// False, with a line in the conversation, while nothing may pop up (S37).
bool HelpFlow::maySpeak(const store::ContactRecord& helper) {
    const bool waits = gate_.backOffMs(helper.identity) > 0;
    if (!waits && !gate_.question() && helps_.size() < kMostQuestions)
        return true;
    static_cast<void>(diary_.record(waits ? "back-off" : "busy", helper, {}));
    static_cast<void>(conversation_.notice(helper.id, waits ? Notice::BackOff : Notice::Busy));
    return false;
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
    Q_EMIT events_.nearAsked({question, help.contact, toQt(help.phrase), wording::command(help.command)});
}

Status HelpFlow::answerNear(quint64 question, bool yes) {
    const auto found = at(question, Stage::Near);
    if (found == helps_.end())
        return Error{ErrorCode::Expired, "not asked"};
    const auto helper = stillAllowed(found->second);
    if (helper && yes) {
        SESAME_TRY(diary_.record("near-yes", *helper, found->second.phrase));
        resolve(question);
        return {};
    }
    const Help help = found->second;
    helps_.erase(found);
    if (!helper)
        return Error{ErrorCode::Expired, "not open any more"};
    SESAME_TRY(diary_.record("near-no", *helper, help.phrase));
    return conversation_.notice(help.contact, Notice::NearDeclined);
}

void HelpFlow::resolve(quint64 question) {
    Help& help = helps_[question];
    help.stage = Stage::Resolving;
    worker_.start([this, question, command = help.command, executor = dispatcher(),
                   stop = stop_.get_token()] {
        auto resolution = executor->resolve(command, stop);
        QMetaObject::invokeMethod(
            this, [this, question, resolution = std::move(resolution)] { resolved(question, resolution); },
            Qt::QueuedConnection);
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
    SESAME_TRY(diary_.record("choice-none", *helper, help.phrase));
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
    view.refusals = gate_.refusals(helper.identity);
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
        view.target = wording::screen(view.target);
    } else if (std::holds_alternative<trigger::LaunchProgram>(command)) {
        if (const auto program = environment_.programs.byFile(target.reference)) {
            what = toQt(program->name);
            view.target = toQt(program->name + " (" + program->id + ")");
            view.note = program->userInstalled ? wording::userInstalled() : QString();
        }
    }
    view.sentence = wording::question(view.helperName, command, what);
}

void HelpFlow::askConsent(quint64 question, const consent::ResolvedTarget& target) {
    const auto found = helps_.find(question);
    Help& help = found->second;
    const auto helper = stillAllowed(help);
    if (!helper) {
        helps_.erase(found);
        return;
    }
    const consent::GrantScope scope{helper->identity,
                                    account_.identity().publicKey(),
                                    help.rule,
                                    help.message,
                                    help.invitation,
                                    help.command,
                                    target};
    const auto offer = gate_.offer(scope);
    if (offer != consent::Gate::Offer::Asked) {
        const bool busy = offer == consent::Gate::Offer::Busy;
        helps_.erase(found);
        static_cast<void>(diary_.record(busy ? "busy" : "back-off", *helper, {}));
        static_cast<void>(conversation_.notice(helper->id, busy ? Notice::Busy : Notice::BackOff));
        return;
    }
    help.stage = Stage::Consent;
    help.view = consentView(question, *helper, help, target);
    if (!diary_.record("asked", *helper, toStd(help.view.sentence))) {
        gate_.close(consent::Answer::Withdrawn);  // no record, no question (I6)
        helps_.erase(found);
        return;
    }
    Q_EMIT events_.consentAsked(help.view);
}

std::optional<ConsentView> HelpFlow::openConsent() const {
    for (const auto& [question, help] : helps_)
        if (help.stage == Stage::Consent)
            return help.view;
    return std::nullopt;
}

Status HelpFlow::answerConsent(quint64 question, bool yes) {
    tick();
    const auto found = at(question, Stage::Consent);
    if (found == helps_.end())
        return Error{ErrorCode::Expired, "not asked"};
    return yes ? grant(found) : closeConsent(found, consent::Answer::No);
}

Status HelpFlow::grant(Helps::iterator found) {
    const auto helper = stillAllowed(found->second);
    if (!helper) {
        SESAME_TRY(closeConsent(found, consent::Answer::Withdrawn));
        return Error{ErrorCode::Expired, "not open any more"};
    }
    const auto granted = gate_.yes();
    if (!granted) {
        if (granted.error().code != ErrorCode::Refused)
            tick();
        return granted.error();
    }
    const quint64 question = found->first;
    const Help help = found->second;
    helps_.erase(found);
    Status begun = ledger_.transact([&]() -> Status {
        SESAME_TRY(diary_.record("answered", *helper, consent::name(consent::Answer::Yes)));
        return report_.begin(*helper, help.invitation, help.rule);
    });
    Q_EMIT events_.consentClosed(question, consent::Answer::Yes);
    if (begun)
        run(help, *granted);
    return begun;
}

// The one place in the client that runs anything (M8).
void HelpFlow::run(const Help& help, const consent::Grant& granted) {
    worker_.start([this, help, granted, executor = dispatcher(), stop = stop_.get_token()] {
        auto outcome = executor->run(granted, stop);
        QMetaObject::invokeMethod(
            this,
            [this, help, outcome = std::move(outcome)] {
                report_.done(help.contact, help.invitation, help.rule, outcome);
            },
            Qt::QueuedConnection);
    });
}

Status HelpFlow::closeConsent(Helps::iterator found, consent::Answer answer) {
    const quint64 question = found->first;
    const Help help = found->second;
    helps_.erase(found);
    if (gate_.question())
        gate_.close(answer);
    Status noted = ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(const auto helper, contacts_.get(help.contact));
        return noteClosed(help, helper, answer);
    });
    Q_EMIT events_.consentClosed(question, answer);
    return noted;
}

Status HelpFlow::noteClosed(const Help& help, const store::ContactRecord& helper, consent::Answer answer) {
    SESAME_TRY(diary_.record("answered", helper, consent::name(answer)));
    if (answer != consent::Answer::No)
        return conversation_.notice(helper.id, Notice::TimedOut);
    SESAME_TRY(invitations_.decline(helper, help.invitation));
    return conversation_.notice(helper.id, Notice::SaidNo);
}

void HelpFlow::invitationClosed(const MessageId& id) {
    for (auto found = helps_.begin(); found != helps_.end();) {
        const auto next = std::next(found);
        if (found->second.invitation == id) {
            if (found->second.stage == Stage::Consent)
                static_cast<void>(closeConsent(found, consent::Answer::Withdrawn));
            else
                helps_.erase(found);
        }
        found = next;
    }
}

// Time-outs, and questions that somebody else closed.
void HelpFlow::tick() {
    const auto closed = gate_.tick();
    const auto found = std::find_if(helps_.begin(), helps_.end(),
                                    [](const auto& one) { return one.second.stage == Stage::Consent; });
    if (found == helps_.end())
        return;
    if (closed || !gate_.question())
        static_cast<void>(closeConsent(found, closed.value_or(consent::Answer::Hidden)));
    else if (!stillAllowed(found->second))
        static_cast<void>(closeConsent(found, consent::Answer::Withdrawn));
}

}  // namespace sesame::client
