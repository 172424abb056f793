// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/rule_set.h"

#include "client/lined_json.h"
#include "client/qt_text.h"

#include "sesame/client/plain_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace sesame::client {
namespace {

constexpr const char* kFormat = "sesame-rules";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostPhraseBytes = 1024;  // more than any phrase that may be a key
constexpr std::size_t kMostTargetBytes = 4096;  // more than any target that may be opened
constexpr int kShownName = 40;

QJsonObject jsonOf(const trigger::Command& command) {
    struct Writer {
        QJsonObject operator()(const trigger::LaunchProgram& in) const {
            return {{"type", "launch-program"}, {"program", toQt(in.program)}};
        }
        QJsonObject operator()(const trigger::OpenFile& in) const {
            return withPlace({{"type", "open-file"}}, in.path, in.name);
        }
        QJsonObject operator()(const trigger::ImSettings& in) const {
            if (!in.page.empty())
                return {{"type", "im-settings"}, {"page", toQt(in.page)}};
            return {{"type", "im-settings"}, {"key", toQt(in.key)}, {"value", toQt(in.value)}};
        }
        QJsonObject operator()(const trigger::RemoteControl& in) const {
            return {{"type", "remote-control"},
                    {"level", QLatin1String(trigger::name(in.level))},
                    {"minutes", qint64(in.minutes)}};
        }
        QJsonObject operator()(const trigger::ShareFolder& in) const {
            return withPlace({{"type", "share-folder"},
                              {"level", QLatin1String(trigger::name(in.level))},
                              {"minutes", qint64(in.minutes)}},
                             in.path, in.name);
        }
        static QJsonObject withPlace(QJsonObject out, const std::string& path, const std::string& name) {
            out[path.empty() ? QLatin1String("name") : QLatin1String("path")] =
                toQt(path.empty() ? name : path);
            return out;
        }
    };
    return std::visit(Writer{}, command);
}

QJsonArray jsonOf(const trigger::Ways& ways) {
    QJsonArray out;
    if (ways.phrase)
        out.append(QLatin1String("phrase"));
    if (ways.buttons)
        out.append(QLatin1String("buttons"));
    if (ways.told)
        out.append(QLatin1String("told"));
    return out;
}

QString say(const char* text) {
    return QCoreApplication::translate("Client", text);
}

/// Takes a set out of JSON, and stops at the first thing that is wrong.
class SetReader {
  public:
    explicit SetReader(SetFault& fault) : fault_(fault) {}

    bool set(const LinedValue& in, RuleSet& out) {
        const auto* format = in.member("format");
        if (format == nullptr || format->text != kFormat)
            return fail(0, say(QT_TRANSLATE_NOOP("Client", "This file holds no phrases of Sesame.")));
        const auto* version = in.member("version");
        if (version == nullptr || version->number != kVersion)
            return fail(0, say(QT_TRANSLATE_NOOP("Client",
                                                 "This file was written by another version of Sesame. Please "
                                                 "update Sesame, or ask for another file.")));
        if (!only(in, {"format", "version", "name", "rules"}))
            return false;
        const LinedValue* rows = nullptr;
        if (!text(in, "name", out.name) || !need(in, "rules", LinedValue::Kind::List, rows))
            return false;
        if (!isPlainName(toQt(out.name)))
            return wrong(*in.member("name"), "name");
        if (rows->items.empty())
            return fail(rows->line, say(QT_TRANSLATE_NOOP("Client", "There is no phrase in this file.")));
        if (rows->items.size() > kMostSetRows)
            return fail(rows->line,
                        say(QT_TRANSLATE_NOOP("Client",
                                              "There are too many phrases in this file. %1 are the "
                                              "most."))
                            .arg(kMostSetRows));
        out.rows.resize(rows->items.size());
        for (std::size_t i = 0; i < out.rows.size(); ++i)
            if (!row(rows->items[i], out.rows[i]))
                return false;
        return true;
    }

  private:
    using Kind = LinedValue::Kind;

