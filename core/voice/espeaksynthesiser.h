// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/synthesiser.h"

#include <QObject>

namespace antre {

/// espeak-ng as a process of its own for each sentence (GPL-3: never linked). It renders a
/// four-second sentence in about 10 ms, so nothing is kept running. A program that is missing,
/// fails or hangs gives Unavailable; the sentence goes through its input, so no text can be taken
/// for an option.
class EspeakSynthesiser final : public Synthesiser
{
public:
    struct Options
    {
        QString program = QStringLiteral("espeak-ng");
        int wordsPerMinute = 140; ///< its default of 175 is too quick for a hall's echo
        Milliseconds limit{10'000}; ///< for one sentence; then it is killed
    };
    EspeakSynthesiser();
    explicit EspeakSynthesiser(Options options);
    void say(const QString &text, const QString &voice, Done done) override;

    /// What the program is started with to speak what it reads from its input.
    [[nodiscard]] QStringList arguments(const QString &voice) const;
    /// `text` as the program must read it to pronounce it rightly: its Indonesian rules give every
    /// stressed "e" one sound, where Indonesian has three. "empat", "enam", "belas" and "sebelas"
    /// have the weak one (pepet), "loket" and "antrean" a clear one (KBBI, the great dictionary:
    /// êmpat, ênam, bêlas, lokét, antré). They go in as phonemes, between double brackets.
    [[nodiscard]] static QString pronounced(const QString &text, const QString &voice);

private:
    Options m_options;
    QObject m_processes; ///< parent of all processes; its end kills them and silences their signals
};

} // namespace antre
