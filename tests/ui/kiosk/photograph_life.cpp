// SPDX-License-Identifier: Apache-2.0
// Photographs what lies over or beside the visitor's pages: scanning, the screen at rest, the
// officer's pages, the pause. For people to look at.
#include "base/clock.h"
#include "base/uuid.h"
#include "common/helpbar.h"
#include "common/key.h"
#include "kiosk/attractlayer.h"
#include "kiosk/kioskviews.h"
#include "kiosk/kioskwindow.h"
#include "kiosk/officerpanel.h"
#include "ui/kiosk/samples.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTextStream>

using namespace antre;

namespace {

struct Wishes
{
    bool english = false;
    bool large = false;
    bool contrast = false;
};

KioskScreen withWays(bool camera)
{
    auto screen = morning();
    screen.scanWays = {.camera = camera, .reader = !camera};
    return screen;
}

KioskScreen scanned(ScanFinding::What what, TicketState state)
{
    auto screen = withWays(true);
    ScanFinding finding;
    finding.what = what;
    if (what == ScanFinding::What::Ticket) {
        finding.number = QStringLiteral("A012");
        finding.service = ServiceId(QStringLiteral("dpmptsp.nib"));
        finding.state = state;
        finding.counter = CounterId(QStringLiteral("1"));
        finding.ahead = 8;
        finding.mayPrint = state == TicketState::Waiting;
    }
    screen.scan = finding;
    return screen;
}

QImage seenByCamera()
{
    QImage seen(480, 270, QImage::Format_RGB32);
    seen.fill(QColor(0x6b, 0x5a, 0x4a));
    QPainter painter(&seen);
    const QImage code = sampleTicket().followCode.scaled(130, 130);
    painter.translate(240, 140);
    painter.rotate(-8);
    painter.fillRect(-80, -80, 160, 160, Qt::white);
    painter.drawImage(-65, -65, code);
    return seen;
}

OfficerScreen officerScreen()
{
    OfficerScreen screen;
    screen.name = QStringLiteral("Rina Marlina");
    screen.hasTechnician = true;
    screen.officers = {{OfficerId(QStringLiteral("rina")), QStringLiteral("Rina Marlina")},
        {OfficerId(QStringLiteral("rudi")), QStringLiteral("Rudi Hartono")}};
    const auto *service = mallCatalogue()->service(ServiceId(QStringLiteral("dpmptsp.nib")));
    const ManualClock clock(mallTime("2026-08-20", 580));
    SeededRandom random(1);
    for (int i = 0; i < 14; ++i)
        screen.slips.push_back({TicketId(makeUuid(clock, random)),
            i == 2 ? QStringLiteral("A2-07") : QStringLiteral("B0%1").arg(40 - i), service->name,
            Minutes(580 - 3 * i),
            i == 0       ? SlipState::Unknown
                : i == 1 ? SlipState::Failed
                         : SlipState::Printed});
    screen.printers = {{{}, PrinterCondition::Ready, PaperLeft{41'000, 340}},
        {onTheRight(), PrinterCondition::PaperOut, {}}};
    screen.isConnected = true;
    screen.now = morning().now;
    screen.terminal = QStringLiteral("kiosk-1");
    screen.version = QStringLiteral("0.1.0");
    screen.volume = 70;
    return screen;
}

class Photographer
{
public:
    Photographer(QDir folder, QString name, QSize size, Wishes wishes, QString only)
        : m_folder(std::move(folder))
        , m_name(std::move(name))
        , m_size(size)
        , m_wishes(wishes)
        , m_only(std::move(only))
    {
    }

    void all()
    {
        scans();
        rests();
        officers();
    }

private:
    std::unique_ptr<KioskWindow> window(const KioskScreen &screen) const
    {
        KioskOptions options;
        options.moves = false;
        auto made = std::make_unique<KioskWindow>(options);
        made->resize(m_size);
        made->present(morning());
        made->show();
        for (const auto &[wanted, help] : {std::pair(m_wishes.english, Help::Language),
                 {m_wishes.large, Help::LargeText}, {m_wishes.contrast, Help::Contrast}}) {
            if (auto *key = wanted ? made->helpBar()->key(help) : nullptr)
                key->click();
        }
        made->present(screen);
        return made;
    }

    void keep(QWidget &widget, const char *page) const
    {
        for (int turn = 0; turn < 5; ++turn)
            QApplication::processEvents();
        widget.grab().save(m_folder.filePath(m_name % u'-' % QString::fromLatin1(page) % u".png"));
    }
    bool isWanted(const char *page) const
    {
        return QString(m_name % u'-' % QString::fromLatin1(page)).contains(m_only);
    }

    void scan(const char *page, const KioskScreen &screen, bool camera = false) const
    {
        if (!isWanted(page))
            return;
        const auto kiosk = window(screen);
        kiosk->showScan();
        if (camera)
            kiosk->setCameraPicture(seenByCamera());
        keep(*kiosk, page);
    }

    void scans() const
    {
        using What = ScanFinding::What;
        if (isWanted("20-scan-start"))
            keep(*window(withWays(true)), "20-scan-start");
        scan("20a-scan-camera", withWays(true), true);
        scan("20b-scan-reader", withWays(false));
        scan("20c-scan-waiting", scanned(What::Ticket, TicketState::Waiting));
        scan("20d-scan-called", scanned(What::Ticket, TicketState::Called));
        scan("20e-scan-elsewhere", scanned(What::Elsewhere, TicketState::Waiting));
        scan("20f-scan-strange", scanned(What::Strange, TicketState::Waiting));
    }

    void rest(const char *page, const KioskScreen &screen, int picture, int minute) const
    {
        if (!isWanted(page))
            return;
        const auto kiosk = window(screen);
        AttractLayer layer(kiosk.get());
        layer.setView(kiosk->look(), KioskViews(screen, kiosk->look().language).attract());
        layer.setPicture(picture, minute);
        layer.setGeometry(kiosk->rect());
        layer.show();
        keep(*kiosk, page);
    }

    void rests() const
    {
        rest("21-rest", morning(), 0, 0);
        rest("21a-rest-later", morning(), 3, 5);
        State state;
        state.catalogue = mallCatalogue();
        rest("21b-rest-dark", kioskScreen(state, mallTime("2026-08-22", 582)), 0, 7);
        if (!isWanted("22-paused"))
            return;
        const auto kiosk = window(morning());
        PausedLayer layer(kiosk->look(), RestReason::Cleaning, kiosk.get());
        layer.show();
        keep(*kiosk, "22-paused");
    }

    static void press(const QWidget &in, const QStringList &names)
    {
        for (const auto &name : names) {
            for (auto *key : in.findChildren<Key *>()) {
                if (key->accessibleName() == name && key->isVisible() && key->isEnabled()) {
                    key->click();
                    break;
                }
            }
            QApplication::processEvents();
        }
    }

    void officer(const char *page, const OfficerScreen &screen, const QStringList &presses) const
    {
        if (!isWanted(page))
            return;
        const auto kiosk = window(morning());
        OfficerPanel panel(kiosk->look(), {}, kiosk.get());
        panel.show();
        OfficerScreen outside = screen;
        outside.name.clear();
        panel.present(outside);
        press(panel, presses);
        panel.present(screen);
        if (!screen.name.isEmpty())
            press(panel, presses);
        keep(*kiosk, page);
    }

    void officers() const
    {
        const bool en = m_wishes.english;
        auto screen = officerScreen();
        auto outside = screen;
        outside.name.clear();
        officer("30-officer-name", outside, {QStringLiteral("R"), QStringLiteral("U")});
        outside.signIn = SignInNow::MustWait;
        outside.waitSeconds = 8;
        officer("31-officer-pin", outside,
            {QStringLiteral("R"), QStringLiteral("I"), QStringLiteral("Rina Marlina")});
        officer("32-officer-menu", screen, {});
        officer(
            "33-officer-slips", screen, {en ? QStringLiteral("Slips") : QStringLiteral("Struk")});
        officer("34-officer-printer", screen, {QStringLiteral("Printer")});
        screen.isTechnician = true;
        officer("35-officer-kiosk", screen,
            {en ? QStringLiteral("This kiosk") : QStringLiteral("Kiosk ini")});
        officer("36-officer-pause", screen,
            {en ? QStringLiteral("Pause the kiosk") : QStringLiteral("Jeda kiosk")});
    }

    QDir m_folder;
    QString m_name;
    QSize m_size;
    Wishes m_wishes;
    QString m_only;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc < 2) {
        QTextStream(stderr) << "photograph_kiosk_life FOLDER [ONLY]\n"
                               "ONLY: those whose name contains this, such as l-large-3\n";
        return 2;
    }
    QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    const QString only = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
    const std::pair<QString, QSize> sizes[] = {{QStringLiteral("p"), {1080, 1920}},
        {QStringLiteral("l"), {1920, 1080}}, {QStringLiteral("s"), {1024, 768}}};
    const std::pair<QString, Wishes> wishes[]
        = {{QStringLiteral("id"), {}}, {QStringLiteral("en"), {.english = true}},
            {QStringLiteral("large"), {.large = true}}, {QStringLiteral("hc"), {.contrast = true}}};
    for (const auto &[form, size] : sizes)
        for (const auto &[name, wish] : wishes)
            Photographer(folder, form % u'-' % name, size, wish, only).all();
    return 0;
}
