// SPDX-License-Identifier: Apache-2.0
// How this terminal is, and what the service says of the others.
#include "terminal/terminalmachine.h"

#include <array>

namespace antre {

static QString diskTrouble(const Error &error)
{
    // The journal's reasons, as the codes of TerminalStatus.
    static constexpr std::array codes{std::pair{"diskFull", "disk.full"},
        std::pair{"readOnly", "disk.readOnly"}, std::pair{"locked", "disk.locked"},
        std::pair{"damaged", "disk.damaged"}, std::pair{"gone", "disk.gone"}};
    for (const auto &[reason, code] : codes) {
        if (error.reason == QLatin1String(reason))
            return QString::fromLatin1(code);
    }
    return error.code == ErrorCode::Corrupt ? QStringLiteral("disk.damaged")
                                            : QStringLiteral("disk.other");
}

TerminalStatus TerminalMachine::status() const
{
    TerminalStatus status;
    status.version = m_settings.version;
    status.clockOffset = m_siteClock.offset();
    status.backlog = int(unreportedPaper() + m_wishes.all().size());
    for (const KioskTicket *ticket : doubtfulSlips())
        ++(ticket->slip == SlipState::Unknown ? status.unknownSlips : status.failedSlips);
    if (m_storeError)
        status.troubles.append(diskTrouble(*m_storeError));
    if (!m_disputes.empty())
        status.troubles.append(QStringLiteral("slips.disputed"));
    status.troubles += m_connected.troubles;
    status.printers = printers();
    return status;
}

std::vector<PrinterStatus> TerminalMachine::printers() const
{
    std::vector<PrinterStatus> printers;
    if (m_settings.kind != TerminalKind::Kiosk)
        return printers;
    const std::vector<PrinterCondition> conditions = printerConditions();
    for (size_t i = 0; i < conditions.size(); ++i) {
        const KioskPrinter &printer = m_settings.printers[i];
        printers.push_back({printer.place, conditions[i], m_rolls.left(printer)});
    }
    return printers;
}

/// Whether there is anything new in it. Clocks are never still, so a second of theirs is no news.
static bool isNews(const TerminalStatus &status, TerminalStatus told)
{
    if (std::chrono::abs(status.clockOffset - told.clockOffset) < std::chrono::seconds(1))
        told.clockOffset = status.clockOffset;
    return status != told;
}

void TerminalMachine::tellStatus()
{
    if (!isUp() || !m_takesStatus)
        return;
    const TerminalStatus now = status();
    const Milliseconds elapsed = m_clock.elapsed();
    if (m_told && !isNews(now, m_told->status) && elapsed - m_told->at < statusEvery)
        return;
    m_told = Told{now, elapsed};
    send(StatusMessage{now});
}

void TerminalMachine::on(const DevicesChanged &input)
{
    m_connected = input;
    lookAtPaper();
    tellStatus();
}

void TerminalMachine::on(const DeviceStatuses &message)
{
    for (const DeviceStatus &device : message.devices)
        m_devices.insert_or_assign(device.terminal, device);
}

} // namespace antre
