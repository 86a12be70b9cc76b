// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "kiosk/kioskscreen.h"
#include "kiosk/wedgefilter.h"
#include "scan/camera.h"
#include "scan/serialreader.h"

namespace antre {

/// Which readers this kiosk was told of. Cameras are found by themselves.
struct ReaderOptions
{
    QString serial; ///< device of a reader at a serial line; empty: none
    int baud = 9600;
    bool keyboard = false; ///< one that types is connected: it can't be told from a keyboard
    bool camera = true; ///< may be used

    /// "/dev/ttyACM0" or "/dev/ttyS0,19200". Error: Invalid, with a sentence.
    [[nodiscard]] static Result<ReaderOptions> fromText(const QString &serial);
};

/// All that reads codes at a kiosk. Interface thread.
class CodeReaders : public QObject
{
    Q_OBJECT

public:
    /// `window` and `clock` outlive it.
    CodeReaders(const ReaderOptions &options, QWidget &window, const Clock &clock);

    [[nodiscard]] ScanWays ways() const;
    /// The camera is on only while somebody scans; other readers always are.
    void turnCamera(bool on);

Q_SIGNALS:
    void found(const QString &text);
    void seen(const QImage &picture);
    /// ways() may be others.
    void changed();

private:
    ReaderOptions m_options;
    WedgeFilter m_wedge;
    std::unique_ptr<SerialReader> m_serial;
    std::unique_ptr<CodeCamera> m_camera;
};

} // namespace antre
