// SPDX-License-Identifier: Apache-2.0
// Photographs every page of the kiosk, in each layout, language and help, for people to look at.
#include "common/helpbar.h"
#include "common/key.h"
#include "kiosk/kioskwindow.h"
#include "kiosk/timeoutlayer.h"
#include "ui/kiosk/samples.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>

using namespace antre;

namespace {
struct Wishes
{
    bool english = false;
    bool large = false;
    bool contrast = false;
    bool low = false;
};

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
        const auto business = QStringLiteral("DPMPTSP");
        take(QStringLiteral("1-start"), morning(), {});
        const auto find
            = m_wishes.english ? QStringLiteral("Find a service") : QStringLiteral("Cari layanan");
        for (const auto &[name, query] :
            {std::pair("5-search", "ktp"), {"5b-search-empty", "pizza"}, {"5c-search-fresh", ""},
                {"5d-search-words", "surat kelakuan baik"}, {"5e-search-many", "izin"},
                {"5f-search-agency", "polisi"}, {"5g-search-closed", "kartu kuning"},
                {"5h-search-perhaps", "pindah ke jakarta"}})
            take(QLatin1String(name), morning(), {find}, false, QLatin1String(query));
        take(QStringLiteral("2-services"), morning(), {business});
        take(QStringLiteral("2b-on-break"), morning(), {QStringLiteral("Samsat")});
        take(QStringLiteral("3-detail"), morning(), {business, serviceName("dpmptsp.nib")});
        take(QStringLiteral("3b-detail-long"), morning(),
            {business, serviceName("dpmptsp.sip-apoteker")});
        take(QStringLiteral("6-quota-full"), morning(),
            {QStringLiteral("Polresta"), serviceName("polresta.skck-baru")});
        take(QStringLiteral("4-issued"), issuedMorning(), {});
        auto ticket = sampleTicket();
        ticket.slip = SlipState::Failed;
        ticket.paperOut = true;
        take(QStringLiteral("4b-not-printed"), issuedMorning(ticket), {});
        ticket.slip = SlipState::Unknown;
        take(QStringLiteral("4d-slip-unknown"), issuedMorning(ticket), {});
        ticket = sampleTicket();
        ticket.number = QStringLiteral("A2-07");
        ticket.offline = true;
        take(QStringLiteral("4c-issued-offline"), away(issuedMorning(ticket)), {});
        ticket.slip = SlipState::Failed;
        take(QStringLiteral("4e-not-printed-offline"), away(issuedMorning(ticket)), {});
        auto issuing = morning();
        issuing.phase = KioskPhase::Issuing;
        take(QStringLiteral("4f-slow"), issuing, {});
        take(QStringLiteral("10-away-start"), away(), {});
        take(QStringLiteral("10b-away-services"), away(), {business});
        take(QStringLiteral("10c-away-detail"), away(), {business, serviceName("dpmptsp.nib")});
        take(QStringLiteral("11-restarted"), restarted(), {});
        take(QStringLiteral("11b-restarted-services"), restarted(), {business});
        take(QStringLiteral("11c-restarted-detail"), restarted(),
            {business, serviceName("dpmptsp.nib")});
        take(QStringLiteral("12-shut"), shut(), {});
        take(QStringLiteral("12b-shut-detail"), shut(), {business, serviceName("dpmptsp.nib")});
        auto refused = away();
        refused.phase = KioskPhase::Refused;
        refused.refused = ServiceId(QStringLiteral("dpmptsp.nib"));
        refused.couldNotKeep = true;
        take(QStringLiteral("12c-refused"), refused, {});
        printers();
        take(QStringLiteral("8-timeout"), morning(), {business, serviceName("dpmptsp.nib")}, true);
        State state;
        state.catalogue = mallCatalogue();
        take(QStringLiteral("9-closed-today"), kioskScreen(state, mallTime("2026-08-22", 582)), {});
    }

