// SPDX-License-Identifier: Apache-2.0
#include "print/printercheck.h"

#include "print/escposanswers.h"

namespace antre {

namespace {

class Asker
{
public:
    Asker(EscposLink &link, const Clock &clock, Milliseconds patience)
        : m_link(link)
        , m_clock(clock)
        , m_patience(patience)
    {
    }

    /// The first answer of type Wanted to `question`.
    template <typename Wanted> std::optional<Wanted> ask(const QByteArray &question)
    {
        drain();
        m_lost = m_lost || m_link.write(question.constData(), question.size()) != question.size();
        const Milliseconds until = m_clock.elapsed() + m_patience;
        while (!m_lost) {
            while (const auto answer = m_answers.next())
                if (const Wanted *wanted = std::get_if<Wanted>(&*answer))
                    return *wanted;
            if (m_clock.elapsed() >= until)
                break;
            m_link.wait(false, until - m_clock.elapsed());
            listen();
        }
        return {};
    }
    [[nodiscard]] bool isLost() const { return m_lost; }

private:
    void listen()
    {
        const auto bytes = m_lost ? std::nullopt : m_link.read();
        m_lost = !bytes;
        if (bytes)
            m_answers.add(*bytes);
    }
    void drain()
    {
        listen();
        m_answers.clear();
    }

    EscposLink &m_link;
    const Clock &m_clock;
    Milliseconds m_patience;
    EscposAnswers m_answers;
    bool m_lost = false;
};

QString nameAnswered(Asker &asker, char what)
{
    const auto name = asker.ask<NamedAnswer>(QByteArray("\x1DI", 2) + what);
    return name && name->id == 0x5F ? QString::fromLatin1(name->data).simplified() : QString();
}

} // namespace

PrinterFindings checkPrinter(EscposLink &link, const Clock &clock, Milliseconds answer)
{
    PrinterFindings found;
    Asker asker(link, clock, answer);
    std::array<int, 5> bits{};
    for (int kind = 1; kind <= 4; ++kind) {
        const auto status = asker.ask<RealTimeStatus>(QByteArray("\x10\x04") + char(kind));
        found.realTime.at(size_t(kind)) = status.has_value();
        bits.at(size_t(kind)) = status ? status->bits : 0;
    }
    found.status = {.offline = (bits[1] & 0x08) != 0,
        .coverOpen = (bits[2] & 0x04) != 0,
        .fault = (bits[2] & 0x40) != 0,
        .paperOut = (bits[2] & 0x20) != 0 || (bits[4] & 0x60) != 0,
        .paperLow = (bits[4] & 0x0C) != 0};
    found.clearsBuffer
        = asker.ask<NamedAnswer>(QByteArray("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"))
              .has_value();
    found.automaticStatus = asker.ask<AutomaticStatus>(QByteArray("\x1B@\x1D\x61\x0E")).has_value();
    // A stopped printer carries out nothing: these are then not answered.
    found.statusReceipt
        = asker.ask<StatusReceipt>(QByteArray("\x1D\x61\x00\x1D\x72\x01", 6)).has_value();
    const auto receipt = asker.ask<NamedAnswer>(QByteArray("\x1D\x28\x48\x06\x00\x30\x30TEST", 11));
    found.processReceipt = receipt && receipt->data == "TEST";
    found.maker = nameAnswered(asker, 66);
    found.model = nameAnswered(asker, 67);
    found.reached = !asker.isLost();
    return found;
}

QString PrinterFindings::recommendedProfile() const
{
    if (!confirms())
        return answersStatus() ? QStringLiteral("generic") : QStringLiteral("clone-58");
    if (processReceipt && clearsBuffer)
        return QStringLiteral("epson-tm");
    if (maker.contains(QLatin1String("bixolon"), Qt::CaseInsensitive))
        return QStringLiteral("bixolon");
    if (maker.contains(QLatin1String("star"), Qt::CaseInsensitive))
        return QStringLiteral("star-escpos");
    return QStringLiteral("clone-80");
}

} // namespace antre
