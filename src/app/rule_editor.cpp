// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rule_editor.h"

#include "app/offers_page.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/rule_form.h"
#include "app/rule_model.h"
#include "app/rule_set_desk.h"
#include "app/say.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace sesame::app {

using client::Direction;

RuleEditor::RuleEditor(client::Client& client, const desktop::InstalledPrograms& programs, QWidget* parent)
    : QWidget(parent),
      client_(client),
      programs_(programs),
      contacts_(new QComboBox(this)),
      own_(new RuleModel(Direction::Outgoing, this)),
      theirs_(new RuleModel(Direction::Incoming, this)),
      ownTable_(makeTable(own_, "ruleTable", tr("Rules I made"))),
      add_(new QPushButton(tr("Add…"), this)),
      edit_(new QPushButton(tr("Edit…"), this)),
      remove_(new QPushButton(tr("Remove"), this)),
      problem_(new PlainLabel(this)),
      sets_(new RuleSetDesk(client, this)) {
    contacts_->setObjectName(QStringLiteral("ruleContactBox"));
    contacts_->setAccessibleName(tr("Contact"));
    auto* label = new PlainLabel(tr("Rules with"), this);
    label->setWordWrap(false);
    auto* who = new QHBoxLayout;
    who->addWidget(label);
    who->addWidget(contacts_, 1);
    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("ruleTabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(makeOwnPage(), tr("Rules I made"));
    tabs->addTab(makeTheirsPage(), tr("Rules others made for me"));
    tabs->addTab(new OffersPage(client_.sets(), this), tr("Offered sets"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(who);
    column->addWidget(tabs, 1);
    problem_->hide();
    fillContacts();
    connect(contacts_, &QComboBox::currentIndexChanged, this, &RuleEditor::follow);
    connect(&client_, &client::Client::rulesChanged, this, &RuleEditor::follow);
    connect(&client_, &client::Client::contactChanged, this, &RuleEditor::fillContacts);
    follow();
}

QTableView* RuleEditor::makeTable(RuleModel* model, const char* objectName, const QString& name) {
    auto* table = new QTableView(this);
    table->setObjectName(QLatin1String(objectName));
    table->setAccessibleName(name);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(true);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(RuleModel::State, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QWidget* RuleEditor::makeOwnPage() {
    auto* page = new QWidget(this);
    add_->setObjectName(QStringLiteral("addRuleButton"));
    add_->setProperty("kind", "main");
    edit_->setObjectName(QStringLiteral("editRuleButton"));
    remove_->setObjectName(QStringLiteral("removeRuleButton"));
    remove_->setProperty("kind", "danger");
    auto* row = new QHBoxLayout;
    row->addWidget(add_);
    row->addWidget(edit_);
    row->addWidget(remove_);
    row->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(ownTable_, 1);
    column->addWidget(problem_);
    column->addLayout(row);
    column->addWidget(sets_);
    connect(add_, &QPushButton::clicked, this, [this] { openForm({}); });
    connect(edit_, &QPushButton::clicked, this, [this] { openForm(chosenRule()); });
    connect(remove_, &QPushButton::clicked, this, &RuleEditor::remove);
    connect(ownTable_, &QTableView::doubleClicked, this, [this] { openForm(chosenRule()); });
    connect(ownTable_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        edit_->setEnabled(chosenRule().has_value());
        remove_->setEnabled(chosenRule().has_value());
    });
    return page;
}

QWidget* RuleEditor::makeTheirsPage() {
    auto* page = new QWidget(this);
    auto* words =
        new PlainLabel(tr("This can happen on this computer, each time only after you have said Yes."), page);
    words->setQuiet(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(words);
    column->addWidget(makeTable(theirs_, "theirRuleTable", tr("Rules others made for me")), 1);
    return page;
}

void RuleEditor::fillContacts() {
    QList<std::pair<QString, qlonglong>> people;
    for (const auto& person : client_.contacts())
        if (person.state == client::ContactState::Accepted)
            people.append({oneLine(person.name, 60), person.id.value});
    // Whoever comes online or writes changes nothing here; what is chosen stays.
    if (people == std::exchange(people_, people))
        return;
    const auto before = contact();
    contacts_->blockSignals(true);
    contacts_->clear();
    for (const auto& [name, id] : people)
        contacts_->addItem(name, QVariant::fromValue(id));
    if (before)
        choose(*before);
    contacts_->blockSignals(false);
    follow();
}

void RuleEditor::choose(client::ContactId contact) {
    const int at = contacts_->findData(QVariant::fromValue<qlonglong>(contact.value));
    if (at >= 0)
        contacts_->setCurrentIndex(at);
}

void RuleEditor::addFor(client::ContactId contact) {
    choose(contact);
    openForm({});
}

std::optional<client::ContactId> RuleEditor::contact() const {
    const auto chosen = contacts_->currentData();
    return chosen.isValid() ? std::optional(client::ContactId{chosen.toLongLong()}) : std::nullopt;
}

std::optional<client::RuleView> RuleEditor::chosenRule() const {
    const auto rows = ownTable_->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(own_->at(rows.front().row()));
}

std::optional<client::RuleView> RuleEditor::ruleOf(const RuleId& id) const {
    for (const auto& rule : own_->rules())
        if (rule.id == id)
            return rule;
    return std::nullopt;
}

void RuleEditor::follow() {
    const auto who = contact();
    const auto chosen = chosenRule();
    own_->setRules(who ? client_.rules(*who, Direction::Outgoing) : QList<client::RuleView>());
    theirs_->setRules(who ? client_.rules(*who, Direction::Incoming) : QList<client::RuleView>());
    sets_->setContact(who);
    add_->setEnabled(who.has_value());
    edit_->setEnabled(false);
    remove_->setEnabled(false);
    const auto rules = own_->rules();
    for (int row = 0; chosen && row < rules.size(); ++row)
        if (rules[row].id == chosen->id)
            ownTable_->selectRow(row);
}

void RuleEditor::openForm(const std::optional<client::RuleView>& edited) {
    const auto who = contact();
    if (!who)
        return;
    auto* form = new RuleForm(
        edited, own_->rules(), programs_,
        [this](const QString& path, QObject* context, const auto& then) {
            client_.recognise(path, context, then);
        },
        this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    const auto id = edited ? std::optional(edited->id) : std::nullopt;
    // For whom it was opened, whoever is chosen behind it by then.
    connect(form, &RuleForm::saveWanted, this, [this, form, who = *who, id] { save(*form, who, id); });
    form->open();
}

void RuleEditor::save(RuleForm& form, client::ContactId who, const std::optional<RuleId>& id) {
    const auto terms = form.terms();
    std::optional<trigger::RuleProblem> problem;
    const auto saved = client_.saveRule(who, id, form.phrase(), form.command(), &problem, terms);
    const bool forNothing = terms.judgedAt == trigger::JudgePlace::Hub && !client_.hubRecognises();
    problem_->setVisible(saved && forNothing);
    problem_->setText(tr("The rule is saved, but this hub cannot recognise phrases. Choose another place."));
    if (saved)
        form.accept();
    else
        form.showProblem(problem ? client::Client::describe(*problem) : tr("The rule could not be saved."));
}

void RuleEditor::remove() {
    const auto who = contact();
    const auto rule = chosenRule();
    if (!who || !rule)
        return;
    const auto question =
        rule->terms.media
            ? tr("Remove this rule? What they were to send back then does nothing any more.")
            : tr("Remove the rule “%1”? The phrase then does nothing any more.").arg(oneLine(rule->phrase));
    if (!confirm(this, tr("Remove rule"), question, tr("Remove")))
        return;
    const auto removed = client_.removeRule(*who, rule->id);
    problem_->setVisible(!removed);
    problem_->setText(tr("The rule could not be removed."));
}

}  // namespace sesame::app
