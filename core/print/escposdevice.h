// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/escpossession.h"

#include <QString>

#include <array>
#include <memory>

namespace antre {

/// Where a printer is and what it is, as a device URI says it:
///
///     uri    = "escpos://" host [ ":" port ] "/" [ "?" option *( "&" option ) ]     port 9100
///            | "escpos:" path [ "?" ... ]           a character device such as /dev/usb/lp0
///     option = "profile=" id                        an id of resources/printers; default generic
///            | "receipt=id" | "receipt=status"      instead of the profile's
///            | ("connect=" | "answer=" | "stall=" | "confirm=" | "ask=" | "holds=") milliseconds
///
///     escpos://192.168.1.20/?profile=epson-tm
struct EscposDevice
{
    QString host; ///< empty: `path`
    quint16 port = 9100;
    QString path;
    PrinterModel model;
    SessionLimits limits;
    Milliseconds connect{3'000};

    /// Errors: Invalid, with a sentence.
    [[nodiscard]] static Result<EscposDevice> fromUri(const QString &uri);
    /// Blocks for `connect` at most; nothing: it can't be reached.
    [[nodiscard]] std::unique_ptr<EscposLink> open() const;
};

/// Keeps a printer's memory in a file of one folder, named by the printer's place. What can't be
/// read or written counts as nothing remembered.
class PrinterMemoryFile
{
public:
    /// `folder` empty: remembers nothing.
    PrinterMemoryFile(const QString &folder, const EscposDevice &device);
    [[nodiscard]] PrinterMemory read() const;
    void write(const PrinterMemory &memory) const;

private:
    QString m_path;
};

/// Opens the device and prints, unless the job is late: `expires` in seconds since 1970, 0: never.
[[nodiscard]] SessionEnd printOn(const EscposDevice &device, EscposJob job, qint64 expires,
    const PrinterMemoryFile &memory, const Clock &clock);

/// The keywords of printer-state-reasons (RFC 8011, 5.4.12) that follow from a status and from how
/// a conversation ended, each with whether it holds now: all of them, so that what is over goes.
struct PrinterReason
{
    const char *keyword;
    bool holds;
};
[[nodiscard]] std::array<PrinterReason, 5> reasonsOf(const EscposStatus &status);
[[nodiscard]] std::array<PrinterReason, 2> reasonsOf(SessionEnd end);

} // namespace antre
