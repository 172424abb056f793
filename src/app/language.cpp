// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

static void initTranslations() {
    Q_INIT_RESOURCE(sesame_i18n);
}

namespace sesame::app {
namespace {

QLocale localeOf(const QString& language) {
    if (language == QLatin1String("en"))
        return QLocale(QLocale::English);
    if (language == QLatin1String("zh_CN"))
        return QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China);
    return QLocale::system();
}

}  // namespace

void applyLanguage(const QString& language) {
    initTranslations();
    static QTranslator* installed = nullptr;
    delete installed;
    installed = nullptr;
    const auto locale = localeOf(language);
    QLocale::setDefault(locale);
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, QStringLiteral("sesame"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(translator);
        installed = translator;
    } else {
        delete translator;
    }
}

}  // namespace sesame::app
