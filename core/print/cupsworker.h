// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/cupsprinter.h"
#include "print/ippclient.h"

#include <QTimer>

#include <deque>
#include <optional>

namespace antre {

/// The half of CupsPrinter that may block; lives in its thread. One job at a time:
///
///     submit -> ask for the queue -> hand over -> poll until over -> finished
///                    |                  |             | too slow, unreachable, stopped
///                    v                  v             v
///                  Failed        look whether it   cancel -> poll until over -> finished
///                                got there
class CupsWorker : public QObject
{
    Q_OBJECT

public:
    CupsWorker(CupsQueue queue, PrinterProfile profile, const Clock &clock, CupsPatience patience);

    void start();
    void submit(const PrintJob &job);

Q_SIGNALS:
    void finished(const PrintOutcome &outcome);
    void stateChanged(const PrinterState &state);

private:
    /// The job that the service has, or may have.
    struct Current
    {
        QString id;
        QString jobName;
        bool asksPrinter = false; ///< the queue has our own back-end
        int number = 0; ///< the service's; 0: not known whether it got there
        Milliseconds since{0};
        bool wasProcessed = false;
        std::optional<Milliseconds> unreachableSince = {};
        std::optional<Milliseconds> cancelledAt = {};
        PrintTrouble trouble = PrintTrouble::None; ///< why it was cancelled
        QString message = {}; ///< the last one while it was processed
    };

    void next();
    void handOver(const PrintJob &job);
    void poll();
    void look();
    void watch(const IppJob &job);
    void cancel(PrintTrouble trouble);
    void conclude(const IppJob &job);
    void serviceGone(const QString &detail);
    void finish(SlipState result, PrintTrouble trouble, const QString &detail);
    void refuse(const QString &id, PrintTrouble trouble, const QString &detail);

    [[nodiscard]] bool asksPrinter(const IppQueue &queue) const;
    [[nodiscard]] Result<IppQueue> askQueue();
    void cancelLeftovers();
    void askIdle();
    void probe();
    void tell(PrinterCondition condition, const QString &detail = {});
    [[nodiscard]] QString jobName(const QString &id) const;
    [[nodiscard]] Milliseconds now() const { return m_clock.elapsed(); }

    CupsQueue m_queue;
    PrinterProfile m_profile;
    const Clock &m_clock;
    CupsPatience m_patience;
    std::unique_ptr<IppClient> m_client;
    std::deque<PrintJob> m_waiting;
    std::optional<Current> m_current;
    PrinterState m_state;
    PrintTrouble m_lastTrouble = PrintTrouble::None;
    int m_cleanedConnection = 0;
    QTimer m_poll;
    QTimer m_idle;
};

} // namespace antre
