// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/qt_text.h"
#include "client/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace sesame::client {
namespace {

// lupdate takes the context from the call, whatever it stands in.
QString translate(const char* context, const char* text) {
    return QCoreApplication::translate(context, text);
}

struct Word {
    std::string_view code;
    const char* text;
};

constexpr Word kPages[] = {
    {"general", QT_TRANSLATE_NOOP("Client", "General")},
    {"appearance", QT_TRANSLATE_NOOP("Client", "Appearance")},
    {"language", QT_TRANSLATE_NOOP("Client", "Language")},
    {"notifications", QT_TRANSLATE_NOOP("Client", "Notifications")},
    {"privacy", QT_TRANSLATE_NOOP("Client", "Privacy")},
    {"rules", QT_TRANSLATE_NOOP("Client", "Rules")},
    {"history", QT_TRANSLATE_NOOP("Client", "History")},
};

constexpr Word kSettings[] = {
    {"text-size", QT_TRANSLATE_NOOP("Client", "Text size")},
    {"language", QT_TRANSLATE_NOOP("Client", "Language")},
    {"notification-sound", QT_TRANSLATE_NOOP("Client", "Notification sound")},
};

// A language has its own name in every language.
constexpr Word kValues[] = {
    {"small", QT_TRANSLATE_NOOP("Client", "Small")},
    {"normal", QT_TRANSLATE_NOOP("Client", "Normal")},
    {"large", QT_TRANSLATE_NOOP("Client", "Large")},
    {"huge", QT_TRANSLATE_NOOP("Client", "Huge")},
    {"on", QT_TRANSLATE_NOOP("Client", "On")},
    {"off", QT_TRANSLATE_NOOP("Client", "Off")},
    {"system", QT_TRANSLATE_NOOP("Client", "As the computer")},
    {"en", "English"},
    {"zh_CN", "简体中文"},
};

// What a help session allows at each level: as a rule says it, as it is asked. %1: who asks, %2: for how
// long.
struct LevelText {
    trigger::RemoteLevel level;
    const char* command;
    const char* question;
};
constexpr LevelText kLevels[] = {
    {trigger::RemoteLevel::Look, QT_TRANSLATE_NOOP("Client", "See the screen for up to %1"),
     QT_TRANSLATE_NOOP("Client",
                       "%1 wants to see your screen for up to %2. You can stop at any time: hold Esc.")},
    {trigger::RemoteLevel::Point,
     QT_TRANSLATE_NOOP("Client", "See the screen and point at things for up to %1"),
     QT_TRANSLATE_NOOP("Client",
                       "%1 wants to see your screen and point at things for up to %2. You can stop at any "
                       "time: hold Esc.")},
    {trigger::RemoteLevel::Control,
     QT_TRANSLATE_NOOP("Client", "See the screen and use mouse and keyboard for up to %1"),
     QT_TRANSLATE_NOOP("Client",
                       "%1 wants to see your screen and use your mouse and keyboard for up to %2. You can "
                       "stop at any time: hold Esc.")},
};

// What a share allows at each level: as a rule says it, of %1 for %2; as %1 asks it, of %2 for %3.
struct ShareText {
    trigger::ShareLevel level;
    const char* command;
    const char* question;
};
constexpr ShareText kShares[] = {
    {trigger::ShareLevel::Look, QT_TRANSLATE_NOOP("Client", "See what is in “%1” for up to %2"),
     QT_TRANSLATE_NOOP(
         "Client",
         "%1 wants to see what is in “%2” for up to %3, without getting any of it. You can stop "
         "at any time.")},
    {trigger::ShareLevel::Take, QT_TRANSLATE_NOOP("Client", "Get copies from “%1” for up to %2"),
     QT_TRANSLATE_NOOP("Client",
                       "%1 wants to get copies of what is in “%2” for up to %3. You can stop at any time.")},
    {trigger::ShareLevel::Put,
     QT_TRANSLATE_NOOP("Client", "Get copies from “%1” and leave files for up to %2"),
     QT_TRANSLATE_NOOP("Client",
                       "%1 wants to get copies of what is in “%2” and leave files for you, for up to %3. You "
                       "can stop at any time.")},
};

template <typename Text, std::size_t N, typename Level>
const Text& textOf(const Text (&texts)[N], Level level) {
    for (const Text& text : texts)
        if (text.level == level)
            return text;
    SESAME_ASSERT(false);
    return texts[0];
}

template <std::size_t N>
QString wordFor(const Word (&words)[N], const std::string& code) {
    for (const Word& word : words)
        if (word.code == code)
            return translate("Client", word.text);
    return toQt(code);
}

struct CommandText {
    QString operator()(const trigger::LaunchProgram& c) const {
        return translate("Client", "Open the program “%1”").arg(toQt(c.program));
    }
    QString operator()(const trigger::OpenFile& c) const {
        return translate("Client", "Open the file “%1”").arg(toQt(c.path.empty() ? c.name : c.path));
    }
    QString operator()(const trigger::ImSettings& c) const {
        if (!c.page.empty())
            return translate("Client", "Show the settings page “%1”").arg(wording::page(c.page));
        return translate("Client", "Change the setting “%1” to “%2”")
            .arg(wording::setting(c.key), wording::value(c.value));
    }
    QString operator()(const trigger::RemoteControl& c) const {
        return translate("Client", textOf(kLevels, c.level).command).arg(wording::minutes(c.minutes));
    }
    QString operator()(const trigger::ShareFolder& c) const {
        return translate("Client", textOf(kShares, c.level).command)
            .arg(toQt(c.path.empty() ? c.name : c.path), wording::minutes(c.minutes));
    }
};

struct QuestionText {
    const QString& helper;
    const QString& what;

