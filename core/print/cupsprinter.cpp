// SPDX-License-Identifier: Apache-2.0
#include "print/cupsprinter.h"

#include "print/cupsworker.h"

namespace antre {

CupsPrinter::CupsPrinter(CupsQueue queue, PrinterProfile profile, const Clock &clock,
    CupsPatience patience, QObject *parent)
    : Printer(profile, parent)
    , m_worker(new CupsWorker(std::move(queue), profile, clock, patience))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &CupsWorker::start);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &CupsWorker::finished, this, &Printer::finished);
    connect(m_worker, &CupsWorker::stateChanged, this, &CupsPrinter::setState);
    m_thread.start();
}

CupsPrinter::~CupsPrinter()
{
    m_thread.quit();
    m_thread.wait();
}

void CupsPrinter::submit(const PrintJob &job)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, job] { worker->submit(job); });
}

} // namespace antre
