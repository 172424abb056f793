// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/session_methods.h"

#include "cli/command_json.h"
#include "cli/rpc_answer.h"
#include "cli/session_json.h"

#include <QImage>

namespace sesame::cli {
namespace {

using client::ContactId;
using client::HelpSessions;
using Body = std::function<Answer(remote::Viewer&, const QJsonObject&)>;

constexpr desktop::KeySymbol kReturn = 0xff0d;
constexpr desktop::KeySymbol kTab = 0xff09;
constexpr desktop::KeySymbol kUnicode = 0x01000000;

/// Latin-1 has the values of its code points, everything else those of Unicode (keysymdef.h).
desktop::KeySymbol symbolOf(char32_t character) {
    if (character == U'\n')
        return kReturn;
    if (character == U'\t')
        return kTab;
    return character < 0x100 ? static_cast<desktop::KeySymbol>(character) : kUnicode + character;
}

/// A method about the picture of a session in which this account helps.
std::function<Answer(ContactId, const QJsonObject&)> withViewer(HelpSessions& sessions, Body body) {
    return [&sessions, body = std::move(body)](ContactId contact, const QJsonObject& params) -> Answer {
        const auto viewer = sessions.viewer(contact);
        if (!viewer)
            return failed({ErrorCode::NotFound, "there is no help session on that contact's computer"});
        return body(*viewer, params);
    };
}

Answer saveFrame(remote::Viewer& viewer, const QJsonObject& params) {
    const QString path = params.value("path").toString();
    if (path.isEmpty())
        return invalid("\"path\" must name the file to write");
    Answer answer = failed({ErrorCode::Unavailable, "there is no picture yet"});
    viewer.read([&](const desktop::Pixels& pixels) {
        if (!pixels.data)
            return;
        const QImage image(reinterpret_cast<const uchar*>(pixels.data), pixels.size.width, pixels.size.height,
                           qsizetype(pixels.stride) * 4, QImage::Format_RGB32);
        if (image.save(path))
            answer = QJsonValue(QJsonObject{{"width", image.width()}, {"height", image.height()}});
        else
            answer = failed({ErrorCode::Io, "the picture could not be written; .png and .ppm are known"});
    });
    return answer;
}

Answer typeText(remote::Viewer& viewer, const QJsonObject& params) {
    for (const char32_t character : params.value("text").toString().toStdU32String()) {
        viewer.key(symbolOf(character), true);
        viewer.key(symbolOf(character), false);
    }
    return nothing();
}

}  // namespace

SessionMethods::SessionMethods(JsonRpc& rpc, client::Client& client, HelpSessions& sessions)
    : rpc_(rpc), client_(client), sessions_(sessions) {
    addReceiverMethods();
    addHelperMethods();
    addHands();
    addClipboard();
    forwardNotifications();
}

void SessionMethods::addReceiverMethods() {
    rpc_.addMethod("sessions.hosted", now([this](const QJsonObject&) -> Answer {
                       const auto session = sessions_.hosted();
                       return session ? QJsonValue(toJson(*session)) : QJsonValue(QJsonValue::Null);
                   }));
    rpc_.addMethod("sessions.stop", now([this](const QJsonObject&) {
                       sessions_.stop();
                       return nothing();
                   }));
    rpc_.addMethod("sessions.pause", now([this](const QJsonObject& params) {
                       sessions_.setPaused(params.value("paused").toBool(true));
                       return nothing();
                   }));
    rpc_.addMethod("sessions.lower", now([this](const QJsonObject& params) {
                       const auto level = levelFromName(params.value("level").toString());
                       if (!level)
                           return invalid("\"level\" must be look or point");
                       sessions_.lower(*level);
                       return nothing();
                   }));
    rpc_.addMethod("sessions.goOn", now([this](const QJsonObject& params) {
                       const bool yes = params.value("answer").toString() == QLatin1String("yes");
                       return done(sessions_.answerGoOn(yes, desktop::PressWatch::Hand::Unknown));
                   }));
}

void SessionMethods::addHelperMethods() {
    rpc_.addMethod("sessions.viewed", now([this](const QJsonObject&) -> Answer {
                       QJsonArray all;
                       for (const auto& session : sessions_.viewed())
                           all.append(toJson(session));
                       return QJsonValue(all);
                   }));
    rpc_.addMethod("sessions.ask", withContact(client_, [this](ContactId id, const QJsonObject& params) {
                       const auto level = levelFromName(params.value("level").toString());
                       return level ? done(sessions_.askLevel(id, *level))
                                    : invalid("\"level\" must be look, point or control");
                   }));
    rpc_.addMethod("sessions.leave", withContact(client_, [this](ContactId id, const QJsonObject&) {
                       return done(sessions_.leave(id));
                   }));
    rpc_.addMethod("sessions.frame", withContact(client_, withViewer(sessions_, saveFrame)));
    rpc_.addMethod("sessions.figures",
                   withContact(client_, withViewer(sessions_, [](remote::Viewer& viewer, const QJsonObject&) {
                                   return Answer(QJsonValue(toJson(viewer.figures())));
                               })));
    rpc_.addMethod(
        "sessions.show",
        withContact(client_, withViewer(sessions_, [](remote::Viewer& viewer, const QJsonObject& params) {
                        viewer.show({params.value("x").toInt(), params.value("y").toInt(),
                                     params.value("width").toInt(), params.value("height").toInt()});
                        return nothing();
                    })));
    rpc_.addMethod("sessions.watch", withContact(client_, [this](ContactId id, const QJsonObject& params) {
                       if (params.value("wanted").toBool(true))
                           watched_.insert(id);
                       else
                           watched_.erase(id);
                       return nothing();
                   }));
}

void SessionMethods::addHands() {
    rpc_.addMethod(
        "sessions.pointer",
        withContact(client_, withViewer(sessions_, [](remote::Viewer& viewer, const QJsonObject& params) {
                        viewer.pointer({params.value("x").toInt(), params.value("y").toInt()},
                                       static_cast<unsigned>(params.value("buttons").toInt()));
                        return nothing();
                    })));
    rpc_.addMethod(
        "sessions.key",
        withContact(client_, withViewer(sessions_, [](remote::Viewer& viewer, const QJsonObject& params) {
                        viewer.key(static_cast<desktop::KeySymbol>(params.value("symbol").toInteger()),
                                   params.value("down").toBool());
                        return nothing();
                    })));
    rpc_.addMethod("sessions.type", withContact(client_, withViewer(sessions_, typeText)));
}

void SessionMethods::addClipboard() {
    rpc_.addMethod("clipboard.ask", withContact(client_, [this](ContactId id, const QJsonObject&) {
                       return done(sessions_.askClipboard(id));
                   }));
    rpc_.addMethod("clipboard.offer", withContact(client_, [this](ContactId id, const QJsonObject& params) {
                       return done(sessions_.offerClipboard(id, params.value("text").toString()));
                   }));
    rpc_.addMethod("clipboard.give", now([this](const QJsonObject& params) {
                       return done(sessions_.giveClipboard(params.value("text").toString()));
                   }));
}

void SessionMethods::forwardNotifications() {
    connect(&sessions_, &HelpSessions::hostedChanged, this, [this] {
        const auto session = sessions_.hosted();
        rpc_.notify("session.hosted", session ? toJson(*session) : QJsonObject());
    });
    connect(&sessions_, &HelpSessions::viewedChanged, this, [this](ContactId id) {
        if (const auto session = sessions_.viewed(id))
            rpc_.notify("session.viewed", toJson(*session));
    });
    connect(&sessions_, &HelpSessions::pointed, this, [this](QPoint at, bool pressed) {
        rpc_.notify("session.pointed", {{"x", at.x()}, {"y", at.y()}, {"pressed", pressed}});
    });
    connect(&sessions_, &HelpSessions::pictureChanged, this, [this](ContactId id, const QList<QRect>& areas) {
        if (!watched_.contains(id))
            return;
        QJsonArray changed;
        for (const QRect& area : areas)
            changed.append(QJsonArray{area.x(), area.y(), area.width(), area.height()});
        rpc_.notify("session.picture", {{"contact", qint64(id.value)}, {"areas", changed}});
    });
    connect(&sessions_, &HelpSessions::clipboardWanted, this,
            [this] { rpc_.notify("clipboard.wanted", {}); });
    connect(&sessions_, &HelpSessions::clipboardOffered, this, [this](const QString& text) {
        rpc_.notify("clipboard.offered", {{"text", text}});
    });
    connect(&sessions_, &HelpSessions::clipboardReceived, this, [this](ContactId id, const QString& text) {
        rpc_.notify("clipboard.received", {{"contact", qint64(id.value)}, {"text", text}});
    });
    connect(&sessions_, &HelpSessions::clipboardWithheld, this, [this](ContactId id) {
        rpc_.notify("clipboard.withheld", {{"contact", qint64(id.value)}});
    });
}

}  // namespace sesame::cli
