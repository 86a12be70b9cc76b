// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/printer.h"

#include <QProcess>

#include <deque>

namespace antre::test {

/// Prints as cupsd would: each slip by a process of the real back-end, which gets the whole job as
/// a file and goes on when the kiosk is killed.
class BackendPrinter final : public Printer
{
    Q_OBJECT

public:
    struct Device
    {
        QString program; ///< the back-end
        QString uri; ///< "escpos://127.0.0.1:9100"
        QString spool; ///< folder for jobs; there already
    };
    BackendPrinter(Device device, PrinterProfile profile, QObject *parent = nullptr);
    ~BackendPrinter() override;

    void submit(const PrintJob &job) override;

private:
    void printNext();
    void ended(QProcess *backend);

    Device m_device;
    std::deque<PrintJob> m_jobs; ///< the first one is being printed
};

} // namespace antre::test
