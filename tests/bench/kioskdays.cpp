// SPDX-License-Identifier: Apache-2.0
#include "bench/kioskdays.h"

#include "base/check.h"
#include "base/overloaded.h"
#include "kiosk/kioskslip.h"
#include "print/escpossteps.h"
#include "service/accounts.h"
#include "slip/escpos.h"

namespace antre {

using namespace std::chrono_literals;

static constexpr ConnectionId connection = 1;

KioskDays::KioskDays(const QString &folder)
    : m_clock(thursday(9))
    , m_servicesDisk(SqliteJournal::open(folder + QStringLiteral("/service.db")).value())
    , m_kiosksDisk(SqliteJournal::open(folder + QStringLiteral("/kiosk.db")).value())
    , m_service(std::make_unique<QueueService>(*m_servicesDisk, m_clock))
{
    m_gate = std::make_unique<TerminalGate>(*m_service,
        TerminalGate::Wire{
            [this](ConnectionId, const QByteArray &frame) { m_toKiosk.push_back(frame); },
            [](ConnectionId) {},
            [](const std::function<bool()> &check, const std::function<void(bool)> &done) {
                done(check());
            },
            [] {}});
    ANTRE_MUST(m_service->open().has_value());
    const TerminalId id(QStringLiteral("kiosk-1"));
    const auto submit = [this](CommandData data) {
        m_service->submit({CommandId(makeUuid(m_clock, m_random)), {}, std::move(data)}, {});
        m_service->flush();
    };
    submit(PublishCatalogue{smallMall()});
    submit(
        EnrolTerminal{{id, TerminalKind::Kiosk, {}, QStringLiteral("1"), hashToken(id.value())}});
    m_machine = std::make_unique<TerminalMachine>(
        TerminalSettings{id, TerminalKind::Kiosk, id.value(), QStringLiteral("1"), {}}, m_clock,
        m_random);
    input(Started{});
    run();
}

void KioskDays::visitor()
{
    const int before = m_slips;
    while (m_slips == before) {
        input(Touched{ServiceId(QStringLiteral("a.one")), {}, QStringLiteral("id")});
        run();
        ANTRE_MUST(m_presenter.screen(*m_machine).has_value());
        input(Dismissed{});
        ANTRE_MUST(m_presenter.screen(*m_machine).has_value());
        m_clock.advance(30s);
        const bool isClosed = m_slips == before; // or a weekend
        if (isClosed || m_slips % visitorsADay == 0) {
            m_morning += 24h;
            m_clock.advance(m_morning - m_clock.wall());
        }
        m_gate->timePassed();
        run();
    }
}

/// Until nothing is on its way.
void KioskDays::run()
{
    do {
        for (const QByteArray &frame : std::exchange(m_toService, {}))
            m_gate->received(connection, frame);
        while (m_service->hasWork())
            m_service->flush();
        for (const QByteArray &frame : std::exchange(m_toKiosk, {}))
            input(FrameReceived{frame});
        if (const auto deadline = m_machine->nextDeadline();
            deadline && *deadline <= m_clock.elapsed())
            input(TimeReached{});
    } while (!m_toService.empty() || !m_toKiosk.empty());
}

void KioskDays::input(const TerminalInput &what)
{
    const TerminalActions actions = m_machine->step(what);
    for (const TerminalAction &action : actions)
        perform(action);
}

void KioskDays::perform(const TerminalAction &action)
{
    std::visit(Overloaded{
                   [this](const StoreRecords &what) {
                       m_end = m_kiosksDisk->append(m_end, what.records).value();
                       input(StoreEnded{what.id, {}});
                   },
                   [](const LoadRecords &) {},
                   [this](const OpenLink &) {
                       m_gate->opened(connection);
                       input(LinkOpened{});
                   },
                   [this](const CloseLink &) { m_gate->closed(connection); },
                   [this](const SendFrame &send) { m_toService.push_back(send.frame); },
                   [this](const PrintSlip &wanted) { print(wanted); },
                   [](const CommandAnswered &) {},
                   [](const OrderHeard &) {},
               },
        action);
}

void KioskDays::print(const PrintSlip &print)
{
    const CataloguePtr catalogue = m_machine->mirror().state().catalogue;
    const Slip slip
        = layOutSlip(kioskSlipContent(print.ticket, *catalogue, print.copy), slipWidth80);
    ANTRE_MUST(!escposSteps(escposBytes(slip, {})).empty());
    ++m_slips;
    input(PrintEnded{print.print, SlipState::Printed, paperMillimetres(slip, {})});
}

} // namespace antre
