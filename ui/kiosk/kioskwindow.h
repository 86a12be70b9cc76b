// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/helpbar.h"
#include "common/language.h"
#include "kiosk/kioskviews.h"
#include "kiosk/look.h"
#include "kiosk/pages.h"
#include "kiosk/pagestack.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace antre {

class FocusRing;
class Guidance;
class HeaderBar;
class KeyNumbers;
class Keypad;
class Narrator;
struct KeypadSpot;
class Patience;
class StaffStrip;
class TimeoutLayer;

/// What a visitor asks for with "Take a number".
struct NumberWish
{
    ServiceId service;
    ClassId priority; ///< the general one unless another was chosen
    QString language; ///< of the slip
    friend bool operator==(const NumberWish &, const NumberWish &) = default;
};

/// How this terminal's screen is set up.
struct KioskOptions
{
    double mmWidth = 0; ///< the width of the glass; 0: as the monitor says
    double lowerEdgeMm = 0; ///< of a wide screen's glass above the floor; 0: as usual
    bool moves = true; ///< pages slide and the slip glides
    /// Whose voice reads a language aloud, by their codes; the others have their own.
    QMap<QString, QString> voices = {};
    std::chrono::milliseconds warnAfter{tokens().idleWarnMs};
    std::chrono::seconds warnFor{tokens().idleWarnShownMs / 1000};
    std::chrono::seconds issuedFor{tokens().issuedShownMs / 1000};
    std::chrono::milliseconds breath{300}; ///< a number that comes sooner needs no "is coming"
    std::chrono::milliseconds slowAfter{1500}; ///< then "is coming" counts the seconds
};

/// The kiosk's screen: shows a KioskScreen, leads a visitor through the pages and reports what is
/// wished.
///
/// present() may be called at any time, any number of times; only what changed is built anew, and
/// never under a finger. After numberWanted() the window takes no further touch until present()
/// brings another phase, so one visit's wish is reported once. A visit ends with visitorLeft(): by
/// a key, or by itself after a warning; page, choice, language, size and contrast are forgotten
/// then. Interface thread only.
class KioskWindow : public QWidget
{
    Q_OBJECT
public:
    explicit KioskWindow(const KioskOptions &options = {}, QWidget *parent = nullptr);
    ~KioskWindow() override;

    void present(const KioskScreen &screen);
    /// Shows what was scanned, or how to scan; not while a number is on its way or on the screen.
    void showScan();
    /// The search, with nothing typed: an officer helps a visitor.
    void showSearch();
    /// Something lies over all pages, such as the officer's: no key below may be reached, by the
    /// keyboard either.
    void setCovered(bool covered);
    /// Whoever was here is gone.
    void endVisit() { leave(); }
    /// What the camera sees while the scan page shows.
    void setCameraPicture(const QImage &picture);
    /// Fills the screen that the window is on, with or without a window manager.
    void fillScreen();

    /// Who reads the screen to those who ask; null: nobody. It lives longer than the window.
    void setNarrator(Narrator *narrator);

