// SPDX-License-Identifier: Apache-2.0
#include "terminal/mirror.h"

#include "domain/evolve.h"
#include "wire/values.h"

#include <QJsonArray>

namespace antre {

namespace {

/// More than the largest display shows.
constexpr size_t keptCalls = 24;

const QString dayKey = QStringLiteral("day");
const QString waitingKey = QStringLiteral("waiting");
const QString takenKey = QStringLiteral("taken");
const QString callsKey = QStringLiteral("calls");
const QString asOfKey = QStringLiteral("asOf");
const QString offsetKey = QStringLiteral("offset");
const QString ticketKey = QStringLiteral("ticket");
const QString numberKey = QStringLiteral("number");
const QString counterKey = QStringLiteral("counter");
const QString atKey = QStringLiteral("at");
const QString timesKey = QStringLiteral("times");
const QString closuresKey = QStringLiteral("closures");
const QString scopeKey = QStringLiteral("scope");
const QString untilKey = QStringLiteral("until");
const QString reasonKey = QStringLiteral("reason");

QJsonObject callToJson(const Call &call)
{
    return {{ticketKey, call.ticket.text()}, {numberKey, call.number.text()},
        {counterKey, call.counter.text()}, {atKey, toMs(call.at)}, {timesKey, call.times}};
}

QJsonObject closureToJson(const Scope &scope, const Closure &closure)
{
    return {{scopeKey, scope.text()}, {untilKey, toMs(closure.until)},
        {reasonKey, textToJson(closure.reason)}};
}

Result<std::pair<Scope, Closure>> closureFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    const Scope scope = scopeFromJson(in);
    const Closure closure{in.instant(untilKey), textFromJson(in, reasonKey)};
    if (!in.ok())
        return in.error();
    return std::pair(scope, closure);
}

Result<Call> callFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    Call call;
    call.ticket = TicketId(in.uuid(ticketKey));
    call.number = in.number(numberKey);
    call.counter = in.id<CounterId>(counterKey);
    call.at = in.instant(atKey);
    call.times = int(in.integer(timesKey));
    if (!in.ok())
        return in.error();
    return call;
}

} // namespace

QJsonObject KeptMirror::toJson() const
{
    QJsonObject lines;
    for (const auto &[line, count] : waiting)
        lines.insert(line.value(), count);
    QJsonObject services;
    for (auto service = taken.begin(); service != taken.end(); ++service)
        services.insert(service.key().value(), service.value());
    QJsonArray callArray;
    for (const Call &call : calls)
        callArray.append(callToJson(call));
    QJsonArray closureArray;
    for (const auto &[scope, closure] : closures)
        closureArray.append(closureToJson(scope, closure));
    return {{dayKey, day.days}, {waitingKey, lines}, {takenKey, services}, {callsKey, callArray},
        {closuresKey, closureArray}, {asOfKey, toMs(asOf)}, {offsetKey, qint64(offset.count())}};
}

Result<KeptMirror> KeptMirror::fromJson(const QJsonObject &json)
{
    FieldReader in(json);
    KeptMirror kept;
    kept.day = BusinessDay{int(in.integer(dayKey))};
    kept.asOf = in.instant(asOfKey);
    kept.offset = Milliseconds(in.integer(offsetKey));
    const QJsonObject lines = in.object(waitingKey);
    for (auto line = lines.begin(); line != lines.end(); ++line)
        kept.waiting.emplace(LineId(line.key()), line.value().toInt());
    const QJsonObject services = in.object(takenKey);
    for (auto service = services.begin(); service != services.end(); ++service)
        kept.taken.insert(ServiceId(service.key()), service.value().toInt());
    const QJsonArray calls = in.array(callsKey);
    if (!in.ok())
        return in.error();
    for (const QJsonValue &entry : calls) {
        auto call = callFromJson(entry.toObject());
        if (!call)
            return tl::unexpected(call.error());
        kept.calls.push_back(std::move(*call));
    }
    // Kiosks of before there were closures kept none.
    const QJsonArray closures = json.value(closuresKey).toArray();
    for (const QJsonValue &entry : closures) {
        const auto closure = closureFromJson(entry.toObject());
        if (!closure)
            return tl::unexpected(closure.error());
        kept.closures.insert(*closure);
    }
    return kept;
}

void Mirror::welcomed(const Welcome &welcome)
{
    m_promised = welcome.position;
    m_startingOver = welcome.startOver;
    heard(welcome.now);
    if (welcome.startOver) {
        // What is on the screen stays until the first event of the new state arrives.
        const CataloguePtr kept = m_state.catalogue;
        m_state = State();
        m_state.catalogue = kept;
        m_position = 0;
    }
    m_keptWaiting.clear();
}

bool Mirror::fed(const EventsFeed &feed)
{
    if (m_promised < 0)
        return false;
    if (!m_startingOver && feed.after > m_position)
        return false;
    qint64 position = feed.after;
    for (const Event &event : feed.events) {
        ++position;
        // A feed that overlaps with what is known repeats it; once is enough.
        if (m_startingOver || position > m_position) {
            m_state = evolve(std::move(m_state), event);
            m_lastCause = event.cause;
        }
        heard(event.at);
    }
    m_position = m_startingOver ? feed.upTo : std::max(m_position, feed.upTo);
    if (m_position >= m_promised)
        m_startingOver = false;
    return true;
}

void Mirror::restore(const KeptMirror &kept)
{
    m_state.day = kept.day;
    m_state.taken = kept.taken;
    m_state.calls = kept.calls;
    m_state.closures = kept.closures;
    m_keptWaiting = kept.waiting;
    m_asOf = kept.asOf;
}

KeptMirror Mirror::toKeep(Milliseconds offset) const
{
    KeptMirror kept{m_state.day, {}, m_state.taken, {}, m_state.closures, m_asOf, offset};
    for (const auto &[line, tickets] : m_state.lines)
        kept.waiting.emplace(line, tickets.waiting);
    const size_t dropped = m_state.calls.size() - std::min(m_state.calls.size(), keptCalls);
    kept.calls.assign(m_state.calls.begin() + std::ptrdiff_t(dropped), m_state.calls.end());
    return kept;
}

int Mirror::waitingIn(const LineId &line) const
{
    const auto kept = m_keptWaiting.find(line);
    return kept == m_keptWaiting.end() ? m_state.waitingIn(line) : kept->second;
}

} // namespace antre
