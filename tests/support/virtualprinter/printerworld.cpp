// SPDX-License-Identifier: Apache-2.0
#include "support/virtualprinter/printerworld.h"

#include <algorithm>
#include <utility>

namespace antre {

static constexpr qsizetype networkBytes = 16'384;
static constexpr qsizetype printerBytes = 4'096;
static constexpr Milliseconds tick{10};

class PrinterWorldLink final : public EscposLink
{
public:
    PrinterWorldLink(PrinterWorld &world, int number)
        : m_world(world)
        , m_number(number)
    {
    }
    ~PrinterWorldLink() override
    {
        if (lives())
            m_world.m_connection = 0;
    }
    qsizetype write(const char *bytes, qsizetype count) override
    {
        if (!lives())
            return -1;
        const qsizetype taken = std::min(count, networkBytes - m_world.m_network.size());
        m_world.m_network.append(bytes, taken);
        m_world.deliver();
        return taken;
    }
    std::optional<QByteArray> read() override
    {
        if (!lives())
            return {};
        return m_world.m_machine.takeAnswers();
    }
    void wait(bool, Milliseconds limit) override
    {
        m_world.step(std::clamp(limit, Milliseconds(1), tick));
    }

private:
    [[nodiscard]] bool lives() const { return m_world.m_connection == m_number; }

    PrinterWorld &m_world;
    int m_number;
};

PrinterWorld::PrinterWorld(EscposMachine::Model model, Instant start)
    : m_machine(std::move(model))
    , m_clock(start)
{
}

std::unique_ptr<EscposLink> PrinterWorld::connect()
{
    if (!m_plugged || !m_powered)
        return nullptr;
    (void)m_machine.takeAnswers(); // those to an earlier connection went with it
    m_connection = ++m_connections;
    return std::make_unique<PrinterWorldLink>(*this, m_connection);
}

void PrinterWorld::pass(Milliseconds time)
{
    for (const Milliseconds end = m_clock.elapsed() + time; m_clock.elapsed() < end;)
        step(std::min(tick, end - m_clock.elapsed()));
}

void PrinterWorld::step(Milliseconds time)
{
    m_clock.advance(time);
    while (!m_plan.empty() && m_plan.begin()->first <= m_clock.elapsed()) {
        const auto what = m_plan.begin()->second;
        m_plan.erase(m_plan.begin());
        what();
    }
    if (m_powered && m_mmPerSecond > 0)
        m_machine.allow(std::max(int(m_mmPerSecond * 8 * time.count() / 1000), 1));
    deliver();
}

void PrinterWorld::deliver()
{
    if (m_powered && m_mmPerSecond == 0)
        m_machine.allowAll();
    while (m_powered && !m_stalled && !m_network.isEmpty()) {
        qsizetype count = m_network.size();
        if (m_mmPerSecond > 0 && !m_machine.wantsBytes())
            count = std::min(count, printerBytes - m_machine.waitingBytes());
        if (m_afterBytes)
            count = std::min<qsizetype>(count, m_bytesUntil);
        if (count <= 0)
            return;
        const QByteArray bytes = m_network.left(count);
        m_network.remove(0, count);
        m_machine.receive(bytes);
        if (m_afterBytes && (m_bytesUntil -= count) <= 0)
            std::exchange(m_afterBytes, nullptr)();
    }
}

void PrinterWorld::afterBytes(qint64 bytes, std::function<void()> what)
{
    m_bytesUntil = bytes;
    m_afterBytes = std::move(what);
}

void PrinterWorld::setFault(bool PrinterFaults::*fault, bool holds)
{
    PrinterFaults faults = m_machine.faults();
    faults.*fault = holds;
    m_machine.setFaults(faults);
}

void PrinterWorld::cutLink()
{
    m_connection = 0;
    m_network.clear();
}

void PrinterWorld::setPlugged(bool plugged)
{
    if (!plugged)
        cutLink();
    m_plugged = plugged;
}

void PrinterWorld::setPowered(bool powered)
{
    if (!powered) {
        cutLink();
        m_machine.forget();
    }
    m_powered = powered;
}

void PrinterWorld::heal()
{
    m_plan.clear();
    m_afterBytes = nullptr;
    m_plugged = true;
    m_powered = true;
    m_stalled = false;
    m_mmPerSecond = 0;
    m_machine.setPaperLeft(-1);
    m_machine.setFaults({});
    deliver();
}

} // namespace antre
