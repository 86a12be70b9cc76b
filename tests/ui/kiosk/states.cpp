// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/states.h"

#include "common/key.h"
#include "kiosk/timeoutlayer.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace antre {

namespace {

using Way = KioskState::Way;

const AgencyId dpmptsp(QStringLiteral("dpmptsp"));
const ServiceId nib(QStringLiteral("dpmptsp.nib"));

void addIssued(std::vector<KioskState> &states)
{
    const auto add = [&](const char *name, const KioskScreen &screen) {
        states.push_back({QString::fromLatin1(name), screen});
    };
    add("4-issued", issuedMorning());
    auto ticket = sampleTicket();
    ticket.slip = SlipState::Failed;
    ticket.paperOut = true;
    add("4b-not-printed", issuedMorning(ticket));
    ticket.slip = SlipState::Unknown;
    add("4d-slip-unknown", issuedMorning(ticket));
    ticket = sampleTicket();
    ticket.number = QStringLiteral("A2-07");
    ticket.offline = true;
    add("4c-issued-offline", away(issuedMorning(ticket)));
    ticket.slip = SlipState::Failed;
    add("4e-not-printed-offline", away(issuedMorning(ticket)));
    auto issuing = morning();
    issuing.phase = KioskPhase::Issuing;
    add("4f-slow", issuing);
    ticket = sampleTicket();
    ticket.slip = SlipState::Printed;
    ticket.mayPrintAgain = true;
    add("4g-slip-again", issuedMorning(ticket));
    ticket.place = onTheRight();
    ticket.isCopy = true;
    add("4h-copy-on-the-right", otherPrinter(issuedMorning(ticket)));
}

void addTroubled(std::vector<KioskState> &states)
{
    const auto add = [&](const char *name, const KioskScreen &screen, Way way = Way::Start) {
        states.push_back({QString::fromLatin1(name), screen, way, dpmptsp, nib});
    };
    auto screen = morning();
    screen.printer = PrinterNow::PaperOut;
    add("7-paper-out", withPhoneCode(screen));
    add("7d-paper-out-away", away(screen));
    screen = morning();
    screen.lastSlip = ReprintOffer{QStringLiteral("A012"), Minutes(581), std::chrono::seconds(95)};
    add("7e-last-slip", screen);
    add("7f-last-slip-elsewhere", otherPrinter(screen));
    add("7b-other-printer", otherPrinter(morning()));
    screen = morning();
    screen.roll = RollAsked{{}, true};
    add("7c-new-roll", screen);
    State state;
    state.catalogue = mallCatalogue();
    add("9-closed-today", kioskScreen(state, mallTime("2026-08-22", 582)));
    add("10-away-start", away());
    add("10b-away-services", away(), Way::Agency);
    add("10c-away-detail", away(), Way::Service);
    add("11-restarted", restarted());
    add("11b-restarted-services", restarted(), Way::Agency);
    add("11c-restarted-detail", restarted(), Way::Service);
    add("12-shut", shut());
    add("12b-shut-detail", shut(), Way::Service);
    screen = away();
    screen.phase = KioskPhase::Refused;
    screen.refused = nib;
    screen.couldNotKeep = true;
    add("12c-refused", screen);
}

} // namespace

