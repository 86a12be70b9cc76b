// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "print/printer.h"
#include "slip/slippdf.h"

#include <QThread>

namespace antre {

class CupsWorker;

/// The queue that slips go to. A receipt printer's must be raw, and every one's
/// printer-error-policy abort-job: with Debian's default, retry-job, a slip that failed would come
/// out five minutes later.
struct CupsQueue
{
    QString server; ///< HOST:PORT or the path of a socket; empty: this machine's print service
    QString name;
    /// Who prints, such as the terminal's name. Jobs of this name that an earlier run left behind
    /// are cancelled, so two programs must not share it.
    QString owner;
    bool isApplication = false; ///< served by a printer application instead of CUPS
    /// The queue is an office printer's, which takes PDF on this paper; absent: it is raw.
    std::optional<SlipPaper> paper = {};
};

/// How long a visitor is kept waiting for the truth.
struct CupsPatience
{
    Milliseconds job{10'000}; ///< then the job is cancelled
    Milliseconds unreachable{4'000}; ///< the same, while the printer can't even be reached
    Milliseconds cancelling{2'000}; ///< how long the end of a cancelled job is awaited
    Milliseconds poll{30}; ///< between questions about the current job; one takes less than 1 ms
    Milliseconds idlePoll{5'000}; ///< between questions about the printer while nothing is printed
};

/// Prints through CUPS, or a printer application, by IPP over one kept connection, in a thread of
/// its own.
///
/// CUPS calls a job completed when its back-end is rid of the bytes. The stock back-ends learn
/// nothing from the printer, so that is told as Sent, never as Printed. A job that takes too long
/// is cancelled, and jobs that could not be cancelled, because the service was gone, are cancelled
/// when it is back.
class CupsPrinter final : public Printer
{
    Q_OBJECT

public:
    CupsPrinter(CupsQueue queue, PrinterProfile profile, const Clock &clock,
        CupsPatience patience = {}, QObject *parent = nullptr);
    ~CupsPrinter() override;

    void submit(const PrintJob &job) override;

private:
    CupsWorker *m_worker; ///< lives in m_thread and is deleted by it
    QThread m_thread;
};

} // namespace antre
