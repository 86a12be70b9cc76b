// SPDX-License-Identifier: Apache-2.0
#include "display/testcall.h"

#include "display/hallprogram.h"
#include "journal/sqlitejournal.h"
#include "shared/stopsignals.h"
#include "wire/events.h"
#include "wire/json.h"

namespace antre {

/// As the display keeps it; null when it has none yet, or its file can't be read.
static CataloguePtr keptCatalogue(const QString &data)
{
    const auto journal = SqliteJournal::openReadOnly(data + QStringLiteral("/terminal.db"));
    const auto latest = journal ? (*journal)->readLatest() : tl::unexpected(journal.error());
    if (!latest) {
        sayLine(QStringLiteral("catalogue: ") + latest.error().detail);
        return nullptr;
    }
    for (const StoredRecord &stored : *latest) {
        if (stored.record.key != QLatin1String("catalogue"))
            continue;
        const auto event = parseObject(stored.record.body).and_then(eventFromJson);
        if (const auto *published = event ? std::get_if<CataloguePublished>(&event->data) : nullptr)
            return published->catalogue;
    }
    return nullptr;
}

static QString languagesText(const std::vector<SpokenLanguage> &script)
{
    QStringList codes;
    for (const SpokenLanguage language : script)
        codes += spokenLanguageCode(language);
    return codes.isEmpty() ? QStringLiteral("chime only") : codes.join(QStringLiteral(", "));
}

/// How real calls are spoken now; says so.
static VoiceManner mannerNow(const DisplayOptions &options, Instant now)
{
    const CataloguePtr catalogue = keptCatalogue(options.terminal.data);
    if (!catalogue)
        sayLine(QStringLiteral("This display knows no catalogue yet: the test has full volume."));
    const VoicePlan plan = catalogue ? catalogue->site.hall.voice : VoicePlan();
    const QTimeZone zone = catalogue ? catalogue->zone() : QTimeZone::utc();
    const Minutes ofDay = localTime(now, zone).ofDay;
    VoiceManner manner = mannerAt(plan, ofDay);
    manner.script = options.script.value_or(manner.script);
    if (manner.quiet)
        sayLine(QStringLiteral("These are quiet hours: real calls are not spoken now."));
    manner.quiet = false;
    sayLine(QStringLiteral("test call A012 counter 1: %1, volume %2 %")
                .arg(languagesText(manner.script))
                .arg(manner.percent));
    return manner;
}

int speakTestCall(const DisplayOptions &options)
{
    const SystemClock system;
    const std::optional<RatedClock> rated = options.terminal.clock
        ? std::optional<RatedClock>(std::in_place, system, *options.terminal.clock)
        : std::nullopt;
    const Clock &clock = rated ? static_cast<const Clock &>(*rated) : system;
    EspeakSynthesiser synthesiser;
    const auto speaker = speakerFor(options);
    HallVoice voice(clock, synthesiser, *speaker, mannerNow(options, clock.wall()), std::nullopt);
    QString fault;
    QObject::connect(&voice, &HallVoice::healthChanged, &voice,
        [&fault](VoiceHealth, const QString &detail) { fault = detail; });
    QObject::connect(
        &voice, &HallVoice::markMoved, &voice,
        [](const CallMark &mark) {
            if (!mark.heard)
                QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    Call call;
    call.number = *TicketNumber::fromText(QStringLiteral("A012"));
    call.counter = CounterId(QStringLiteral("1"));
    call.at = clock.wall();
    voice.follow({call}, call.at);
    bool stopped = false;
    const StopSignals stopSignals([&stopped] {
        stopped = true;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    if (stopped)
        return 1;
    switch (voice.health()) {
    case VoiceHealth::Speaking:
        sayLine(QStringLiteral("The call was played to its end."));
        return 0;
    case VoiceHealth::ChimeOnly:
        sayLine(QStringLiteral("Only the chime was played: ") + fault);
        return 1;
    case VoiceHealth::Silent:
        sayLine(QStringLiteral("Nothing was heard: ") + fault);
        return 1;
    }
    return 1;
}

} // namespace antre
