// SPDX-License-Identifier: Apache-2.0
#include "counter/visitpanel.h"

#include "common/desktopkey.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "counter/servicepicker.h"

#include <QVBoxLayout>

#include <algorithm>

namespace antre {

VisitPanel::VisitPanel(const Theme &theme, QWidget *parent)
    : Panel(theme, QStringLiteral("ui-document"), parent)
    , m_picker(new ServicePicker(theme, this))
{
    auto *slip = new DesktopKey(theme, KeyKind::Plain,
        {.text = tr("Print the slip again …"),
            .icon = QStringLiteral("ui-printer"),
            .iconPx = theme.dp(20),
            .type = Type::Body,
            .weight = Weight::Regular},
        {}, this);
    slip->setCap(CounterWords::cap(Wish::Slip));
    slip->setFixedHeight(theme.dp(60));
    keys()->insertWidget(1, slip);
    connect(slip, &DesktopKey::clicked, this, &VisitPanel::slipWanted);
    body()->addWidget(heading(tr("One service more")));
    body()->addWidget(m_picker, 1);
    connect(m_picker, &ServicePicker::chosenChanged, this, [this] { word(); });
    connect(m_picker, &ServicePicker::confirmed, this, [this] { confirm(); });
}

void VisitPanel::setView(const CounterView &view)
{
    m_view = view;
    if (m_about.isEmpty() && view.current)
        m_about = view.current->id;
    m_picker->setView(view, [this](const ServiceChoice &service) {
        return CounterWords::addHindrance(service, m_view);
    });
    showVisit();
    word();
}

void VisitPanel::takeFocus() { m_picker->takeFocus(); }

bool VisitPanel::isOver(const CounterView &view) const
{
    return !view.current || view.current->id != m_about;
}

/// The services to come, each with the key that takes it out.
void VisitPanel::showVisit()
{
    const std::vector<VisitService> further
        = m_view.current ? m_view.current->further : std::vector<VisitService>();
    if (m_visit && further == m_shown)
        return;
    m_shown = further;
    if (m_visit)
        m_visit->deleteLater();
    m_visit = new QWidget(this);
    auto *rows = new QVBoxLayout(m_visit);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme().dp(6));
    for (const VisitService &service : further) {
        auto *row = new QHBoxLayout;
        row->addWidget(new TextLabel(theme(), service.name, Type::Body, Weight::Bold, m_visit), 1);
        auto *out = new DesktopKey(theme(), KeyKind::Plain,
            {.text = tr("Take out"),
                .icon = QStringLiteral("ui-close"),
                .iconPx = theme().dp(18),
                .type = Type::Body,
                .weight = Weight::Regular},
            {}, m_visit);
        out->setFixedHeight(theme().dp(40));
        out->setAccessibleName(tr("Take out %1").arg(service.name));
        connect(out, &DesktopKey::clicked, this, [this, id = service.id] {
            if (m_view.current)
                Q_EMIT wanted(
                    Wish::RemoveService, RemoveService{m_view.counter, m_view.current->id, id});
        });
        row->addWidget(out);
        rows->addLayout(row);
    }
    body()->insertWidget(0, m_visit);
    m_visit->setVisible(!further.empty());
}

void VisitPanel::word()
{
    const QString number = m_view.current ? m_view.current->number : QString();
    setTitle(tr("Services of %1").arg(number), CounterWords::visitSoFar(m_view));
    const ServiceChoice *service = m_picker->chosen();
    setYes(service ? tr("Add: %1").arg(service->name) : tr("Add"), m_view.key(Wish::AddService),
        service ? QString() : tr("choose a service"));
}

void VisitPanel::confirm()
{
    const ServiceChoice *service = m_picker->chosen();
    if (!service || !m_view.current)
        return m_picker->takeFocus();
    Q_EMIT wanted(Wish::AddService, AddService{m_view.counter, m_view.current->id, service->id});
    m_picker->clear();
}

} // namespace antre