std::vector<KioskState> kioskStates()
{
    const auto service = [](const char *name, const char *agency, const char *id) {
        return KioskState{QString::fromLatin1(name), morning(), Way::Service,
            AgencyId(QString::fromLatin1(agency)), ServiceId(QString::fromLatin1(id))};
    };
    std::vector<KioskState> states{{QStringLiteral("1-start"), morning()},
        {QStringLiteral("2-services"), morning(), Way::Agency, dpmptsp},
        {QStringLiteral("2b-on-break"), morning(), Way::Agency, AgencyId(QStringLiteral("samsat"))},
        service("3-detail", "dpmptsp", "dpmptsp.nib"),
        service("3b-detail-long", "dpmptsp", "dpmptsp.sip-apoteker"),
        service("6-quota-full", "polresta", "polresta.skck-baru")};
    for (const auto &[name, query] : {std::pair("5-search", "ktp"), {"5b-search-empty", "pizza"},
             {"5c-search-fresh", ""}, {"5d-search-words", "surat kelakuan baik"},
             {"5e-search-many", "izin"}, {"5f-search-agency", "polisi"},
             {"5g-search-closed", "kartu kuning"}, {"5h-search-perhaps", "pindah ke jakarta"}})
        states.push_back({QString::fromLatin1(name), morning(), Way::Search, {}, {},
            QString::fromLatin1(query)});
    addIssued(states);
    addTroubled(states);
    auto warned = service("8-timeout", "dpmptsp", "dpmptsp.nib");
    warned.warned = true;
    states.push_back(warned);
    return states;
}

QString KioskMode::name() const
{
    return QStringLiteral("%1x%2-%3").arg(pixels.width()).arg(pixels.height()).arg(language)
        % (large ? u"-large" : u"") % (contrast ? u"-contrast" : u"") % (low ? u"-low" : u"");
}

std::vector<KioskMode> kioskModes()
{
    const KioskMode forms[] = {{{1080, 1920}, 400}, {{1920, 1080}, 476}, {{1024, 768}, 305},
        {{2160, 3840}, 400}, {{3840, 2160}, 476}};
    std::vector<KioskMode> modes;
    for (const auto &form : forms) {
        for (unsigned bits = 0; bits < 16; ++bits) {
            KioskMode mode = form;
            mode.language = bits & 1U ? QStringLiteral("en") : QStringLiteral("id");
            mode.large = bits & 2U;
            mode.contrast = bits & 4U;
            mode.low = bits & 8U;
            modes.push_back(mode);
        }
    }
    return modes;
}

namespace {

/// What somebody would do: press the key that leads there, paging through the parts of a list.
template <typename Chosen> void pressed(KioskWindow &window, Chosen isChosen)
{
    for (int part = 0; part < 9; ++part) {
        Key *next = nullptr;
        for (auto *key : window.page()->findChildren<Key *>()) {
            if (!key->isVisibleTo(&window))
                continue;
            if (isChosen(*key)) {
                key->click();
                return;
            }
            if (key->content().icon == QLatin1String("ui-down"))
                next = key;
        }
        if (!next)
            break;
        next->click();
    }
    qWarning("there is no such key");
}

void walk(KioskWindow &window, const KioskState &state, const QString &language)
{
    const auto named = [](const QString &name) {
        return [name](const Key &key) { return key.accessibleName() == FittedText::plain(name); };
    };
    const auto &catalogue = *state.screen.catalogue;
    switch (state.way) {
    case Way::Start:
        return;
    case Way::Search:
        pressed(window,
            [](const Key &key) { return key.content().icon == QLatin1String("ui-search"); });
        for (const QChar letter : state.typed)
            pressed(window, [letter](const Key &key) {
                return letter == u' ' ? key.objectName() == QLatin1String("space")
                                      : key.content().text == QString(letter.toUpper());
            });
        return;
    case Way::Agency:
    case Way::Service:
        pressed(window, named(catalogue.agency(state.agency)->shortName.in(language)));
        if (state.way == Way::Service)
            pressed(window, named(catalogue.service(state.service)->name.in(language)));
        return;
    }
}

} // namespace

