// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/officerpages.h"

#include <QElapsedTimer>

namespace antre {

class OfficerPinPage;
class Patience;

/// The officer's pages, over everything a visitor sees: sign-in, then menu and what it leads to.
/// Shows an OfficerScreen and reports wishes; knows no PIN and no printer. Nobody there: it warns,
/// then signs out. It is made when the hidden gesture was made and goes with finished(). Interface
/// thread.
class OfficerPanel : public QWidget
{
    Q_OBJECT
public:
    struct Pauses
    {
        std::chrono::milliseconds warnAfter{45'000};
        std::chrono::seconds warnFor{20};
    };
    OfficerPanel(const Look &look, Pauses pauses, QWidget *parent);

    void present(const OfficerScreen &screen);
    [[nodiscard]] Page *page() const { return m_page; }
    /// The panel steps aside while the officer finds a service for a visitor, still signed in; and
    /// comes back.
    void stepAside();
    void comeBack();

Q_SIGNALS:
    /// An empty officer: the technician.
    void signInWanted(const antre::OfficerId &officer, const QString &pin);
    void wanted(const antre::OfficerWish &wish);
    /// Signed out, by a key or because nobody is there.
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Place { Name, Pin, Menu, Slips, Printers, Kiosk, Pause };
    void go(Place place);
    void goBack();
    void build();
    [[nodiscard]] Page *makePage();
    void touched();

    Look m_look;
    OfficerScreen m_screen;
    OfficerScreen m_shown;
    Place m_place = Place::Name;
    int m_part = 0;
    OfficerId m_officer; ///< chosen on the name's page; empty: the technician
    QString m_officerName;
    Page *m_page = nullptr;
    OfficerPinPage *m_pin = nullptr; ///< when that is the page
    Patience *m_patience;
    bool m_isAside = false;
};

/// Five taps in the upper left corner within four seconds: nobody does that by chance, and the
/// corner has nothing to press. Hears every touch of the window, and takes none away.
class HiddenGesture : public QObject
{
    Q_OBJECT
public:
    static constexpr int taps = 5;
    static constexpr std::chrono::milliseconds within{4000};
    /// Of the corner's side, on the glass.
    static constexpr double cornerMm = 40;

    explicit HiddenGesture(QWidget &window);
    /// What is a millimetre on this screen.
    void setPxPerMm(double pxPerMm) { m_corner = int(cornerMm * pxPerMm); }

Q_SIGNALS:
    void made();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tap(QPointF at);

    QWidget &m_window;
    int m_corner = 100;
    QElapsedTimer m_clock;
    std::vector<qint64> m_taps;
};

/// What visitors see while an officer has paused the kiosk.
class PausedLayer : public QWidget
{
    Q_OBJECT
public:
    PausedLayer(const Look &look, RestReason reason, QWidget *parent);
    [[nodiscard]] RestReason reason() const { return m_reason; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Look m_look;
    RestReason m_reason;
};

} // namespace antre
