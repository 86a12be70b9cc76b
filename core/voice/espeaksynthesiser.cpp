// SPDX-License-Identifier: Apache-2.0
#include "voice/espeaksynthesiser.h"

#include <QProcess>
#include <QTimer>

namespace antre {

static QString voiceOf(SpokenLanguage language)
{
    switch (language) {
    case SpokenLanguage::Indonesian:
        return QStringLiteral("id");
    case SpokenLanguage::English:
        return QStringLiteral("en");
    }
    return {};
}

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

void EspeakSynthesiser::say(const QString &text, SpokenLanguage language, Done done)
{
    auto *process = new QProcess(&m_processes);
    process->setProgram(m_options.program);
    process->setArguments({QStringLiteral("-v"), voiceOf(language), QStringLiteral("-s"),
        QString::number(m_options.wordsPerMinute), QStringLiteral("-b1"), QStringLiteral("--stdin"),
        QStringLiteral("--stdout")});
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
    process->write(text.toUtf8());
    process->closeWriteChannel();
}

} // namespace antre
