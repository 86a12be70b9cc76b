// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <algorithm>
#include <vector>

namespace antre {

/// The steps by which a new machine becomes one of the mall's kiosks, in their order.
enum class FirstStep {
    Service, ///< whose queue it joins, and by which code
    Printer, ///< where its slips go
    TestSlip, ///< whether one comes out, whole
    Size, ///< how large a millimetre is on this glass
    Done,
};

/// A printer that the machine's print service knows.
struct PrinterFound
{
    QString id; ///< as --printer names it: "cups:slips"
    QString name;
    QString about; ///< where it stands or what it is; may be empty
    bool isReady = true;
    friend bool operator==(const PrinterFound &, const PrinterFound &) = default;
};

/// What became of the test slip.
enum class TestSlipNow { None, Printing, Out, Failed };

/// All that the first start shows.
struct FirstStartScreen
{
    FirstStep step = FirstStep::Service;
    std::vector<FirstStep> steps; ///< those that this kiosk has to take, Done last
    QString address; ///< of the service, as it was typed or scanned last
    bool hasCamera = false;
    bool isBusy = false; ///< an answer is awaited
    QString trouble; ///< a sentence for the technician; empty: none
    QString joined; ///< as whom, once it is: "kiosk-1"; empty: not yet
    std::vector<PrinterFound> printers;
    PrinterFound printer; ///< the chosen one
    int paperMm = 80;
    TestSlipNow testSlip = TestSlipNow::None;
    double mmWidth = 0; ///< of the glass, as it is known so far
    friend bool operator==(const FirstStartScreen &, const FirstStartScreen &) = default;

    /// The present step's place among all but Done, from 1; 0: it has none.
    [[nodiscard]] int number() const
    {
        const auto at = std::ranges::find(steps, step);
        return at == steps.end() || step == FirstStep::Done ? 0 : int(at - steps.begin()) + 1;
    }
};

} // namespace antre
