// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/printer.h"

#include <QThread>

namespace antre {

/// Prints into a folder: ID.png, the slip as a picture, and ID.bin, the bytes a real printer would
/// get. For demonstrations and for kiosks that are tried out before their printer has come.
class FilePrinter final : public Printer
{
    Q_OBJECT

public:
    FilePrinter(QString folder, PrinterProfile profile, QObject *parent = nullptr);
    ~FilePrinter() override;

    void submit(const PrintJob &job) override;

private:
    QString m_folder;
    QObject *m_worker; ///< lives in m_thread and is deleted by it
    QThread m_thread;
};

} // namespace antre
