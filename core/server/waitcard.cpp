// SPDX-License-Identifier: Apache-2.0
#include "server/waitcard.h"

#include "server/html.h"

namespace antre {

using namespace html;

namespace {

/// So many people fit beside each other on a phone; a number tells the rest.
constexpr int drawnPeople = 5;

QString range(const QString &from, const QString &until) { return from + QChar(0x2013) + until; }

} // namespace

QString WaitCard::people(int ahead) const
{
    const QString person = icon(QStringLiteral("ui-person"));
    QString row = icon(QStringLiteral("ui-counter"), QStringLiteral("desk"));
    if (ahead > drawnPeople)
        row += person.repeated(2)
            + element(QStringLiteral("b"), QStringLiteral("+%1").arg(ahead - 2));
    else
        row += person.repeated(ahead);
    row += element(QStringLiteral("span class=\"you\""), person + m_words("you"));
    // The sentence above says the same in words.
    return element(QStringLiteral("div class=\"people\" aria-hidden=\"true\""), row);
}

QString WaitCard::clock(Instant moment) const
{
    return m_speech.clock(localTime(moment, m_zone).ofDay, m_language);
}

QString WaitCard::callTimes(const PromisedWait &wait, Instant now) const
{
    constexpr int step = 5;
    const Minutes ofDay = localTime(now, m_zone).ofDay;
    const Minutes from = (ofDay + wait.from) / step * step;
    const Minutes until = (ofDay + wait.until + Minutes(step - 1)) / step * step;
    return range(m_speech.clock(from, m_language), m_speech.clock(until, m_language));
}

QString WaitCard::facts(const PromisedWait &wait, Instant now) const
{
    const auto fact = [this](const char *name, const char *part, const QString &value) {
        return element(QStringLiteral("div"),
            element(QStringLiteral("h3 class=\"mute\""), m_words(name))
                + element(QStringLiteral("b data-part=\"%1\"").arg(QLatin1String(part)), value));
    };
    const QString minutes
        = range(QString::number(wait.from.count()), QString::number(wait.until.count()));
    QString content = element(QStringLiteral("div class=\"facts\""),
        fact("wait", "minutes", m_words("minutes", minutes))
            + fact("calledAbout", "times", callTimes(wait, now)));
    if (wait.maybeTooLate)
        content += element(QStringLiteral("p"), m_words("maybeTooLate"));
    return content;
}

} // namespace antre
