// SPDX-License-Identifier: Apache-2.0
// Puts every mock-up of the look beside a photograph of the real screen, on one HTML page for
// people to compare: report_look MOCKUPS REPORT [PICTURES]...
// MOCKUPS holds PNGs named as kiosk-p-03-detail-en.png. Kiosks are photographed here; pictures of
// other screens are taken from the PICTURES folders, where they have their mock-up's name.
#include "ui/kiosk/states.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTextStream>

using namespace antre;

namespace {

/// What a kiosk's mock-up shows.
struct Shown
{
    QString state;
    KioskMode mode;
};

std::optional<Shown> shownBy(const QString &mockUp)
{
    static const QRegularExpression form(
        QStringLiteral("^kiosk-(p|l|xga)-0*([0-9]+[a-z]?-.*?)(-en)?\\.png$"));
    const auto match = form.match(mockUp);
    if (!match.hasMatch())
        return {};
    Shown shown{match.captured(2), {}};
    const QString screen = match.captured(1);
    shown.mode = screen == QLatin1String("p") ? KioskMode{{1080, 1920}, 400}
        : screen == QLatin1String("l")        ? KioskMode{{1920, 1080}, 476}
                                              : KioskMode{{1024, 768}, 305};
    if (match.hasCaptured(3) && !match.captured(3).isEmpty())
        shown.mode.language = QStringLiteral("en");
    // What the mock-ups number by themselves.
    const auto is = [&](const char *name) { return shown.state == QLatin1String(name); };
    if (is("6b-on-break")) {
        shown.state = QStringLiteral("2b-on-break");
    } else if (is("3-issued")) {
        shown.state = QStringLiteral("4-issued");
    } else if (is("9-reach")) {
        shown.state = QStringLiteral("1-start");
        shown.mode.low = true;
    } else if (is("10-large-contrast")) {
        shown.state = QStringLiteral("2-services");
        shown.mode.large = shown.mode.contrast = true;
    }
    return shown;
}

class Report
{
public:
    Report(QDir mockUps, QDir folder, QStringList pictures)
        : m_mockUps(std::move(mockUps))
        , m_folder(std::move(folder))
        , m_pictures(std::move(pictures))
        , m_states(kioskStates())
    {
        m_html << "<!DOCTYPE html><meta charset=utf-8><title>Antre: mock-ups and screens</title>"
                  "<style>body{font:15px sans-serif;margin:24px;background:#eff3f2}"
                  "figure{display:inline-block;margin:0 16px 24px 0;vertical-align:top}"
                  "img{max-height:860px;max-width:46vw;border:1px solid #6b8188}"
                  "h2{margin:24px 0 8px}</style><h1>Mock-ups and what became of them</h1>\n";
    }

    void compareAll()
    {
        for (const QString &name :
            m_mockUps.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name))
            compare(name);
    }
    /// Screens that no mock-up shows, in the same language of form and colour.
    void addOthers()
    {
        m_html << "<h1>Screens without a mock-up</h1>\n";
        const KioskMode portrait{{1080, 1920}, 400};
        for (const KioskState &state : m_states) {
            if (m_seen.contains(state.name))
                continue;
            m_html << "<h2>" << state.name << "</h2>";
            figure(photograph(state, portrait, u"other-" % state.name), {});
        }
    }
    [[nodiscard]] bool write()
    {
        QSaveFile file(m_folder.filePath(QStringLiteral("index.html")));
        m_html.flush();
        return file.open(QIODevice::WriteOnly) && file.write(m_text.toUtf8()) > 0 && file.commit();
    }
    /// Mock-ups with nothing beside them.
    [[nodiscard]] QStringList alone() const { return m_alone; }

private:
    void compare(const QString &name)
    {
        m_html << "<h2>" << name << "</h2>";
        const QString copy = u"mockup-" % name;
        QFile::remove(m_folder.filePath(copy));
        (void)QFile::copy(m_mockUps.filePath(name), m_folder.filePath(copy));
        figure(copy, QStringLiteral("mock-up"));
        const QString picture = pictureFor(name);
        if (!picture.isEmpty())
            return figure(picture, QStringLiteral("photograph"));
        m_alone << name;
        m_html << "<p>No photograph.</p>";
    }
    QString pictureFor(const QString &name)
    {
        for (const QString &folder : m_pictures) {
            if (!QFile::exists(QDir(folder).filePath(name)))
                continue;
            QFile::remove(m_folder.filePath(name));
            (void)QFile::copy(QDir(folder).filePath(name), m_folder.filePath(name));
            return name;
        }
        const auto shown = shownBy(name);
        if (!shown)
            return {};
        const auto state = std::ranges::find(m_states, shown->state, &KioskState::name);
        if (state == m_states.end())
            return {};
        m_seen << state->name;
        return photograph(*state, shown->mode, name.chopped(4));
    }
    QString photograph(const KioskState &state, const KioskMode &mode, const QString &name)
    {
        const QString file = name % u".png";
        kioskIn(state, mode)->grab().save(m_folder.filePath(file));
        return file;
    }
    void figure(const QString &file, const QString &caption)
    {
        m_html << "<figure><img src=\"" << file << "\" alt=\"" << caption << "\"><figcaption>"
               << caption << "</figcaption></figure>\n";
    }

    QDir m_mockUps;
    QDir m_folder;
    QStringList m_pictures;
    std::vector<KioskState> m_states;
    QStringList m_seen;
    QStringList m_alone;
    QString m_text;
    QTextStream m_html{&m_text};
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream out(stdout);
    if (arguments.size() < 3 || !QDir(arguments[1]).exists()) {
        out << "report_look MOCKUPS REPORT [PICTURES]...\n"
               "MOCKUPS: a folder with mock-ups as PNGs; REPORT: where index.html goes;\n"
               "PICTURES: folders with pictures of screens that have their mock-ups' names\n";
        return 2;
    }
    QDir().mkpath(arguments[2]);
    Report report{QDir(arguments[1]), QDir(arguments[2]), arguments.mid(3)};
    report.compareAll();
    report.addOthers();
    if (!report.write()) {
        out << arguments[2] << " can't be written\n";
        return 1;
    }
    out << "mock-ups without a photograph: " << report.alone().size() << '\n';
    for (const QString &name : report.alone())
        out << "  " << name << '\n';
    return 0;
}
