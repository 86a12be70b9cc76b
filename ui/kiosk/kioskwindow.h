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
class HeaderBar;
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
    bool moves = true; ///< pages slide and the slip glides
    StartExtras extras; ///< a scan key, where something answers it
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
    /// Fills the screen that the window is on, with or without a window manager.
    void fillScreen();

    [[nodiscard]] const Look &look() const { return m_look; }
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
    void scanWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Place { Start, Search, Agency, Service, Issuing, Issued };
    /// What the present visitor has chosen.
    struct Visit
    {
        Place place = Place::Start;
        AgencyId agency;
        ServiceId service;
        ClassId priority;
        int part = 0;
        QString query;
        Place agencyFrom = Place::Start; ///< where "Back" leads from an agency's services
        Place serviceFrom = Place::Agency;
        bool large = false;
        bool contrast = false;
        bool low = false;
        QString language;
    };

    void go(Place place, Slide slide);
    void goBack();
    void leave();
    void startOver(bool keepHelps);
    void openAgency(const AgencyId &agency);
    void openService(const ServiceId &service);
    void search(const QString &query);
    void takeNumber();
    void enterPhase(KioskPhase before);
    void help(Help help);
    [[nodiscard]] QString homeLanguage() const;
    [[nodiscard]] QString otherLanguage() const;

    void relook();
    void buildFrame();
    void refresh(Slide slide = Slide::None);
    void refreshTime();
    void refreshStaff();
    void refreshReprint();
    [[nodiscard]] PageView view();
    [[nodiscard]] const ServiceFinder &finder();
    [[nodiscard]] bool showAnew(const std::pair<Look, PageView> &now);
    [[nodiscard]] Page *build(const PageView &view, bool fresh);
    Page *buildStart(const StartView &view);
    Page *buildSearch(const SearchView &view);
    Page *buildServices(const ServicesView &view);
    Page *buildService(const ServiceView &view);
    Page *buildIssued(const IssuedView &view, bool fresh);

    void touched();
    void countWait();
    [[nodiscard]] bool isAtRest() const;
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
    bool m_asked = false; ///< a number was wished for and nothing has come back yet
    QElapsedTimer m_sinceAsked;

    HeaderBar *m_header = nullptr;
    PageStack *m_stack = nullptr;
    StaffStrip *m_staff = nullptr;
    HelpBar *m_help = nullptr;
    FocusRing *m_ring = nullptr;
    Patience *m_patience;
    QTimer m_breath; ///< until "is coming" shows
    QTimer m_wait; ///< counts while it does
};

} // namespace antre
