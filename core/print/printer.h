// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"
#include "domain/ticket.h"
#include "print/printermodel.h"
#include "slip/escpos.h"

#include <QObject>

namespace antre {

/// What a slip's layout and bytes need of a printer's model.
[[nodiscard]] PrinterProfile slipProfile(const PrinterModel &model);

/// The same with another way to make the bytes: "hybrid" as above, "raster" one picture,
/// "native-qr" the printer's own code. Errors: Invalid, with a sentence, when there is no such way
/// or the model can't go it.
[[nodiscard]] Result<PrinterProfile> slipProfile(const PrinterModel &model, const QString &render);

/// One slip to print.
struct PrintJob
{
    QString id; ///< never used before; outcomes carry it
    Slip slip; ///< laid out for the printer's profile().width
};

/// Why a slip was not, or may not have been, printed. The person's sentence is made from it.
enum class PrintTrouble {
    None,
    NoPrintService, ///< the print service (cupsd) does not answer
    NoPrinter, ///< the service can't reach the printer
    Stopped, ///< somebody paused the queue or it takes no jobs
    PaperOut,
    CoverOpen,
    Slow, ///< no end was in sight, so the job was cancelled
    Other, ///< see detail
};

/// The one end that every submitted job comes to.
struct PrintOutcome
{
    QString id;
    SlipState result = SlipState::Unknown; ///< Printed, Sent, Failed or Unknown
    PrintTrouble trouble = PrintTrouble::None;
    QString detail; ///< for the log
    friend bool operator==(const PrintOutcome &, const PrintOutcome &) = default;
};

/// How the printer is, as far as its driver can tell: the stock CUPS back-ends tell little, so
/// Ready is not a promise.
struct PrinterState
{
    PrinterCondition condition = PrinterCondition::Unknown;
    QString detail;
    friend bool operator==(const PrinterState &, const PrinterState &) = default;
};

/// Puts slips on paper, one after the other, without ever making its caller wait.
///
/// Lives in its maker's thread; the work is done elsewhere. For the next implementer: emit
/// finished() exactly once for each submit(), never from inside it, in the order of submission,
/// after state() knows what the job has taught, and within about 15 seconds however broken the
/// printer is. Say Printed only when the printer itself confirmed it, Sent when it took the bytes
/// and can't confirm, Failed only when certainly nothing is on paper nor will be, and Unknown
/// otherwise. A slip whose outcome was told must not come out later if that can be prevented: its
/// visitor has gone. Jobs still waiting when the printer is destroyed end without outcome.
class Printer : public QObject
{
    Q_OBJECT

public:
    Printer(PrinterProfile profile, QObject *parent)
        : QObject(parent)
        , m_profile(profile)
    {
    }
    [[nodiscard]] const PrinterProfile &profile() const { return m_profile; }
    virtual void submit(const PrintJob &job) = 0;
    [[nodiscard]] const PrinterState &state() const { return m_state; }

Q_SIGNALS:
    void finished(const PrintOutcome &outcome);
    void stateChanged(const PrinterState &state);

protected:
    void setState(const PrinterState &state)
    {
        if (std::exchange(m_state, state) != state)
            Q_EMIT stateChanged(m_state);
    }

private:
    PrinterProfile m_profile;
    PrinterState m_state;
};

} // namespace antre
