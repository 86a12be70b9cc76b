// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "print/escpossession.h"
#include "support/virtualprinter/escposmachine.h"

#include <functional>
#include <map>

namespace antre {

/// A printer, its wire and everything that may befall them, in one thread and in simulated time:
/// time passes only where a conversation waits.
///
/// The network holds what a printer that stalls has not read, across connections, and delivers it
/// later, as a real one may. A cut wire loses it.
class PrinterWorld
{
public:
    PrinterWorld(EscposMachine::Model model, Instant start);

    /// A connection; nothing: the printer is off or the cable is out.
    [[nodiscard]] std::unique_ptr<EscposLink> connect();
    void pass(Milliseconds time);

    void at(Milliseconds moment, std::function<void()> what) { m_plan.emplace(moment, what); }
    void afterBytes(qint64 bytes, std::function<void()> what);
    void setFault(bool PrinterFaults::*fault, bool holds);
    void setStalled(bool stalled) { m_stalled = stalled; }
    void setSpeed(int mmPerSecond) { m_mmPerSecond = mmPerSecond; }
    void cutLink();
    void setPlugged(bool plugged);
    void setPowered(bool powered);
    /// Everything is mended.
    void heal();

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] EscposMachine &machine() { return m_machine; }

private:
    friend class PrinterWorldLink;
    void step(Milliseconds time);
    void deliver();

    EscposMachine m_machine;
    ManualClock m_clock;
    std::multimap<Milliseconds, std::function<void()>> m_plan;
    QByteArray m_network;
    qint64 m_bytesUntil = 0;
    std::function<void()> m_afterBytes;
    int m_connection = 0; ///< the number of the one that lives; 0: none
    int m_connections = 0;
    int m_mmPerSecond = 0; ///< 0: at once
    bool m_stalled = false;
    bool m_plugged = true;
    bool m_powered = true;
};

} // namespace antre
