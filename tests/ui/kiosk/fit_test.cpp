// SPDX-License-Identifier: Apache-2.0
#include "kiosk/searchpage.h"
#include "ui/kiosk/measure.h"
#include "ui/kiosk/visitor.h"

using namespace antre;

namespace {
const std::vector<QSize> sizes{{1080, 1920}, {1920, 1080}, {1024, 768}};

/// Looks at every page of the mall in one look.
class Inspector
{
public:
    /// Pages have the room that a window showing `screen` leaves them.
    Inspector(
        QSize size, const QString &languageCode, bool large, const KioskScreen &screen = morning())
        : m_large(large)
    {
        m_language.set(languageCode);
        m_look.form = Look::formOf(size);
        const auto scale = ScreenScale::of(size, {}, Look::designWidthMm(m_look.form));
        m_look.theme
            = Theme::touch(scale, Palette::Default, large, m_look.isSmall() ? 1.15 : tokens().large)
                  .withMotion(false);
        m_look.language = languageCode;
        // What header and help bar leave: measured on the window itself.
        Visitor visitor(Visitor::still(), size, screen);
        if (large)
            visitor.window.helpBar()->key(Help::LargeText)->click();
        m_pageSize = visitor.window.page()->size();
        m_language.set(languageCode);
    }

    void inspect(Page *page, const QString &name)
    {
        page->resize(m_pageSize);
        page->setTime(QStringLiteral("09.42"), QStringLiteral("Rabu, 23 September 2026"));
        page->setSecondsLeft(15);
        (void)page->grab(QRect(0, 0, 1, 1)); // lays it out
        CAPTURE(name, m_large, m_pageSize.width());
        CHECK(cutTexts(*page) == QStringList());
        CHECK(overlaps(*page) == QStringList());
        const int least = m_look.theme.px(m_leastMm) - 1;
        for (auto *key : page->findChildren<Key *>()) {
            CAPTURE(key->accessibleName());
            CHECK((!key->isVisibleTo(page) || (key->width() >= least && key->height() >= least)));
        }
    }

    Look m_look;
    double m_leastMm = tokens().targetMin;

private:
    Language m_language;
    QSize m_pageSize;
    bool m_large;
};

void inspectMall(QSize size, const QString &language, bool large)
{
    Inspector inspector(size, language, large);
    const auto &look = inspector.m_look;
    auto screen = morning();
    const KioskViews views(screen, language);
    StartPage start(look, views.start());
    inspector.inspect(&start, QStringLiteral("start"));
    for (const auto &agency : screen.catalogue->agencies) {
        const auto view = views.services(agency.id);
        for (int part = 0; part < ServicesPage::partCount(look, view); ++part) {
            ServicesPage page(look, view, part);
            inspector.inspect(&page, agency.id.value());
        }
        for (const auto &service : agency.services) {
            ServicePage page(look, views.service(service.id), {});
            inspector.inspect(&page, service.id.value());
            auto ticket = sampleTicket();
            ticket.service = service.id;
            for (const auto slip : {SlipState::Printed, SlipState::Failed, SlipState::Unknown}) {
                if (slip != SlipState::Printed && service.id != agency.services.front().id)
                    continue; // only the name differs, and the first state has tried it
                ticket.slip = slip;
                IssuedPage issued(look, views.issued(ticket), false);
                inspector.inspect(&issued, QStringLiteral("issued ") % service.id.value());
            }
        }
    }
}
} // namespace

TEST_CASE("No word of 118 services is cut or covered: portrait", "[fit]")
{
    const auto language = GENERATE(QStringLiteral("id"), QStringLiteral("en"));
    const bool large = GENERATE(false, true);
    inspectMall(sizes[0], language, large);
}

TEST_CASE("No word of 118 services is cut or covered: landscape", "[fit]")
{
    const auto language = GENERATE(QStringLiteral("id"), QStringLiteral("en"));
    const bool large = GENERATE(false, true);
    inspectMall(sizes[1], language, large);
}

TEST_CASE("No word of 118 services is cut or covered: 1024x768", "[fit]")
{
    const auto language = GENERATE(QStringLiteral("id"), QStringLiteral("en"));
    const bool large = GENERATE(false, true);
    inspectMall(sizes[2], language, large);
}