    [[nodiscard]] const Look &look() const { return m_look; }
    /// The start screen with nothing to erase and nothing to go back from.
    [[nodiscard]] bool isAtRest() const;
    /// Somebody in particular is asked something on the start screen.
    [[nodiscard]] bool asks() const { return m_screen.reprint || m_screen.roll; }
    [[nodiscard]] Page *page() const { return m_stack->page(); }
    [[nodiscard]] HelpBar *helpBar() const { return m_help; }
    /// The warning, while it shows.
    [[nodiscard]] TimeoutLayer *warning() const;

Q_SIGNALS:
    void numberWanted(const antre::NumberWish &wish);
    /// Print the issued ticket's slip once more.
    void reprintWanted();
    /// The visitor looked: the slip came out, or did not.
    void slipSeen(bool cameOut);
    /// The last visitor: print KioskScreen::reprint or KioskScreen::lastSlip once more.
    void offeredReprintWanted();
    /// The same visitor has the slip after all.
    void offeredSlipThere();
    /// Who filled or opened the printer of KioskScreen::roll: is a new roll in it?
    void rollSaid(bool isNew);
    /// The visitor is done with what was issued or refused, or went away.
    void visitorLeft();
    /// The scan page came up: the camera may turn on.
    void scanWanted();
    /// It is gone: nobody needs the camera, and what was scanned is forgotten.
    void scanEnded();
    /// The slip of KioskScreen::scan once more.
    void lostSlipWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Place { Start, Search, Agency, Service, Issuing, Issued, Scan };
    /// What the present visitor has chosen.
    struct Visit
    {
        Place place = Place::Start;
        AgencyId agency;
        ServiceId service;
        ClassId priority;
        int part = 0;
        int startPart = 0; ///< of the agencies
        QString query;
        Place agencyFrom = Place::Start; ///< where "Back" leads from an agency's services
        Place serviceFrom = Place::Agency;
        bool large = false;
        bool contrast = false;
        bool low = false;
        bool listens = false;
        QString language;
    };

    void go(Place place, Slide slide);
    void tellScan(Place before);
    void goBack();
    void leave();
    void startOver(bool keepHelps);
    void openAgency(const AgencyId &agency);
    void openService(const ServiceId &service);
    void search(const QString &query);
    void takeNumber();
    void enterPhase(KioskPhase before);
    void help(Help help);
    void wireHelps();
    [[nodiscard]] QWidget *stage() const;
    void placeWarning();
    void enterStage();
    void restoreSpot(const KeypadSpot &spot);
    void showNumbers();
    void readPage();
    void stepBack();
    void listen();
    [[nodiscard]] bool takesKey(const QKeyEvent &event);
    [[nodiscard]] QString homeLanguage() const;
    [[nodiscard]] QString otherLanguage() const;

    void relook();
    [[nodiscard]] int sunkPx(const Theme &theme) const;
    [[nodiscard]] bool canComeLower() const;
    void buildFrame();
    void refresh(Slide slide = Slide::None);
    void refreshTime();
    void refreshStaff();
    void refreshQuestion();
    [[nodiscard]] PageView view();
    [[nodiscard]] const ServiceFinder &finder();
    [[nodiscard]] bool showAnew(const std::pair<Look, PageView> &now);
    [[nodiscard]] Page *build(const PageView &view, bool fresh);
    Page *buildStart(const StartView &view);
    Page *buildSearch(const SearchView &view);
    Page *buildServices(const ServicesView &view);
    Page *buildService(const ServiceView &view);
    Page *buildScan(const ScanView &view);
    Page *buildIssued(const IssuedView &view, bool fresh);

    void touched();
    void countWait();
    [[nodiscard]] bool leavesWithoutWarning() const;

    KioskOptions m_options;
    KioskScreen m_screen;
    Visit m_visit;
    Look m_look;
    Language m_language;
    std::optional<std::pair<Look, PageView>> m_shown;
    int m_shownPart = 0;
    std::optional<ServiceFinder> m_finder;
    CataloguePtr m_finderOf; ///< the catalogue that it searches
    QString m_shownTime;
    StaffView m_shownStaff;
    bool m_isCovered = false;
    bool m_asked = false; ///< a number was wished for and nothing has come back yet
    QElapsedTimer m_sinceAsked;

    HeaderBar *m_header = nullptr;
    PageStack *m_stack = nullptr;
    StaffStrip *m_staff = nullptr;
    HelpBar *m_help = nullptr;
    FocusRing *m_ring = nullptr;
    Patience *m_patience;
    Keypad *m_keypad;
    KeyNumbers *m_numbers;
    Guidance *m_guidance;
    bool m_entering = false; ///< the focus moves with the page, which is read as a whole
    QTimer m_breath; ///< until "is coming" shows
    QTimer m_wait; ///< counts while it does
};

} // namespace antre
