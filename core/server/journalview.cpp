// SPDX-License-Identifier: Apache-2.0
#include "server/journalview.h"

#include "wire/events.h"
#include "wire/json.h"

#include <QJsonArray>

#include <algorithm>

namespace antre {

namespace {

constexpr int entriesMax = 100;
constexpr Position recordsMax = 1500;
constexpr int readAtOnce = 300;

QJsonObject entryOf(const PlacedEvent &placed, const State &state)
{
    const Event event = redactedFor(placed.event, TerminalId());
    QJsonObject data;
    if (const auto *published = std::get_if<CataloguePublished>(&event.data))
        data = {{QStringLiteral("version"), published->catalogue->version},
            {QStringLiteral("reason"), published->reason}};
    else
        data = eventToJson(event).value(QStringLiteral("data")).toObject();
    QJsonObject entry{{QStringLiteral("position"), placed.position},
        {QStringLiteral("at"), toMs(event.at)}, {QStringLiteral("day"), event.day.text()},
        {QStringLiteral("kind"), eventKind(event.data)}, {QStringLiteral("data"), data}};
    if (!event.by.officer.isEmpty()) {
        entry.insert(QStringLiteral("officer"), event.by.officer.value());
        entry.insert(QStringLiteral("name"), state.officers.value(event.by.officer).name);
    }
    if (!event.by.terminal.isEmpty())
        entry.insert(QStringLiteral("terminal"), event.by.terminal.value());
    return entry;
}

bool isWanted(const QJsonObject &entry, const QString &text)
{
    return text.isEmpty() || QString::fromUtf8(toBytes(entry)).toLower().contains(text);
}

} // namespace

Result<QJsonObject> journalPage(QueueService &service, const JournalQuestion &question)
{
    Position end = question.before > 0 ? std::min(question.before - 1, service.position())
                                       : service.position();
    const Position least = std::max<Position>(end - recordsMax, 0);
    QJsonArray entries;
    bool isOver = false; // an older day: nothing of this one comes before it
    while (end > least && entries.size() < entriesMax && !isOver) {
        const Position from = std::max<Position>(end - readAtOnce, least);
        const auto events = service.eventsAfter(from, int(end - from));
        if (!events)
            return tl::unexpected(events.error());
        for (auto placed = events->rbegin(); placed != events->rend(); ++placed) {
            const BusinessDay day = placed->event.day;
            isOver = !question.day.isNull() && day < question.day;
            if (isOver || entries.size() == entriesMax)
                break;
            end = placed->position - 1;
            if (!question.day.isNull() && day != question.day)
                continue;
            if (const QJsonObject entry = entryOf(*placed, service.state());
                isWanted(entry, question.text))
                entries.append(entry);
        }
        if (events->empty())
            break;
    }
    QJsonObject page{{QStringLiteral("entries"), entries}};
    if (!isOver && end > 0)
        page.insert(QStringLiteral("before"), end + 1);
    return page;
}

} // namespace antre