std::unique_ptr<KioskWindow> kioskIn(const KioskState &state, const KioskMode &mode)
{
    KioskOptions options;
    options.moves = false;
    options.mmWidth = mode.mmWidth;
    options.breath = options.slowAfter = std::chrono::milliseconds(1);
    if (state.warned)
        options.warnAfter = std::chrono::milliseconds(5);
    auto window = std::make_unique<KioskWindow>(options);
    window->resize(mode.pixels);
    const auto inMode = [&](KioskScreen screen) {
        if (mode.language == pseudoLanguage)
            screen.catalogue = pseudoCatalogue();
        return screen;
    };
    KioskState there = state;
    there.screen = inMode(state.screen);
    window->present(inMode(morning()));
    window->show();
    const auto ask = [&](bool wanted, Help help) {
        if (auto *key = wanted ? window->helpBar()->key(help) : nullptr)
            key->click();
    };
    ask(mode.language == QLatin1String("en"), Help::Language);
    ask(mode.large, Help::LargeText);
    ask(mode.contrast, Help::Contrast);
    ask(mode.low, Help::Lower);
    window->present(there.screen);
    walk(*window, there, mode.language);
    QElapsedTimer timer;
    timer.start();
    const bool slow = state.screen.phase == KioskPhase::Issuing;
    do {
        QApplication::processEvents();
    } while (timer.elapsed() < 3000
        && ((slow && timer.elapsed() < 600) || (state.warned && !window->warning())));
    return window;
}

// ---- a language that nobody speaks
// --------------------------------------------------------------------

QString pseudo(const QString &text)
{
    if (text.isEmpty())
        return text;
    // A fifth longer than what stands there. Tags, places of values and line ends stay.
    QString longer = text;
    const auto more = longer.size() / 5;
    for (qsizetype i = longer.size() - 1, added = 0; i >= 0 && added < more; --i) {
        const QChar letter = longer[i];
        const bool isVowel = QStringLiteral("aeiou").contains(letter);
        const bool inTag = longer.lastIndexOf(u'<', i) > longer.lastIndexOf(u'>', i);
        if (isVowel && !inTag) {
            longer.insert(i, letter);
            ++added;
        }
    }
    return u'\u00AB' % longer % u'\u00BB';
}

/// As long as before: a catalogue says how long its names may be.
static QString marked(const QString &text)
{
    return text.size() < 3 ? text : u'\u00AB' % text.mid(1, text.size() - 2) % u'\u00BB';
}

static QJsonValue withColumn(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &item : value.toArray())
            array.append(withColumn(item));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = withColumn(it.value());
    const auto english = object.value(QLatin1String("en"));
    const auto indonesian = object.value(QLatin1String("id"));
    // Names as on the door stay as they are; the rest says that it was translated.
    if (english.isString() && indonesian.isString())
        object.insert(pseudoLanguage, marked(english.toString()));
    else if (english.isArray() && indonesian.isArray())
        object.insert(pseudoLanguage, english);
    return object;
}

CataloguePtr pseudoCatalogue()
{
    static const CataloguePtr catalogue = [] {
        QFile file(sourcePath("resources/catalogue/mpp-bengkulu.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no catalogue");
        auto root = withColumn(QJsonDocument::fromJson(file.readAll()).object()).toObject();
        auto site = root.value(QLatin1String("site")).toObject();
        site.insert(QStringLiteral("languages"), QJsonArray{pseudoLanguage, QStringLiteral("id"), QStringLiteral("en")});
        root.insert(QStringLiteral("site"), site);
        const auto read = readCatalogue(QJsonDocument(root).toJson());
        for (const auto &fault : read.faults)
            qWarning("%s %s", qUtf8Printable(fault.path), qUtf8Printable(fault.wrong));
        if (!read.catalogue)
            qFatal("the mall's catalogue doesn't take another column");
        return read.catalogue;
    }();
    return catalogue;
}

namespace {
class PseudoWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        // Qt's own words are none of ours.
        if (!QByteArray(context).startsWith("antre::"))
            return {};
        return pseudo(QString::fromUtf8(source));
    }
};
} // namespace

std::unique_ptr<QTranslator> pseudoWords()
{
    auto words = std::make_unique<PseudoWords>();
    QCoreApplication::installTranslator(words.get());
    return words;
}

} // namespace antre