    bool row(const LinedValue& in, SetRow& out) {
        const LinedValue* command = nullptr;
        if (in.kind != Kind::Object)
            return wrong(in, "rules");
        if (!only(in, {"phrase", "command", "ways", "judgedAt", "days"}) ||
            !text(in, "phrase", out.phrase, kMostPhraseBytes) ||
            !need(in, "command", Kind::Object, command) || !ways(in, out.terms.ways) ||
            !place(in, out.terms.judgedAt))
            return false;
        if (const auto* days = in.member("days")) {
            if (days->kind != Kind::Number || days->number < 1 || days->number > kMostDays)
                return wrong(*days, "days");
            out.terms.days = static_cast<std::uint32_t>(days->number);
        }
        return readCommand(*command, out.command);
    }

    bool ways(const LinedValue& in, trigger::Ways& out) {
        const LinedValue* list = nullptr;
        if (!need(in, "ways", Kind::List, list))
            return false;
        out = {false, false, false};
        for (const auto& way : list->items) {
            bool* one = way.text == "phrase"    ? &out.phrase
                        : way.text == "buttons" ? &out.buttons
                        : way.text == "told"    ? &out.told
                                                : nullptr;
            if (one == nullptr || *one)
                return wrong(way, "ways");
            *one = true;
        }
        return trigger::isLegal(out) || wrong(*list, "ways");
    }

    bool place(const LinedValue& in, trigger::JudgePlace& out) {
        std::string name;
        if (!text(in, "judgedAt", name))
            return false;
        for (const auto one : trigger::kJudgePlaces) {
            if (name == trigger::name(one)) {
                out = one;
                return true;
            }
        }
        return wrong(*in.member("judgedAt"), "judgedAt");
    }

    bool readCommand(const LinedValue& in, trigger::Command& out) {
        std::string type;
        if (!text(in, "type", type))
            return false;
        if (type == "launch-program")
            return only(in, {"type", "program"}) &&
                   target(in, "program", as<trigger::LaunchProgram>(out).program);
        if (type == "open-file") {
            auto& file = as<trigger::OpenFile>(out);
            return only(in, {"type", "path", "name"}) && oneOf(in, file.path, file.name);
        }
        if (type == "im-settings") {
            auto& settings = as<trigger::ImSettings>(out);
            if (in.member("page") != nullptr)
                return only(in, {"type", "page"}) && target(in, "page", settings.page);
            return only(in, {"type", "key", "value"}) && target(in, "key", settings.key) &&
                   target(in, "value", settings.value);
        }
        if (type == "remote-control") {
            auto& remote = as<trigger::RemoteControl>(out);
            using trigger::RemoteLevel;
            return only(in, {"type", "level", "minutes"}) &&
                   minutes(in, trigger::kMostMinutes, remote.minutes) &&
                   level(in, {RemoteLevel::Look, RemoteLevel::Point, RemoteLevel::Control}, remote.level);
        }
        if (type == "share-folder") {
            auto& share = as<trigger::ShareFolder>(out);
            using trigger::ShareLevel;
            return only(in, {"type", "level", "minutes", "path", "name"}) &&
                   minutes(in, trigger::kMostShareMinutes, share.minutes) &&
                   level(in, {ShareLevel::Look, ShareLevel::Take, ShareLevel::Put}, share.level) &&
                   oneOf(in, share.path, share.name);
        }
        return wrong(*in.member("type"), "type");
    }

    template <typename One>
    static One& as(trigger::Command& out) {
        return out.emplace<One>();
    }

    bool target(const LinedValue& in, const char* name, std::string& out) {
        return text(in, name, out, kMostTargetBytes);
    }

    bool oneOf(const LinedValue& in, std::string& path, std::string& name) {
        if (in.member("path") != nullptr && in.member("name") != nullptr)
            return wrong(*in.member("name"), "name");
        return in.member("path") != nullptr ? target(in, "path", path) : target(in, "name", name);
    }

    bool minutes(const LinedValue& in, std::uint32_t most, std::uint32_t& out) {
        const LinedValue* number = nullptr;
        if (!need(in, "minutes", Kind::Number, number))
            return false;
        if (number->number < trigger::kLeastMinutes || number->number > most)
            return wrong(*number, "minutes");
        out = static_cast<std::uint32_t>(number->number);
        return true;
    }

