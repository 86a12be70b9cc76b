// SPDX-License-Identifier: Apache-2.0
#include "fault/touchingkiosk/backendprinter.h"

#include "print/escpossession.h"

#include <QDir>
#include <QFile>

namespace antre::test {

BackendPrinter::BackendPrinter(Device device, PrinterProfile profile, QObject *parent)
    : Printer(profile, parent)
    , m_device(std::move(device))
{
}

BackendPrinter::~BackendPrinter()
{
    // QProcess ends its program with itself; a slip under way is waited for instead.
    for (QProcess *backend : findChildren<QProcess *>()) {
        backend->disconnect(this);
        backend->waitForFinished();
    }
}

void BackendPrinter::submit(const PrintJob &job)
{
    m_jobs.push_back(job);
    if (m_jobs.size() == 1)
        QMetaObject::invokeMethod(this, &BackendPrinter::printNext, Qt::QueuedConnection);
}

void BackendPrinter::printNext()
{
    const PrintJob &job = m_jobs.front();
    const QString path = QDir(m_device.spool).filePath(job.id);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(escposBytes(job.slip, profile())) < 0)
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    file.close();
    auto *backend = new QProcess(this);
    QStringList environment = QProcess::systemEnvironment();
    environment << QStringLiteral("DEVICE_URI=") + m_device.uri;
    backend->setEnvironment(environment);
    connect(backend, &QProcess::finished, this, [this, backend] { ended(backend); });
    backend->start(m_device.program,
        {QStringLiteral("1"), QStringLiteral("antre"), job.id, QStringLiteral("1"), QString(),
            path});
}

static SlipState resultOf(const QByteArray &lastLine)
{
    const qsizetype colon = lastLine.indexOf(": ");
    switch (sessionEndFromWords(QString::fromUtf8(lastLine.mid(colon + 2)))
                .value_or(SessionEnd::NoEnd)) {
    case SessionEnd::Confirmed:
        return SlipState::Printed;
    case SessionEnd::NotConfirmed:
        return SlipState::Sent;
    case SessionEnd::Unreachable:
    case SessionEnd::PaperOutBefore:
    case SessionEnd::CoverOpenBefore:
    case SessionEnd::OfflineBefore:
    case SessionEnd::TooLate:
        return SlipState::Failed;
    case SessionEnd::PaperOutAmidst:
    case SessionEnd::CoverOpenAmidst:
    case SessionEnd::LinkLost:
    case SessionEnd::NoEnd:
        return SlipState::Unknown;
    }
    return SlipState::Unknown;
}

void BackendPrinter::ended(QProcess *backend)
{
    const QByteArray said = backend->readAllStandardError().trimmed();
    backend->deleteLater();
    const PrintJob job = m_jobs.front();
    m_jobs.pop_front();
    QFile::remove(QDir(m_device.spool).filePath(job.id));
    if (!m_jobs.empty())
        printNext();
    Q_EMIT finished({job.id, resultOf(said.mid(said.lastIndexOf('\n') + 1)), PrintTrouble::None,
        QString::fromUtf8(said)});
}

} // namespace antre::test
