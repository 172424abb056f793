// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/language.h"
#include "app/style.h"

#include <QApplication>
#include <cstdio>

int main(int argc, char** argv) {
    QStringList arguments;
    for (int at = 1; at < argc; ++at)
        arguments << QString::fromLocal8Bit(argv[at]);
    const auto options = sesame::app::StartOptions::parse(arguments);
    if (!options.problem.isEmpty()) {
        std::fprintf(stderr, "sesame: %s\n", qPrintable(options.problem));
        return 2;
    }
    if (options.help || options.version) {
        std::fputs(
            options.help ? qPrintable(sesame::app::StartOptions::helpText()) : "sesame " SESAME_VERSION "\n",
            stdout);
        return 0;
    }
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("sesame"));
    QApplication::setApplicationVersion(QStringLiteral(SESAME_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("sesame"));
    QApplication::setQuitOnLastWindowClosed(true);
    sesame::app::applyStyle(app);
    sesame::app::applyLanguage(QStringLiteral("system"));
    sesame::app::Application sesame(options);
    return sesame.start() ? QApplication::exec() : 0;
}
