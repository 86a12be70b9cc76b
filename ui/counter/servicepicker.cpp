// SPDX-License-Identifier: Apache-2.0
#include "counter/servicepicker.h"

#include "common/textlabel.h"
#include "counter/look.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace antre {

std::vector<ServiceChoice> servicesMeant(const QString &typed, const CounterView &view)
{
    if (typed.trimmed().isEmpty() || !view.finder)
        return view.services;
    const Findings findings = view.finder->find(typed, view.language);
    std::vector<ServiceChoice> meant;
    const auto add = [&](const std::vector<FoundService> &found) {
        for (const FoundService &one : found) {
            const auto known = std::ranges::find(view.services, one.service, &ServiceChoice::id);
            if (known != view.services.end())
                meant.push_back(*known);
        }
    };
    add(findings.services);
    add(findings.maybe);
    return meant;
}

ServicePicker::ServicePicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_typed(new QLineEdit(this))
    , m_list(new ChoiceList(theme, tr("Services"), this))
    , m_nothing(new TextLabel(theme, tr("No service is called so. Try fewer letters."), Type::Body,
          Weight::Regular, this))
{
    makeField(m_typed, theme);
    m_typed->setFont(theme.font(Type::Lead));
    m_typed->setContextMenuPolicy(Qt::NoContextMenu);
    m_typed->setAccessibleName(tr("Type a service or an agency"));
    m_typed->setPlaceholderText(tr("Type a service or an agency"));
    m_typed->installEventFilter(this);
    // The keyboard stays in the field.
    m_list->setFocusPolicy(Qt::ClickFocus);
    m_nothing->setColour(theme.colour(Colour::Ink2));
    m_nothing->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.dp(8));
    column->addWidget(m_typed);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    connect(m_typed, &QLineEdit::textChanged, this, &ServicePicker::typed);
    connect(m_list, &ChoiceList::chosenChanged, this, &ServicePicker::chosenChanged);
    connect(m_list, &ChoiceList::confirmed, this, &ServicePicker::confirmed);
}

void ServicePicker::setView(const CounterView &view, const Words &hindrance, const Words &remark)
{
    m_view = view;
    m_hindrance = hindrance;
    m_remark = remark;
    narrow();
}

/// What was meant by fewer letters is not what is meant now.
void ServicePicker::typed()
{
    m_list->choose({});
    narrow();
    Q_EMIT chosenChanged();
}

void ServicePicker::narrow()
{
    std::vector<Choice> choices;
    for (const ServiceChoice &service : servicesMeant(m_typed->text(), m_view)) {
        QString second = service.line.value() % u" · " % service.agency;
        if (const QString remark = m_remark ? m_remark(service) : QString(); !remark.isEmpty())
            second = second % u" · " % remark;
        choices.push_back({service.id.value(), service.name, second, m_hindrance(service)});
    }
    m_list->setChoices(choices);
    m_nothing->setVisible(choices.empty());
    if (!m_list->chosen().isEmpty() || m_typed->text().isEmpty())
        return;
    // What was typed for is on top: Enter alone takes it.
    const auto first = std::ranges::find_if(
        choices, [](const Choice &choice) { return choice.hindrance.isEmpty(); });
    if (first != choices.end())
        m_list->choose(first->id);
}

const ServiceChoice *ServicePicker::chosen() const
{
    const auto found
        = std::ranges::find(m_view.services, ServiceId(m_list->chosen()), &ServiceChoice::id);
    return found == m_view.services.end() ? nullptr : &*found;
}

void ServicePicker::clear()
{
    m_typed->clear();
    m_list->choose({});
}

void ServicePicker::takeFocus() { m_typed->setFocus(Qt::OtherFocusReason); }

bool ServicePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_typed || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_list->walk(key);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key->isAutoRepeat() && chosen())
            Q_EMIT confirmed();
        return true;
    default:
        return false;
    }
}

} // namespace antre
