// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <memory>
#include <vector>

namespace antre {

/// RFC 8011, 5.3.7; the numbers are the standard's.
enum class IppJobState {
    Pending = 3,
    Held = 4,
    Processing = 5,
    Stopped = 6,
    Canceled = 7,
    Aborted = 8,
    Completed = 9,
};

struct IppJob
{
    int id = 0;
    QString name;
    IppJobState state = IppJobState::Pending;
    QString message; ///< the back-end's last complaint
    int sheets = 0; ///< as the back-end counts them; the stock ones count what they sent
    [[nodiscard]] bool isOver() const { return state >= IppJobState::Canceled; }
};

struct IppQueue
{
    QString device; ///< device-uri; its scheme is the back-end
    bool stopped = false;
    bool accepting = true;
    QStringList reasons; ///< printer-state-reasons (RFC 8011, 5.4.12), such as "media-empty-error"
    QString message;
};

/// Who serves a queue: CUPS under /printers/NAME, or a printer application such as our own
/// (app/escpos-printerapp, PAPPL) under /ipp/print/NAME, which also calls things by other names.
enum class IppServer { Cups, Application };

/// Speaks IPP with one queue of a print service over one kept connection. Every call blocks, a few
/// seconds at most; so it belongs into a worker thread, and it stays in the thread that made it.
/// Errors: Offline, the service can't be reached or did not answer; NotFound, no such queue or job;
/// Refused, with the service's words.
class IppClient
{
public:
    /// `server` is HOST:PORT or the path of a socket; empty: the machine's own service.
    IppClient(QString server, QString queue, IppServer kind = IppServer::Cups);
    ~IppClient();
    IppClient(const IppClient &) = delete;
    IppClient &operator=(const IppClient &) = delete;

    /// Hands bytes over untouched; the new job's number. Offline means that the job may or may not
    /// be there: look with jobs(). Our own back-end drops the job when its turn comes after
    /// `expires`.
    [[nodiscard]] Result<int> printRaw(
        const QString &jobName, const QByteArray &bytes, std::chrono::sys_seconds expires);
    /// The same for a document that the queue's filters turn into what its printer takes.
    [[nodiscard]] Result<int> printPdf(const QString &jobName, const QByteArray &pdf);
    [[nodiscard]] Result<IppJob> job(int id);
    [[nodiscard]] Result<> cancel(int id);
    /// Our own jobs in the queue: those waiting or printing, or `all` that the service remembers.
    [[nodiscard]] Result<std::vector<IppJob>> jobs(bool all);
    [[nodiscard]] Result<IppQueue> queue();

    /// How often a connection was made.
    [[nodiscard]] int connections() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace antre