    template <typename Level>
    bool level(const LinedValue& in, std::initializer_list<Level> levels, Level& out) {
        std::string word;
        if (!text(in, "level", word))
            return false;
        const auto found =
            std::find_if(levels.begin(), levels.end(), [&](Level one) { return word == trigger::name(one); });
        if (found == levels.end())
            return wrong(*in.member("level"), "level");
        out = *found;
        return true;
    }

    bool only(const LinedValue& in, std::initializer_list<std::string_view> names) {
        for (const auto& member : in.members)
            if (std::find(names.begin(), names.end(), member.name) == names.end())
                return fail(
                    member.line,
                    say(QT_TRANSLATE_NOOP("Client", "“%1” is not known here.")).arg(shown(member.name)));
        return true;
    }

    bool need(const LinedValue& in, const char* name, Kind kind, const LinedValue*& out) {
        out = in.member(name);
        if (out == nullptr)
            return fail(in.line, say(QT_TRANSLATE_NOOP("Client", "“%1” is missing.")).arg(shown(name)));
        return out->kind == kind || wrong(*out, name);
    }

    bool text(const LinedValue& in, const char* name, std::string& out, std::size_t most = kMostPhraseBytes) {
        const LinedValue* value = nullptr;
        if (!need(in, name, Kind::Text, value))
            return false;
        if (value->text.empty() || value->text.size() > most)
            return wrong(*value, name);
        out = value->text;
        return true;
    }

    bool wrong(const LinedValue& at, const char* name) {
        return fail(at.line, say(QT_TRANSLATE_NOOP("Client", "“%1” cannot be this.")).arg(shown(name)));
    }

    bool fail(int line, const QString& words) {
        fault_ = {line, words};
        return false;
    }

    static QString shown(const std::string& name) { return plainLine(toQt(name), kShownName); }

    SetFault& fault_;
};

QString sentence(const JsonTrouble& trouble) {
    switch (trouble.fault) {
        case JsonFault::NotText:
            return say(QT_TRANSLATE_NOOP("Client", "This file is no readable text."));
        case JsonFault::Twice:
            return say(QT_TRANSLATE_NOOP("Client", "“%1” is there twice."))
                .arg(plainLine(toQt(trouble.name), kShownName));
        case JsonFault::NotJson:
            break;
    }
    return say(QT_TRANSLATE_NOOP("Client", "This cannot be read. Something is missing here or too much."));
}

Result<RuleSet> decodeOrSay(const QByteArray& bytes, SetFault& fault) {
    const Error malformed{ErrorCode::Malformed, "not a rule set"};
    if (static_cast<std::size_t>(bytes.size()) > kMostSetBytes) {
        fault = {0, say(QT_TRANSLATE_NOOP("Client", "This file is too large for a set of phrases."))};
        return malformed;
    }
    JsonTrouble trouble;
    const auto json = readLinedJson({bytes.constData(), static_cast<std::size_t>(bytes.size())}, trouble);
    if (!json) {
        fault = {trouble.line, sentence(trouble)};
        return malformed;
    }
    RuleSet out;
    if (!SetReader(fault).set(*json, out))
        return malformed;
    return out;
}

}  // namespace

QByteArray encodeRuleSet(const RuleSet& set) {
    QJsonArray rows;
    for (const auto& row : set.rows) {
        QJsonObject one{{"phrase", toQt(row.phrase)},
                        {"command", jsonOf(row.command)},
                        {"ways", jsonOf(row.terms.ways)},
                        {"judgedAt", QLatin1String(trigger::name(row.terms.judgedAt))}};
        if (row.terms.days != 0)
            one[QLatin1String("days")] = qint64(row.terms.days);
        rows.append(one);
    }
    const QJsonObject whole{
        {"format", kFormat}, {"version", qint64(kVersion)}, {"name", toQt(set.name)}, {"rules", rows}};
    return QJsonDocument(whole).toJson();
}

Result<RuleSet> decodeRuleSet(const QByteArray& bytes, SetFault* fault) {
    SetFault unheard;
    return decodeOrSay(bytes, fault != nullptr ? *fault : unheard);
}

}  // namespace sesame::client
