// SPDX-License-Identifier: Apache-2.0
#include "voice/espeaksynthesiser.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTimer>

#include <array>

namespace antre {

static Result<Sound> soundOf(QProcess &process)
{
    constexpr qsizetype detailMax = 200;
    if (process.exitStatus() != QProcess::NormalExit)
        return failure(
            ErrorCode::Unavailable, process.program() + QStringLiteral(" was killed or crashed"));
    if (process.exitCode() == 0)
        return fromWav(process.readAllStandardOutput());
    const QString said
        = QString::fromUtf8(process.readAllStandardError()).trimmed().left(detailMax);
    return failure(ErrorCode::Unavailable,
        QStringLiteral("%1 failed with %2: %3")
            .arg(process.program())
            .arg(process.exitCode())
            .arg(said));
}

EspeakSynthesiser::EspeakSynthesiser()
    : EspeakSynthesiser(Options())
{
}

EspeakSynthesiser::EspeakSynthesiser(Options options)
    : m_options(std::move(options))
{
}

QStringList EspeakSynthesiser::arguments(const QString &voice) const
{
    // Its voices are named by language.
    return {QStringLiteral("-v"), voice, QStringLiteral("-s"),
        QString::number(m_options.wordsPerMinute), QStringLiteral("-b1"), QStringLiteral("--stdin"),
        QStringLiteral("--stdout")};
}

QString EspeakSynthesiser::pronounced(const QString &text, const QString &voice)
{
    // Brackets in the text itself would be read as phonemes.
    QString spoken = text;
    spoken.replace(QLatin1Char('['), QLatin1Char('(')).replace(QLatin1Char(']'), QLatin1Char(')'));
    if (voice != spokenLanguageCode(SpokenLanguage::Indonesian))
        return spoken;
    constexpr std::array words{std::pair{"empat", "@mp'at"}, std::pair{"enam", "@n'am"},
        std::pair{"belas", "b@l'as"}, std::pair{"sebelas", "s@b@l'as"},
        std::pair{"loket", "l'okEt"}, std::pair{"antrean", "antR2'ean"}};
    for (const auto &[word, phonemes] : words) {
        const QRegularExpression whole(QStringLiteral("\\b%1\\b").arg(QLatin1String(word)),
            QRegularExpression::CaseInsensitiveOption);
        spoken.replace(whole, QStringLiteral("[[%1]]").arg(QLatin1String(phonemes)));
    }
    return spoken;
}

void EspeakSynthesiser::say(const QString &text, const QString &voice, Done done)
{
    auto *process = new QProcess(&m_processes);
    process->setProgram(m_options.program);
    process->setArguments(arguments(voice));
    QObject::connect(process, &QProcess::finished, &m_processes, [process, done] {
        process->deleteLater();
        done(soundOf(*process));
    });
    // Every other error is followed by finished().
    QObject::connect(process, &QProcess::errorOccurred, &m_processes,
        [process, done](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart)
                return;
            process->deleteLater();
            done(failure(ErrorCode::Unavailable,
                QStringLiteral("%1 can't be started: %2")
                    .arg(process->program(), process->errorString())));
        });
    QTimer::singleShot(m_options.limit, process, &QProcess::kill);
    process->start();
    process->write(pronounced(text, voice).toUtf8());
    process->closeWriteChannel();
}

} // namespace antre
