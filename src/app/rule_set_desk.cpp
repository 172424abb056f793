// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rule_set_desk.h"

#include "app/export_rules_dialog.h"
#include "app/flow_layout.h"
#include "app/import_rules_dialog.h"
#include "app/offer_rules_dialog.h"
#include "app/say.h"
#include "app/set_file.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

namespace sesame::app {

RuleSetDesk::RuleSetDesk(client::Client& client, QWidget* parent)
    : QWidget(parent),
      client_(client),
      export_(new QPushButton(tr("Export…"), this)),
      import_(new QPushButton(tr("Import…"), this)),
      offer_(new QPushButton(tr("Offer to several people…"), this)) {
    auto* row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (auto* button : {export_, import_, offer_}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    export_->setObjectName(QStringLiteral("exportRulesButton"));
    import_->setObjectName(QStringLiteral("importRulesButton"));
    offer_->setObjectName(QStringLiteral("offerRulesButton"));
    connect(export_, &QPushButton::clicked, this, &RuleSetDesk::exportRules);
    connect(import_, &QPushButton::clicked, this, &RuleSetDesk::importRules);
    connect(offer_, &QPushButton::clicked, this, &RuleSetDesk::offerRules);
    follow();
}

void RuleSetDesk::setContact(std::optional<client::ContactId> contact) {
    contact_ = contact;
    follow();
}

void RuleSetDesk::follow() {
    const bool any = contact_ && !client_.sets().gather(*contact_, {}).rows.empty();
    export_->setEnabled(any);
    offer_->setEnabled(any);
    import_->setEnabled(contact_.has_value());
}

void RuleSetDesk::exportRules() {
    if (!contact_)
        return;
    const auto all = client_.sets().gather(*contact_, {});
    auto* dialog = new ExportRulesDialog(all, client_.sets().plan(*contact_, all), this);
    dialog->open();
}

void RuleSetDesk::importRules() {
    auto* dialog =
        new QFileDialog(this, tr("Import rules"), QFileInfo(suggestedSetPath({})).path(), setFileFilter());
    dialog->setObjectName(QStringLiteral("importFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RuleSetDesk::readFile);
    dialog->open();
}

void RuleSetDesk::readFile(const QString& path) {
    const auto receiver = contact_ ? client_.contact(*contact_) : std::nullopt;
    if (!receiver)
        return;
    QString problem;
    auto set = client::loadRuleSet(path, &problem);
    if (!set) {
        say(this, tr("Import rules"), problem);
        return;
    }
    auto* dialog = new ImportRulesDialog(client_.sets(), *receiver, *std::move(set), this);
    dialog->open();
}

void RuleSetDesk::offerRules() {
    if (!contact_)
        return;
    QList<client::ContactView> people;
    for (const auto& person : client_.contacts())
        if (person.state == client::ContactState::Accepted && !person.keyChanged && person.id != *contact_)
            people << person;
    if (people.isEmpty()) {
        say(this, tr("Offer to several people"), tr("There is nobody else to whom you could offer them."));
        return;
    }
    const auto all = client_.sets().gather(*contact_, {});
    auto* dialog =
        new OfferRulesDialog(client_.sets(), all, client_.sets().plan(*contact_, all), people, this);
    dialog->open();
}

}  // namespace sesame::app
