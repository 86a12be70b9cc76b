// SPDX-License-Identifier: Apache-2.0
#include "counter/transferpanel.h"

#include "common/desktopkey.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "counter/servicepicker.h"

#include <QButtonGroup>
#include <QVBoxLayout>

#include <algorithm>

namespace antre {

TransferPanel::TransferPanel(const Theme &theme, QWidget *parent)
    : Panel(theme, QStringLiteral("ui-transfer"), parent)
    , m_picker(new ServicePicker(theme, this))
    , m_place(new QButtonGroup(this))
    , m_counter(new QButtonGroup(this))
    , m_counterKeys(new QHBoxLayout)
{
    layOut();
    connect(m_picker, &ServicePicker::chosenChanged, this, [this] {
        offerCounters();
        word();
    });
    connect(m_picker, &ServicePicker::confirmed, this, [this] { confirm(); });
    connect(m_counter, &QButtonGroup::idToggled, this, [this] { word(); });
}

void TransferPanel::layOut()
{
    auto *places = new QHBoxLayout;
    places->setSpacing(theme().gap());
    places->addWidget(heading(tr("Place in line")));
    places->addWidget(option(m_place, tr("Keeps its place")));
    places->addWidget(option(m_place, tr("Behind all others")));
    places->addStretch();
    m_place->buttons().front()->setChecked(true);
    m_counterKeys->setSpacing(theme().gap());
    body()->addWidget(m_picker, 1);
    body()->addLayout(places);
    auto *counters = new QHBoxLayout;
    counters->setSpacing(theme().gap());
    counters->addWidget(heading(tr("Counter")));
    counters->addLayout(m_counterKeys);
    counters->addStretch();
    body()->addLayout(counters);
}

DesktopKey *TransferPanel::option(QButtonGroup *group, const QString &words)
{
    auto *key = new DesktopKey(theme(), KeyKind::Plain,
        {.text = words, .type = Type::Body, .weight = Weight::Regular}, {}, this);
    key->setCheckable(true);
    key->setFixedHeight(theme().dp(42));
    group->addButton(key, int(group->buttons().size()));
    return key;
}

void TransferPanel::setView(const CounterView &view)
{
    m_view = view;
    if (m_about.isEmpty() && view.current)
        m_about = view.current->id;
    m_picker->setView(view, [this](const ServiceChoice &service) {
        return CounterWords::transferHindrance(service, m_view);
    });
    offerCounters();
    word();
}

void TransferPanel::takeFocus() { m_picker->takeFocus(); }

bool TransferPanel::isOver(const CounterView &view) const
{
    return !view.current || view.current->id != m_about;
}

/// Any counter of the service's line, or one that is open. To the present service itself only
/// another counter makes sense.
void TransferPanel::offerCounters()
{
    const ServiceChoice *service = m_picker->chosen();
    std::vector<CounterId> offered;
    const bool isPresent = service && m_view.current && service->id == m_view.current->serviceId;
    if (!isPresent)
        offered.emplace_back();
    if (service) {
        std::ranges::copy_if(service->counters, std::back_inserter(offered),
            [&](const CounterId &counter) { return counter != m_view.counter; });
    }
    if (m_isOffered && offered == m_offered)
        return;
    m_isOffered = true;
    m_offered = offered;
    for (QAbstractButton *old : m_counter->buttons()) {
        m_counter->removeButton(old);
        old->deleteLater();
    }
    for (const CounterId &counter : offered)
        m_counterKeys->addWidget(
            option(m_counter, counter.isEmpty() ? tr("Any") : CounterWords::counterName(counter)));
    if (!m_counter->buttons().isEmpty())
        m_counter->buttons().front()->setChecked(true);
}

CounterId TransferPanel::counterChosen() const
{
    const int chosen = m_counter->checkedId();
    return chosen >= 0 && chosen < int(m_offered.size()) ? m_offered[size_t(chosen)] : CounterId();
}

void TransferPanel::word()
{
    const QString number = m_view.current ? m_view.current->number : QString();
    const ServiceChoice *service = m_picker->chosen();
    setTitle(tr("Send %1 on").arg(number), tr("The visitor keeps the number and the slip."));
    const CounterId counter = counterChosen();
    const QString where = counter.isEmpty() ? (service ? service->agency : QString())
                                            : CounterWords::counterName(counter);
    setYes(service ? tr("Send %1 to %2").arg(number, where) : tr("Send %1 on").arg(number),
        m_view.key(Wish::Transfer), service ? QString() : tr("choose a service"));
}

void TransferPanel::confirm()
{
    const ServiceChoice *service = m_picker->chosen();
    if (!service || !m_view.current)
        return m_picker->takeFocus();
    Q_EMIT wanted(Wish::Transfer,
        TransferTicket{m_view.counter, m_view.current->id, service->id, counterChosen(),
            m_place->checkedId() == 1 ? TransferPlace::End : TransferPlace::Keep});
}

} // namespace antre
