// SPDX-License-Identifier: Apache-2.0
#include "scan/framereader.h"
#include "scan/serialreader.h"
#include "scan/wedge.h"
#include "support/catch.h"
#include "support/eventually.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace antre;
using namespace std::chrono_literals;
using test::eventually;

namespace {

/// Types at a wedge, and keeps what comes back.
struct Typing
{
    Wedge wedge;
    Milliseconds now{0};
    QString person;
    int enters = 0;
    QStringList codes;

    void take(const Wedge::Heard &heard)
    {
        person += heard.person;
        enters += heard.enter ? 1 : 0;
        if (heard.code)
            codes += *heard.code;
    }
    void keys(const QString &text, Milliseconds each)
    {
        for (const QChar letter : text) {
            now += each;
            if (wedge.isListening() && each > Wedge::pauseMax)
                take(wedge.silence());
            take(letter == u'\n' ? wedge.enter(now) : wedge.letter(letter, now));
        }
    }
    void rests() { take(wedge.silence()); }
};

/// A line with a code reader at its other end.
class SerialLine
{
public:
    SerialLine()
        : m_reader(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        REQUIRE(m_reader >= 0);
        REQUIRE(grantpt(m_reader) == 0);
        REQUIRE(unlockpt(m_reader) == 0);
    }
    ~SerialLine() { pullOut(); }
    void pullOut()
    {
        if (m_reader >= 0)
            close(std::exchange(m_reader, -1));
    }
    QString device() const { return QString::fromLocal8Bit(ptsname(m_reader)); }
    void reads(const QByteArray &bytes)
    {
        REQUIRE(write(m_reader, bytes.constData(), size_t(bytes.size())) == bytes.size());
    }

private:
    int m_reader;
};

/// Looks as long at a picture as it is told to.
class PatientReader final : public QrReader
{
public:
    PatientReader(QSemaphore &mayGoOn, std::vector<int> &widths)
        : m_mayGoOn(mayGoOn)
        , m_widths(widths)
    {
    }
    std::optional<QString> read(const QImage &picture) override
    {
        m_mayGoOn.acquire();
        m_widths.push_back(picture.width());
        return QString::number(picture.width());
    }

private:
    QSemaphore &m_mayGoOn;
    std::vector<int> &m_widths;
};

} // namespace

TEST_CASE("A reader that types is told from a person", "[scan]")
{
    Typing typing;
    typing.keys(QStringLiteral("https://mpp.example.id/t/7KQ4\n"), 3ms);
    CHECK(typing.codes == QStringList{QStringLiteral("https://mpp.example.id/t/7KQ4")});
    CHECK(typing.person.isEmpty());
    CHECK(typing.enters == 0);
}

TEST_CASE("A person's letters reach the screen in their order, and so does Enter", "[scan]")
{
    Typing typing;
    typing.keys(QStringLiteral("ktp baru\n"), 90ms);
    typing.rests();
    CHECK(typing.person == QStringLiteral("ktp baru"));
    CHECK(typing.enters == 1);
    CHECK(typing.codes.isEmpty());
}

TEST_CASE("Two keys rolled over are still a person's", "[scan]")
{
    Typing typing;
    typing.keys(QStringLiteral("kt"), 15ms);
    typing.rests();
    CHECK(typing.person == QStringLiteral("kt"));
    typing.keys(QStringLiteral("12\n"), 15ms);
    CHECK(typing.person == QStringLiteral("kt12"));
    CHECK(typing.enters == 1);
}

TEST_CASE("A reader that is set up without Enter is heard by its silence", "[scan]")
{
    Typing typing;
    typing.keys(QStringLiteral("A012-4711"), 8ms);
    CHECK(typing.codes.isEmpty());
    typing.rests();
    CHECK(typing.codes == QStringList{QStringLiteral("A012-4711")});
}

TEST_CASE("Enter with nothing before it is a person's", "[scan]")
{
    Typing typing;
    typing.keys(QStringLiteral("\n"), 5ms);
    CHECK(typing.enters == 1);
}

TEST_CASE("What is too long for a code is dropped whole", "[scan]")
{
    Typing typing;
    typing.keys(QString(Wedge::lengthMax + 40, u'x') + u'\n', 2ms);
    CHECK(typing.codes.isEmpty());
    CHECK(typing.person.isEmpty());
    typing.keys(QStringLiteral("A012-4711\n"), 2ms);
    CHECK(typing.codes.size() == 1);
}

TEST_CASE("A serial reader's codes are lines", "[scan]")
{
    SerialLine line;
    SerialReader reader(line.device());
    REQUIRE(reader.isThere());
    QSignalSpy found(&reader, &SerialReader::found);
    line.reads("7KQ4MZ8R\r\nA0");
    REQUIRE(eventually([&] { return found.count() == 1; }));
    CHECK(found[0][0].toString() == QStringLiteral("7KQ4MZ8R"));
    line.reads("12\r" + QByteArray(2000, 'x') + "\nlast\r");
    REQUIRE(eventually([&] { return found.count() == 3; }));
    CHECK(found[1][0].toString() == QStringLiteral("A012"));
    CHECK(found[2][0].toString() == QStringLiteral("last"));
}

TEST_CASE("A serial reader that is pulled out is missed, not waited for", "[scan]")
{
    SerialLine line;
    SerialReader reader(line.device());
    REQUIRE(reader.isThere());
    line.pullOut();
    CHECK(eventually([&] { return !reader.isThere(); }));
    CHECK_FALSE(SerialReader(QStringLiteral("/dev/antre-no-such-reader")).isThere());
}

TEST_CASE("Only the newest picture waits while one is looked at", "[scan]")
{
    QSemaphore mayGoOn;
    std::vector<int> widths;
    FrameReader reader(std::make_unique<PatientReader>(mayGoOn, widths));
    QSignalSpy looked(&reader, &FrameReader::looked);
    QSemaphore unpacked;
    reader.offer([&unpacked] {
        unpacked.release();
        return QImage(1, 1, QImage::Format_Grayscale8);
    });
    unpacked.acquire();
    for (int width = 2; width <= 200; ++width)
        reader.offer([width] { return QImage(width, 1, QImage::Format_Grayscale8); });
    mayGoOn.release(300);
    REQUIRE(eventually([&] { return looked.count() == 2; }));
    CHECK(widths == std::vector<int>{1, 200});
}

TEST_CASE("A reader that goes while it looks takes its thread with it", "[scan]")
{
    QSemaphore mayGoOn;
    std::vector<int> widths;
    {
        FrameReader reader(std::make_unique<PatientReader>(mayGoOn, widths));
        reader.offer([] { return QImage(7, 1, QImage::Format_Grayscale8); });
        mayGoOn.release();
    }
    CHECK(widths.size() <= 1);
}
