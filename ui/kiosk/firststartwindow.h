// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/language.h"
#include "kiosk/firststartscreen.h"
#include "kiosk/look.h"

#include <QWidget>

namespace antre {

class FirstStartTyping;
class Page;

/// The screen of a machine that is about to become a kiosk: shows a FirstStartScreen and reports
/// what the technician wishes; it knows no network, printer or file. What is typed it keeps itself.
/// Interface thread.
class FirstStartWindow : public QWidget
{
    Q_OBJECT
public:
    explicit FirstStartWindow(QWidget *parent = nullptr);

    void present(const FirstStartScreen &screen);
    void setCameraPicture(const QImage &picture);
    /// Fills the screen that the window is on, with or without a window manager.
    void fillScreen();
    /// The glass as the monitor describes it, or as such screens usually are, in millimetres.
    [[nodiscard]] double glassMm() const;
    [[nodiscard]] Page *page() const { return m_page; }

Q_SIGNALS:
    void joinWanted(const QString &address, const QString &code);
    void lookForPrintersWanted();
    void printerChosen(const QString &id);
    void otherPrinterWanted();
    void paperChosen(int millimetres);
    void testSlipWanted();
    /// It came out and is right.
    void slipIsRight();
    void sizeChosen(double mmWidth);
    void openWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] Page *makePage();
    [[nodiscard]] Page *makeTyping();
    [[nodiscard]] Page *makeTestSlip();
    [[nodiscard]] Look lookNow() const;
    void changeLanguage();

    FirstStartScreen m_screen;
    Language m_language;
    Page *m_page = nullptr;
    FirstStartTyping *m_typing = nullptr; ///< when that is the page
    QString m_address;
    QString m_code;
    bool m_isAtCode = false; ///< the address has been typed
    int m_part = 0; ///< of the printers
    bool m_isStale = false; ///< it is to be built anew when no finger holds a key
};

} // namespace antre
