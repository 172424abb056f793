// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_form.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/remote_form.h"
#include "app/share_form.h"

#include "sesame/trigger/settings_schema.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QStackedWidget>

namespace sesame::app {
namespace {

enum Kind { Program, File, Setting, Remote, Share };
const QString kPage = QStringLiteral("page:");

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

}  // namespace

QString settingWords(const QString& key) {
    if (key == QLatin1String("text-size"))
        return CommandForm::tr("Text size");
    if (key == QLatin1String("language"))
        return CommandForm::tr("Language");
    if (key == QLatin1String("notification-sound"))
        return CommandForm::tr("Sound for new messages");
    return key;
}

QString valueWords(const QString& value) {
    if (value == QLatin1String("small"))
        return CommandForm::tr("Small");
    if (value == QLatin1String("normal"))
        return CommandForm::tr("Normal");
    if (value == QLatin1String("large"))
        return CommandForm::tr("Large");
    if (value == QLatin1String("huge"))
        return CommandForm::tr("Huge");
    if (value == QLatin1String("system"))
        return CommandForm::tr("As the computer");
    if (value == QLatin1String("on"))
        return CommandForm::tr("On");
    if (value == QLatin1String("off"))
        return CommandForm::tr("Off");
    if (value == QLatin1String("en"))
        return QStringLiteral("English");
    if (value.startsWith(QLatin1String("zh")))
        return QStringLiteral("简体中文");
    return value;
}

QString pageWords(const QString& page) {
    if (page == QLatin1String("general"))
        return CommandForm::tr("General");
    if (page == QLatin1String("appearance"))
        return CommandForm::tr("Appearance");
    if (page == QLatin1String("language"))
        return CommandForm::tr("Language");
    if (page == QLatin1String("notifications"))
        return CommandForm::tr("Notifications");
    if (page == QLatin1String("privacy"))
        return CommandForm::tr("Privacy");
    if (page == QLatin1String("accessibility"))
        return CommandForm::tr("Accessibility");
    if (page == QLatin1String("rules"))
        return CommandForm::tr("Rules");
    if (page == QLatin1String("history"))
        return CommandForm::tr("History");
    if (page == QLatin1String("shares"))
        return CommandForm::tr("Shared folders");
    return page;
}

CommandForm::CommandForm(const desktop::InstalledPrograms& programs, QWidget* parent)
    : QWidget(parent),
      programs_(programs),
      kind_(new QComboBox(this)),
      pages_(new QStackedWidget(this)),
      program_(new QLineEdit(this)),
      found_(new PlainLabel(this)),
      file_(new QLineEdit(this)),
      setting_(new QComboBox(this)),
      value_(new QComboBox(this)),
      remote_(new RemoteForm(this)),
      share_(new ShareForm(this)) {
    kind_->setObjectName(QStringLiteral("commandKindBox"));
    kind_->setAccessibleName(tr("What it does"));
    kind_->addItems({tr("Open a program"), tr("Open a file"), tr("Change this chat program"),
                     tr("Let me see or use their screen"), tr("Share a folder or file of theirs with me")});
    pages_->addWidget(makeProgramPage());
    pages_->addWidget(makeFilePage());
    pages_->addWidget(makeSettingPage());
    pages_->addWidget(remote_);
    pages_->addWidget(share_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(kind_);
    column->addWidget(pages_);
    connect(kind_, &QComboBox::currentIndexChanged, pages_, &QStackedWidget::setCurrentIndex);
    connect(kind_, &QComboBox::currentIndexChanged, this, &CommandForm::changed);
    connect(remote_, &RemoteForm::changed, this, &CommandForm::changed);
    connect(share_, &ShareForm::changed, this, &CommandForm::changed);
}

QWidget* CommandForm::makeProgramPage() {
    auto* page = new QWidget(this);
    program_->setObjectName(QStringLiteral("programEdit"));
    program_->setAccessibleName(tr("Program"));
    program_->setPlaceholderText(tr("Name of the program, for example Calculator"));
    found_->setQuiet(true);
    found_->setScale(0.9);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(program_);
    column->addWidget(found_);
    column->addStretch(1);
    connect(program_, &QLineEdit::textChanged, this, [this] {
        describeProgram();
        Q_EMIT changed();
    });
    return page;
}

QWidget* CommandForm::makeFilePage() {
    auto* page = new QWidget(this);
    file_->setObjectName(QStringLiteral("fileEdit"));
    file_->setAccessibleName(tr("File"));
    file_->setPlaceholderText(tr("Name of the file, or its whole path"));
    auto* hint = new PlainLabel(tr("A name is looked for in the folders that the other person allows; with "
                                   "several hits they choose."),
                                page);
    hint->setQuiet(true);
    hint->setScale(0.9);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(file_);
    column->addWidget(hint);
    column->addStretch(1);
    connect(file_, &QLineEdit::textChanged, this, &CommandForm::changed);
    return page;
}

QWidget* CommandForm::makeSettingPage() {
    auto* page = new QWidget(this);
    setting_->setObjectName(QStringLiteral("settingBox"));
    setting_->setAccessibleName(tr("Setting"));
    value_->setObjectName(QStringLiteral("valueBox"));
    value_->setAccessibleName(tr("New value"));
    fillSettings();
    auto* row = new QHBoxLayout;
    row->addWidget(setting_, 2);
    row->addWidget(value_, 1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addStretch(1);
    connect(setting_, &QComboBox::currentIndexChanged, this, [this] {
        fillValues();
        Q_EMIT changed();
    });
    connect(value_, &QComboBox::currentIndexChanged, this, &CommandForm::changed);
    fillValues();
    return page;
}

void CommandForm::fillSettings() {
    for (const auto& allowed : trigger::allowedSettings())
        setting_->addItem(settingWords(text(allowed.key)), text(allowed.key));
    for (const auto page : trigger::settingsPages())
        setting_->addItem(tr("Show the page “%1”").arg(pageWords(text(page))), kPage + text(page));
}

void CommandForm::fillValues() {
    value_->clear();
    const auto key = setting_->currentData().toString();
    for (const auto& allowed : trigger::allowedSettings())
        if (text(allowed.key) == key)
            for (const auto value : allowed.values)
                value_->addItem(valueWords(text(value)), text(value));
    value_->setVisible(value_->count() > 0);
}

void CommandForm::describeProgram() {
    const auto said = program_->text().trimmed();
    if (said.isEmpty()) {
        found_->clear();
        return;
    }
    const auto hits = programs_.find(said.toStdString());
    found_->setText(hits.empty()
                        ? tr("Not installed on this computer. It may still be on theirs.")
                        : tr("On this computer that is “%1”. What counts is what is installed on theirs.")
                              .arg(oneLine(QString::fromStdString(hits.front().name), 60)));
}

void CommandForm::setCommand(const trigger::Command& command) {
    if (const auto* launch = std::get_if<trigger::LaunchProgram>(&command)) {
        kind_->setCurrentIndex(Program);
        program_->setText(QString::fromStdString(launch->program));
    } else if (const auto* open = std::get_if<trigger::OpenFile>(&command)) {
        kind_->setCurrentIndex(File);
        file_->setText(QString::fromStdString(open->path.empty() ? open->name : open->path));
    } else if (const auto* change = std::get_if<trigger::ImSettings>(&command)) {
        kind_->setCurrentIndex(Setting);
        const auto key = change->key.empty() ? kPage + QString::fromStdString(change->page)
                                             : QString::fromStdString(change->key);
        setting_->setCurrentIndex(setting_->findData(key));
        value_->setCurrentIndex(value_->findData(QString::fromStdString(change->value)));
    } else if (const auto* remote = std::get_if<trigger::RemoteControl>(&command)) {
        kind_->setCurrentIndex(Remote);
        remote_->setCommand(*remote);
    } else if (const auto* share = std::get_if<trigger::ShareFolder>(&command)) {
        kind_->setCurrentIndex(Share);
        share_->setCommand(*share);
    }
}

trigger::Command CommandForm::command() const {
    if (kind_->currentIndex() == Program)
        return trigger::LaunchProgram{program_->text().trimmed().toStdString()};
    if (kind_->currentIndex() == File) {
        const auto said = file_->text().trimmed();
        trigger::OpenFile open;
        (said.startsWith(QLatin1Char('/')) ? open.path : open.name) = said.toStdString();
        return open;
    }
    if (kind_->currentIndex() == Remote)
        return remote_->command();
    if (kind_->currentIndex() == Share)
        return share_->command();
    trigger::ImSettings change;
    const auto key = setting_->currentData().toString();
    if (key.startsWith(kPage)) {
        change.page = key.mid(kPage.size()).toStdString();
    } else {
        change.key = key.toStdString();
        change.value = value_->currentData().toString().toStdString();
    }
    return change;
}

}  // namespace sesame::app
