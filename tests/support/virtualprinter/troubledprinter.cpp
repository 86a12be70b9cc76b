// SPDX-License-Identifier: Apache-2.0
#include "support/virtualprinter/troubledprinter.h"

#include <utility>

namespace antre {

namespace {

/// Longer than any slipJob().
constexpr quint64 bytesMost = 6'000;

PrinterModel modelOf(TroubledPrinter::Class kind)
{
    switch (kind) {
    case TroubledPrinter::Class::Tm:
        return printerModel(QStringLiteral("epson-tm")).value();
    case TroubledPrinter::Class::Clone:
        return printerModel(QStringLiteral("clone-80")).value();
    case TroubledPrinter::Class::Mute:
        return printerModel(QStringLiteral("generic")).value();
    }
    return {};
}

EscposMachine::Model machineOf(TroubledPrinter::Class kind, bool draws)
{
    EscposMachine::Model model = kind == TroubledPrinter::Class::Tm
        ? EscposMachine::Model::tmClass()
        : kind == TroubledPrinter::Class::Clone ? EscposMachine::Model::clone()
                                                : EscposMachine::Model::muteClone();
    model.draws = draws;
    return model;
}

QString word(int job, char part) { return QStringLiteral("J%1%2").arg(job).arg(QLatin1Char(part)); }

/// Built like a slip: a head, the number's picture, text, the code's picture, a tail, the cut.
QByteArray slipJob(int number)
{
    const QByteArray picture
        = QByteArray("\x1Dv0\x00\x48\x00\x1E\x00", 8) + QByteArray(72 * 30, '\x0F');
    const auto line = [&](char part) -> QByteArray { return word(number, part).toLatin1() + '\n'; };
    return "\x1C.\x1B@\x1C.\x1Bt" + QByteArray(1, '\0') + line('a') + picture + line('b') + picture
        + line('z') + QByteArray("\x1DV\x42\x00", 4);
}

} // namespace

SessionEnd honest(EscposLink &link, const EscposJob &job, const PrinterModel &model,
    const Clock &clock, PrinterMemory memory)
{
    return printEscpos(link, job, model, SessionLimits(), clock, memory);
}

TroubledPrinter::TroubledPrinter(Class kind, Random &random, bool draws, Talk talk)
    : m_random(random)
    , m_kind(kind)
    , m_talk(std::move(talk))
    , m_model(modelOf(kind))
    , m_world(machineOf(kind, draws), Instant(Milliseconds(0)))
{
}

TroubledPrinter::Fault TroubledPrinter::flag(bool PrinterFaults::*member)
{
    return {[this, member] { m_world.setFault(member, true); },
        [this, member] { m_world.setFault(member, false); }};
}

TroubledPrinter::Fault TroubledPrinter::fault()
{
    const int dots = int(1 + m_random.below(200));
    const int speed = int(50 + m_random.below(200));
    switch (m_random.below(11)) {
    case 0:
        return flag(&PrinterFaults::paperOut);
    case 1:
        return flag(&PrinterFaults::coverOpen);
    case 2:
        return flag(&PrinterFaults::offline);
    case 3:
        return flag(&PrinterFaults::nearEnd);
    case 4:
        return flag(&PrinterFaults::mute);
    case 5:
        return flag(&PrinterFaults::cutter);
    case 6:
        return {[this] { m_world.cutLink(); }, [] {}};
    case 7:
        return {[this] { m_world.setStalled(true); }, [this] { m_world.setStalled(false); }};
    case 8:
        return {[this] { m_world.setPowered(false); }, [this] { m_world.setPowered(true); }};
    case 9:
        return {[this, dots] { m_world.machine().setPaperLeft(dots); },
            [this] {
                m_world.machine().setPaperLeft(-1);
                m_world.setFault(&PrinterFaults::paperOut, false);
            }};
    default:
        return {[this, speed] { m_world.setSpeed(speed); }, [this] { m_world.setSpeed(0); }};
    }
}

void TroubledPrinter::planFault()
{
    const auto [breaks, mends] = fault();
    if (m_random.below(2) == 0)
        m_world.afterBytes(qint64(1 + m_random.below(bytesMost)), breaks);
    else
        m_world.at(m_world.clock().elapsed() + Milliseconds(qint64(m_random.below(2'000))), breaks);
    m_world.at(
        m_world.clock().elapsed() + Milliseconds(qint64(500 + m_random.below(20'000))), mends);
}

void TroubledPrinter::planPowerCut()
{
    m_world.afterBytes(
        qint64(1 + m_random.below(bytesMost)), [this] { m_world.setPowered(false); });
}

SessionEnd TroubledPrinter::talk(const EscposJob &job)
{
    const auto link = m_world.connect();
    if (!link)
        return SessionEnd::Unreachable;
    EscposJob remembered = job;
    remembered.onMemory = [this](const PrinterMemory &memory) { m_memory = memory; };
    return m_talk(*link, remembered, m_model, m_world.clock(), m_memory);
}

SessionEnd TroubledPrinter::print(int job)
{
    m_end = talk({.bytes = slipJob(job), .number = job});
    m_world.pass(Milliseconds(1'500));
    return m_end;
}

void TroubledPrinter::idle(Milliseconds time)
{
    for (const Milliseconds end = m_world.clock().elapsed() + time;
         m_world.clock().elapsed() < end;) {
        m_world.pass(Milliseconds(5'000));
        if (m_end != SessionEnd::Confirmed && m_end != SessionEnd::NotConfirmed)
            m_end = talk({.bytes = escposProbe()});
    }
}

TroubledPrinter::OnPaper TroubledPrinter::onPaper(int job, qsizetype fromLine, qsizetype untilLine)
{
    const QStringList some = m_world.machine().lines().mid(fromLine, untilLine - fromLine);
    OnPaper found{
        some.count(word(job, 'a')), some.count(word(job, 'b')), some.count(word(job, 'z')), false};
    const qsizetype tail = some.indexOf(word(job, 'z'));
    found.whole = found.heads == 1 && found.middles == 1 && tail >= 0 && tail + 1 < some.size()
        && some[tail + 1].isEmpty();
    return found;
}

std::vector<int> TroubledPrinter::begun()
{
    std::vector<int> jobs;
    const QStringList &all = m_world.machine().lines();
    for (; m_seen < all.size(); ++m_seen) {
        const QString &line = all[m_seen];
        if (line.startsWith(QLatin1Char('J')) && line.endsWith(QLatin1Char('a')))
            jobs.push_back(line.mid(1, line.size() - 2).toInt());
    }
    return jobs;
}

} // namespace antre