    QString operator()(const trigger::LaunchProgram&) const {
        return translate("Client", "%1 wants to open the program “%2” on this computer.").arg(helper, what);
    }
    QString operator()(const trigger::OpenFile&) const {
        return translate("Client", "%1 wants to open the file “%2” on this computer.").arg(helper, what);
    }
    QString operator()(const trigger::ImSettings& c) const {
        return (c.page.empty() ? translate("Client", "%1 wants to change a setting of this program: %2")
                               : translate("Client", "%1 wants to show you the settings page “%2”."))
            .arg(helper, what);
    }
    QString operator()(const trigger::RemoteControl& c) const {
        return translate("Client", textOf(kLevels, c.level).question).arg(helper, what);
    }
    QString operator()(const trigger::ShareFolder& c) const {
        return translate("Client", textOf(kShares, c.level).question)
            .arg(helper, what, wording::minutes(c.minutes));
    }
};

}  // namespace

namespace wording {

QString command(const trigger::Command& command) {
    return std::visit(CommandText{}, command);
}

QString page(const std::string& page) {
    return wordFor(kPages, page);
}

QString setting(const std::string& key) {
    return wordFor(kSettings, key);
}

QString value(const std::string& value) {
    return wordFor(kValues, value);
}

QString change(const std::string& key, const std::string& from, const std::string& to) {
    return translate("Client", "%1: %2 → %3").arg(setting(key), value(from), value(to));
}

QString bytes(std::uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString minutes(std::uint32_t minutes) {
    constexpr std::uint32_t kHour = 60;
    if (minutes > kHour && minutes % kHour == 0)
        return translate("Client", "%1 hours").arg(minutes / kHour);
    return minutes == 1 ? translate("Client", "one minute") : translate("Client", "%1 minutes").arg(minutes);
}

QString screen(const QString& size) {
    return translate("Client", "This screen (%1)").arg(size);
}

QString question(const QString& helper, const trigger::Command& command, const QString& what) {
    return std::visit(QuestionText{helper, what}, command);
}

QString userInstalled() {
    return translate("Client", "This program was installed by this user, not with the system.");
}

}  // namespace wording
}  // namespace sesame::client
