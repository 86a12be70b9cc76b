// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/speaker.h"
#include "voice/synthesiser.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace antre {

/// Reads sentences to one listener, one after the other, until told to stop: the voice of a screen.
/// While one is heard the next is made, so that nobody waits between them. One thread, never
/// blocks. Synthesiser and speaker must outlive it.
class Narrator final : public QObject
{
    Q_OBJECT

public:
    Narrator(Synthesiser &synthesiser, Speaker &speaker, QObject *parent = nullptr);

    /// Whose voices may be wanted, as Synthesiser::say() names them; the next check() tries each.
    void setVoices(const QStringList &voices) { m_voices = voices; }
    /// Instead of whatever is being read.
    void read(const QStringList &sentences, const QString &voice);
    /// Silence, at once.
    void stop();
    [[nodiscard]] bool isReading() const { return m_at < m_sentences.size(); }

    /// Finds out, without a sound, whether anything could be heard. Ends in readyChanged() if that
    /// is news, also of one voice. Whoever offers a voice asks now and then: loudspeakers are
    /// pulled and plugged.
    void check();
    /// What the last sentence or check showed; not before the first check has ended.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// Whether this voice is there.
    [[nodiscard]] bool speaks(const QString &voice) const
    {
        return m_ready && !m_missing.contains(voice);
    }
    [[nodiscard]] bool isSynthesiserMissing() const { return m_wordless; }
    /// Of full volume, as ears judge.
    void setPercent(int percent) { m_percent = percent; }

Q_SIGNALS:
    /// `detail` is for the log; empty when all is well.
    void readyChanged(bool ready, const QString &detail);
    /// This one of read()'s sentences begins to be heard.
    void reading(int index);
    /// All was read; not after stop().
    void finished();

private:
    void prepare(qsizetype index);
    void playNext();
    void heard(const Result<> &result);
    void tryVoice(qsizetype index, const Error &last);
    void report(const Result<> &speaks, bool wordless);

    Synthesiser &m_synthesiser;
    Speaker &m_speaker;
    QStringList m_sentences;
    QString m_voice;
    QStringList m_voices{QStringLiteral("id")};
    QStringList m_missing; ///< of m_voices, by the last check
    QStringList m_told; ///< the same, as it was last news
    qsizetype m_at = 0; ///< the sentence that is heard or waited for
    std::optional<Sound> m_next; ///< sentence `m_at`, made and not yet playing
    std::optional<Sound> m_afterNext; ///< the one behind it
    bool m_playing = false;
    quint64 m_run = 0; ///< answers to an older one come too late
    int m_percent = 100;
    bool m_ready = false;
    bool m_checked = false;
    bool m_wordless = false;
};

/// What is written on a screen as a synthesiser reads it rightly: "35–55" is "35 sampai 55", a time
/// of day is two numbers, a ticket's number is said sign by sign as in callSentence(), and dots,
/// slashes and quotation marks that only please the eye are pauses or nothing. Other voices than
/// "id" and "en" get digits and signs to say as their own language does.
[[nodiscard]] QString spokenScreenText(const QString &written, const QString &voice);

} // namespace antre