private:
    void printers()
    {
        auto screen = morning();
        screen.printer = PrinterNow::PaperOut;
        take(QStringLiteral("7-paper-out"), withPhoneCode(screen), {});
        take(QStringLiteral("7d-paper-out-away"), away(screen), {});
        screen = morning();
        screen.lastSlip
            = ReprintOffer{QStringLiteral("A012"), Minutes(581), std::chrono::seconds(95)};
        take(QStringLiteral("7e-last-slip"), screen, {});
        take(QStringLiteral("7f-last-slip-elsewhere"), otherPrinter(screen), {});
        take(QStringLiteral("7b-other-printer"), otherPrinter(morning()), {});
        screen = morning();
        screen.roll = RollAsked{{}, true};
        take(QStringLiteral("7c-new-roll"), screen, {});
        auto ticket = sampleTicket();
        ticket.slip = SlipState::Printed;
        ticket.mayPrintAgain = true;
        take(QStringLiteral("4g-slip-again"), issuedMorning(ticket), {});
        ticket.place = onTheRight();
        ticket.isCopy = true;
        take(QStringLiteral("4h-copy-on-the-right"), otherPrinter(issuedMorning(ticket)), {});
    }

    QString serviceName(const char *id) const
    {
        const auto *service = mallCatalogue()->service(ServiceId(QLatin1String(id)));
        return service
            ? service->name.in(m_wishes.english ? QStringLiteral("en") : QStringLiteral("id"))
            : QString();
    }

    [[nodiscard]] QString spaceName() const
    {
        return m_wishes.english ? QStringLiteral("space") : QStringLiteral("spasi");
    }

    static void press(const QWidget &window, const QString &name)
    {
        for (auto *key : window.findChildren<Key *>()) {
            if (key->accessibleName() == name && key->isVisible()) {
                key->click();
                return;
            }
        }
        qWarning("no key %s", qUtf8Printable(name));
    }

    void ask(KioskWindow &window, bool wanted, Help help) const
    {
        if (auto *key = wanted ? window.helpBar()->key(help) : nullptr)
            key->click();
    }

    void take(const QString &page, const KioskScreen &screen, const QStringList &presses,
        bool warning = false, const QString &typed = {})
    {
        const QString file = m_name % u'-' % page % u".png";
        if (!file.contains(m_only))
            return;
        KioskOptions options;
        options.moves = false;
        options.breath = options.slowAfter = std::chrono::milliseconds(1);
        if (warning)
            options.warnAfter = std::chrono::milliseconds(30);
        KioskWindow window(options);
        window.resize(m_size);
        window.present(morning());
        window.show();
        ask(window, m_wishes.english, Help::Language);
        ask(window, m_wishes.large, Help::LargeText);
        ask(window, m_wishes.contrast, Help::Contrast);
        ask(window, m_wishes.low, Help::Lower);
        window.present(screen);
        for (const auto &name : presses)
            press(window, name);
        for (const QChar letter : typed)
            press(window, letter == u' ' ? spaceName() : QString(letter.toUpper()));
        QElapsedTimer timer;
        timer.start();
        const int least = screen.phase == KioskPhase::Issuing ? 1600 : 20;
        while (timer.elapsed() < least || (warning && !window.warning() && timer.elapsed() < 1000))
            QApplication::processEvents();
        window.grab().save(m_folder.filePath(file));
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
        QTextStream(stderr) << "photograph_kiosk FOLDER [ONLY]\n"
                               "ONLY: those whose name contains this, such as l-large-5\n";
        return 2;
    }
    QDir folder(QString::fromLocal8Bit(argv[1]));
    const QString only = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
    folder.mkpath(QStringLiteral("."));
    const std::pair<QString, QSize> sizes[] = {{QStringLiteral("p"), {1080, 1920}},
        {QStringLiteral("l"), {1920, 1080}}, {QStringLiteral("s"), {1024, 768}}};
    const std::pair<QString, Wishes> wishes[] = {{QStringLiteral("id"), {}},
        {QStringLiteral("en"), {.english = true}}, {QStringLiteral("large"), {.large = true}},
        {QStringLiteral("hc"), {.contrast = true}}, {QStringLiteral("low"), {.low = true}},
        {QStringLiteral("largehcen"), {.english = true, .large = true, .contrast = true}}};
    for (const auto &[form, size] : sizes)
        for (const auto &[name, wish] : wishes)
            if (!wish.low || size.height() > size.width())
                Photographer(folder, form % u'-' % name, size, wish, only).all();
    return 0;
}
