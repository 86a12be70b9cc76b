// SPDX-License-Identifier: Apache-2.0
#include "print/fileprinter.h"

#include "slip/slippicture.h"

#include <QDir>
#include <QSaveFile>

namespace antre {

FilePrinter::FilePrinter(QString folder, PrinterProfile profile, QObject *parent)
    : Printer(profile, parent)
    , m_folder(std::move(folder))
    , m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

FilePrinter::~FilePrinter()
{
    m_thread.quit();
    m_thread.wait();
}

/// Ids name files here; what could name another folder is replaced.
static QString fileName(const QString &id)
{
    QString name;
    for (const QChar letter : id)
        name += letter.isLetterOrNumber() || letter == QLatin1Char('-') ? letter : QLatin1Char('_');
    return name;
}

static QString writeSlip(const QString &folder, const PrinterProfile &profile, const PrintJob &job)
{
    const QDir directory(folder);
    if (!directory.mkpath(QStringLiteral(".")))
        return QStringLiteral("can't make the folder %1").arg(folder);
    QSaveFile bytes(directory.filePath(fileName(job.id) + QStringLiteral(".bin")));
    if (!bytes.open(QIODevice::WriteOnly) || bytes.write(escposBytes(job.slip, profile)) < 0
        || !bytes.commit())
        return bytes.errorString();
    QSaveFile picture(directory.filePath(fileName(job.id) + QStringLiteral(".png")));
    if (!picture.open(QIODevice::WriteOnly) || !slipPicture(job.slip).save(&picture, "PNG")
        || !picture.commit())
        return picture.errorString();
    return {};
}

void FilePrinter::submit(const PrintJob &job)
{
    QMetaObject::invokeMethod(m_worker, [this, job, folder = m_folder, profile = profile()] {
        const QString error = writeSlip(folder, profile, job);
        // The thread is joined before this object goes, so it is there.
        QMetaObject::invokeMethod(this, [this, id = job.id, error] {
            if (error.isEmpty()) {
                setState({PrinterCondition::Ready, {}});
                Q_EMIT finished({id, SlipState::Printed, PrintTrouble::None, {}});
            } else {
                setState({PrinterCondition::NoPrinter, error});
                Q_EMIT finished({id, SlipState::Failed, PrintTrouble::NoPrinter, error});
            }
        });
    });
}

} // namespace antre
