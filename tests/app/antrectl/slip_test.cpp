// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/antrectl.h"
#include "support/paths.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>

#include <functional>

using namespace antre;

namespace {

const QString small = sourcePath("tests/data/catalogue-small.json");

/// A folder with a copy of the small mall's catalogue, which can be changed.
class SlipDesk
{
public:
    SlipDesk() { write(read(small)); }
    [[nodiscard]] QString catalogue() const { return path("catalogue.json"); }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void write(const QByteArray &json) const
    {
        QFile file(catalogue());
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(json) == json.size());
    }
    /// With this "slip", in which ' stands for ".
    void writeSlip(QByteArray slip) const
    {
        QByteArray json = read(small);
        REQUIRE(json.count("\"site\": {") == 1);
        const QByteArray changed = "\"site\": {\n\"slip\": " + slip.replace('\'', '"') + ",";
        write(json.replace("\"site\": {", changed));
    }

private:
    QTemporaryDir m_folder;
};

Said preview(const SlipDesk &desk, const QStringList &more = {})
{
    return antrectl(QStringList{QStringLiteral("slip"), QStringLiteral("preview"), desk.catalogue(),
                        QStringLiteral("--out"), desk.path("slip.png")}
        + more);
}

} // namespace

TEST_CASE("A preview is the slip as the printer would print it", "[antrectl]")
{
    const SlipDesk desk;
    CHECK(preview(desk).exit == 0);
    CHECK(QImage(desk.path("slip.png")).width() == 576);
    CHECK(preview(desk, {QStringLiteral("--width"), QStringLiteral("58")}).exit == 0);
    CHECK(QImage(desk.path("slip.png")).width() == 384);
    const QImage plain(desk.path("slip.png"));
    desk.writeSlip("{'parts': ['number', 'notices']}");
    CHECK(preview(desk, {QStringLiteral("--width"), QStringLiteral("58")}).exit == 0);
    CHECK(QImage(desk.path("slip.png")).height() < plain.height() / 2);
}

TEST_CASE("A preview of what isn't there says so", "[antrectl]")
{
    const SlipDesk desk;
    CHECK(preview(desk, {QStringLiteral("--width"), QStringLiteral("70")}).exit == 2);
    const Said language = preview(desk, {QStringLiteral("--language"), QStringLiteral("fr")});
    CHECK(language.exit == 1);
    CHECK(language.err.contains(QStringLiteral("not \"fr\"")));
    CHECK(preview(desk, {QStringLiteral("--service"), QStringLiteral("x.y")})
              .err.contains(QStringLiteral("there is no service \"x.y\"")));
    CHECK_FALSE(QFileInfo::exists(desk.path("slip.png")));
}

TEST_CASE("A slip that is too long is a fault of the catalogue, with its line", "[antrectl]")
{
    const SlipDesk desk;
    QByteArray parts = "{'parts': ['number', 'notices'";
    const QByteArray text(120, 'w');
    for (int i = 0; i < 6; ++i)
        parts += ", {'text': {'id': '" + text + "', 'en': '" + text + "'}, 'large': true}";
    desk.writeSlip(parts
        + ", 'motif', 'name', 'service', 'agency', 'wait', 'code', 'missed', "
          "'today', 'free', 'greeting', 'prepare']}");
    const Said said
        = antrectl({QStringLiteral("catalogue"), QStringLiteral("check"), desk.catalogue()});
    CHECK(said.exit == 1);
    CHECK(said.err.contains(QStringLiteral(": site.slip: the slip of \"")));
    CHECK(said.err.contains(QStringLiteral("mm long on 58 mm paper")));
    CHECK(said.err.startsWith(desk.catalogue() + QLatin1Char(':')));
}

TEST_CASE("A watched preview follows the catalogue and survives its faults", "[antrectl]")
{
    const SlipDesk desk;
    QProcess program;
    program.start(programPath("antrectl"),
        {QStringLiteral("slip"), QStringLiteral("preview"), desk.catalogue(),
            QStringLiteral("--out"), desk.path("slip.png"), QStringLiteral("--watch")});
    QString out;
    QString err;
    const auto until = [&](const std::function<bool()> &condition) {
        QElapsedTimer time;
        time.start();
        while (!condition() && time.elapsed() < 20'000) {
            program.waitForReadyRead(50);
            out += QString::fromUtf8(program.readAllStandardOutput());
            err += QString::fromUtf8(program.readAllStandardError());
        }
        return condition();
    };
    CHECK(until([&] { return out.count(QLatin1Char('\n')) == 1; }));
    const QImage before(desk.path("slip.png"));
    desk.writeSlip("{'parts': ['number']}");
    CHECK(until([&] { return err.contains(QStringLiteral("\"notices\" is missing")); }));
    CHECK((QImage(desk.path("slip.png")) == before));
    desk.writeSlip("{'parts': ['number', 'notices']}");
    CHECK(until([&] { return out.count(QLatin1Char('\n')) >= 2; }));
    CHECK(QImage(desk.path("slip.png")).height() < before.height());
    program.terminate();
    CHECK(program.waitForFinished());
}

TEST_CASE("A test print goes where slips go", "[antrectl]")
{
    const SlipDesk desk;
    const QStringList print{QStringLiteral("slip"), QStringLiteral("print"), desk.catalogue(),
        QStringLiteral("--printer")};
    const Said said = antrectl(print + QStringList{QStringLiteral("folder:") + desk.path("out")});
    CHECK(said.exit == 0);
    CHECK(said.out == QStringLiteral("printed\n"));
    CHECK(QDir(desk.path("out")).entryList({QStringLiteral("*.bin")}).size() == 1);
    CHECK(antrectl(print + QStringList{QStringLiteral("lp0")}).exit == 2);
    const QStringList native = print
        + QStringList{QStringLiteral("folder:") + desk.path("native"), QStringLiteral("--render"),
            QStringLiteral("native-qr"), QStringLiteral("--printer-profile")};
    CHECK(antrectl(native + QStringList{QStringLiteral("bixolon")}).exit == 0);
    const QDir folder(desk.path("native"));
    const QStringList made = folder.entryList({QStringLiteral("*.bin")});
    REQUIRE(made.size() == 1);
    CHECK(SlipDesk::read(folder.filePath(made.front())).contains("\x1D(k"));
    const Said cannot = antrectl(native + QStringList{QStringLiteral("clone-58")});
    CHECK(cannot.exit == 2);
    CHECK(cannot.err.contains(QStringLiteral("clone-58")));
    const Said nobody = antrectl(print + QStringList{QStringLiteral("cups:antre@127.0.0.1:9")});
    CHECK(nobody.exit == 1);
    CHECK(nobody.out.startsWith(QStringLiteral("not printed")));
}
