// SPDX-License-Identifier: Apache-2.0
#include "voice/narrator.h"

#include "voice/hallvoice.h"
#include "voice/sentence.h"

#include <QPointer>
#include <QRegularExpression>

namespace antre {

namespace {

constexpr int narratorSampleRate = 22050;
constexpr double narratorPeak = 0.8;
constexpr Milliseconds betweenRead{250};

/// `written` with each match of `pattern` replaced by what `said` makes of it.
template <typename Said>
QString replaced(const QString &written, const QRegularExpression &pattern, Said said)
{
    QString spoken;
    qsizetype from = 0;
    auto matches = pattern.globalMatch(written);
    while (matches.hasNext()) {
        const auto match = matches.next();
        spoken += QStringView(written).mid(from, match.capturedStart() - from);
        spoken += said(match);
        from = match.capturedEnd();
    }
    return spoken + QStringView(written).mid(from);
}

QString spokenTime(int hour, int minute, SpokenLanguage language)
{
    const QString hours = cardinal(hour, language);
    if (minute == 0)
        return language == SpokenLanguage::English ? hours + QStringLiteral(" o'clock") : hours;
    const bool oh = minute < 10;
    const QString zero = !oh ? QString()
        : language == SpokenLanguage::English
        ? QStringLiteral("oh ")
        : QStringLiteral("lewat "); // "delapan lewat lima": five past eight
    return hours + u' ' + zero + cardinal(minute, language);
}

} // namespace

/// Sign by sign, for a language whose words for them are not known here.
static QString apart(const QString &number)
{
    QStringList signs;
    for (const QChar sign : number)
        signs << (sign == u'-' ? QStringLiteral(",") : QString(sign));
    return signs.join(u' ');
}

QString spokenScreenText(const QString &written, const QString &voice)
{
    const auto language = spokenLanguage(voice);
    static const QRegularExpression ticket(
        QStringLiteral("\\b[A-HJ-NPR-WY](?:[0-9A-Z]-[0-9]{2,3}|[0-9]{3})\\b"));
    static const QRegularExpression range(QStringLiteral("(?<=[0-9])\\s?[–-]\\s?(?=[0-9])"));
    static const QRegularExpression time(
        QStringLiteral("\\b([01]?[0-9]|2[0-3])[.:]([0-5][0-9])\\b"));
    QString spoken = replaced(written, ticket, [language](const auto &match) {
        return language ? spelled(match.captured(), *language) : apart(match.captured());
    });
    spoken = replaced(spoken, range, [language](const auto &) {
        return language == SpokenLanguage::Indonesian ? QStringLiteral(" sampai ")
            : language                                ? QStringLiteral(" to ")
                                                      : QStringLiteral(", ");
    });
    spoken = replaced(spoken, time, [language](const auto &match) {
        const int hour = match.captured(1).toInt();
        const int minute = match.captured(2).toInt();
        return language ? spokenTime(hour, minute, *language)
                        : QStringLiteral("%1 %2").arg(hour).arg(match.captured(2));
    });
    static const QRegularExpression pauses(QStringLiteral("\\s*[·–—/()\\n]+\\s*"));
    spoken.replace(pauses, QStringLiteral(", "));
    static const QRegularExpression marks(QStringLiteral("[“”„\"…\u00AD]"));
    spoken.remove(marks);
    return spoken.simplified();
}

Narrator::Narrator(Synthesiser &synthesiser, Speaker &speaker, QObject *parent)
    : QObject(parent)
    , m_synthesiser(synthesiser)
    , m_speaker(speaker)
{
}

void Narrator::read(const QStringList &sentences, const QString &voice)
{
    stop();
    m_sentences = sentences;
    m_voice = voice;
    m_at = 0;
    if (!isReading())
        return;
    prepare(m_at);
    if (m_sentences.size() > 1)
        prepare(m_at + 1);
}

void Narrator::stop()
{
    ++m_run;
    m_sentences.clear();
    m_at = 0;
    m_next.reset();
    m_afterNext.reset();
    if (std::exchange(m_playing, false))
        m_speaker.stop();
}

/// Makes sentence `index`, the present one or the one behind it.
void Narrator::prepare(qsizetype index)
{
    m_synthesiser.say(spokenScreenText(m_sentences[index], m_voice), m_voice,
        [self = QPointer(this), run = m_run, index](const Result<Sound> &sound) {
            if (!self || self->m_run != run)
                return;
            if (!sound) {
                self->stop();
                self->report(tl::unexpected(sound.error()), true);
                return;
            }
            auto &place = index == self->m_at ? self->m_next : self->m_afterNext;
            place = normalised(resampled(*sound, narratorSampleRate), narratorPeak);
            self->playNext();
        });
}

void Narrator::playNext()
{
    if (m_playing || !m_next || !isReading())
        return;
    m_playing = true;
    Playback playback{QStringLiteral("read-%1-%2")
                          .arg(m_run, 4, 10, QLatin1Char('0'))
                          .arg(m_at, 3, 10, QLatin1Char('0')),
        std::move(*m_next)};
    m_next.reset();
    append(playback.sound, silence(betweenRead, narratorSampleRate));
    playback.sound = scaled(std::move(playback.sound), amplitudeOf(m_percent));
    Q_EMIT reading(int(m_at));
    // Queued: a speaker may answer at once, and a long page must not grow the stack.
    m_speaker.play(playback, [self = QPointer(this), run = m_run](const Result<> &result) {
        const auto answer = [self, run, result] {
            if (self && self->m_run == run)
                self->heard(result);
        };
        if (self)
            QMetaObject::invokeMethod(self.data(), answer, Qt::QueuedConnection);
    });
}

void Narrator::heard(const Result<> &result)
{
    m_playing = false;
    if (!result) {
        stop();
        report(result, false);
        return;
    }
    report({}, false);
    ++m_at;
    if (!isReading()) {
        Q_EMIT finished();
        return;
    }
    m_next = std::exchange(m_afterNext, std::nullopt);
    if (m_at + 1 < m_sentences.size())
        prepare(m_at + 1);
    playNext();
}

void Narrator::check()
{
    if (isReading())
        return;
    if (const auto ready = m_speaker.ready(); !ready) {
        report(ready, false);
        return;
    }
    m_missing.clear();
    tryVoice(0, {});
}

/// One voice after the other; with none at all there is no synthesiser.
void Narrator::tryVoice(qsizetype index, const Error &last)
{
    if (index == m_voices.size()) {
        if (m_missing.size() < m_voices.size())
            report({}, false);
        else
            report(tl::unexpected(last), true);
        return;
    }
    m_synthesiser.say(QStringLiteral("1"), m_voices[index],
        [self = QPointer(this), index, last](const Result<Sound> &sound) {
            if (!self || self->isReading())
                return;
            if (!sound)
                self->m_missing << self->m_voices[index];
            self->tryVoice(index + 1, sound ? last : sound.error());
        });
}

void Narrator::report(const Result<> &speaks, bool wordless)
{
    m_wordless = !speaks && wordless;
    const bool before = std::exchange(m_ready, speaks.has_value());
    const bool sameVoices = std::exchange(m_told, m_missing) == m_missing;
    if (std::exchange(m_checked, true) && before == m_ready && (sameVoices || !m_ready))
        return;
    Q_EMIT readyChanged(m_ready, speaks ? QString() : speaks.error().detail);
}

} // namespace antre