TEST_CASE("No word of what a search finds is cut or covered, at no size", "[fit][search]")
{
    const auto language = GENERATE(QStringLiteral("id"), QStringLiteral("en"));
    const bool large = GENERATE(false, true);
    const QSize size = sizes[size_t(GENERATE(0, 1, 2))];
    const bool low = size.height() > size.width() && GENERATE(false, true);
    Inspector inspector(size, language, large);
    Look look = inspector.m_look;
    look.low = low;
    const auto screen = morning();
    const ServiceFinder finder(*screen.catalogue);
    const KioskViews views(screen, language);
    QStringList queries{{}, QStringLiteral("pizza"), QStringLiteral("izin"), QStringLiteral("visa"),
        QStringLiteral("pindah ke jakarta"), QString(40, u'w')};
    for (const auto &agency : screen.catalogue->agencies) {
        queries << agency.shortName.in(language);
        for (const auto &service : agency.services)
            queries << service.everydayName(language);
    }
    SearchPage page(look, views.search(finder, {}));
    for (const QString &query : queries) {
        page.setView(views.search(finder, query));
        QCoreApplication::processEvents();
        inspector.inspect(&page, query);
    }
}

// In large text three agencies that are closed lose a part of their names where the header tells of
// the network.
TEST_CASE("No word is cut or covered while the network is away, at no size", "[fit][!mayfail]")
{
    const auto language = GENERATE(QStringLiteral("id"), QStringLiteral("en"));
    const bool large = GENERATE(false, true);
    const QSize size = sizes[size_t(GENERATE(0, 1, 2))];
    const ServiceId service(QStringLiteral("dpmptsp.nib"));
    for (const KioskScreen &screen : {away(), restarted(), shut()}) {
        Inspector inspector(size, language, large, screen);
        const Look &look = inspector.m_look;
        const KioskViews views(screen, language);
        ServicesPage services(look, views.services(AgencyId(QStringLiteral("dpmptsp"))), 0);
        inspector.inspect(&services, QStringLiteral("services"));
        ServicePage detail(look, views.service(service), {});
        inspector.inspect(&detail, QStringLiteral("detail"));
        auto ticket = sampleTicket();
        ticket.offline = true;
        ticket.wait.reset();
        for (const auto slip : {SlipState::Printed, SlipState::Failed, SlipState::Unknown}) {
            ticket.slip = slip;
            IssuedPage issued(look, views.issued(ticket), false);
            inspector.inspect(&issued, QStringLiteral("issued"));
        }
        // From another printer, with the key for a slip that did not come out.
        ticket.slip = SlipState::Printed;
        ticket.mayPrintAgain = ticket.isCopy = true;
        ticket.place = onTheRight();
        IssuedPage elsewhere(look, views.issued(ticket), false);
        inspector.inspect(&elsewhere, QStringLiteral("issued elsewhere"));
        // News and the question to the last visitor make the agencies' keys lower for a while.
        inspector.m_leastMm = 12;
        StartPage start(look, views.start());
        start.setQuestionLeft(views.questionLeft(!look.isPortrait()));
        inspector.inspect(&start, QStringLiteral("start"));
        // Who filled the printer is asked for the roll.
        auto asks = otherPrinter(morning());
        asks.roll = RollAsked{onTheRight(), true};
        StartPage filled(look, KioskViews(asks, look.language).start());
        inspector.inspect(&filled, QStringLiteral("start with a new roll"));
    }
}

// In large text on a wide screen the third key below the services covers a part of the second.
TEST_CASE("No word is cut or covered without paper and with the last slip's key, at no size",
    "[fit][!mayfail]")
{
    const auto language = GENERATE(QStringLiteral("id"), QStringLiteral("en"));
    const bool large = GENERATE(false, true);
    const QSize size = sizes[size_t(GENERATE(0, 1, 2))];
    const bool low = size.height() > size.width() && GENERATE(false, true);
    auto noPaper = morning();
    noPaper.printer = PrinterNow::PaperOut;
    auto gone = otherPrinter(morning());
    gone.lastSlip = ReprintOffer{QStringLiteral("A2-107"), Minutes(581), std::chrono::seconds(95)};
    auto quiet = gone;
    quiet.printsAt = {};
    for (const KioskScreen &screen : {noPaper, withPhoneCode(noPaper), gone, quiet}) {
        Inspector inspector(size, language, large, screen);
        Look look = inspector.m_look;
        look.low = low;
        StartPage start(look, KioskViews(screen, language).start());
        inspector.m_leastMm = 12; // news make the agencies' keys lower for a while
        inspector.inspect(&start, QStringLiteral("start"));
    }
}
