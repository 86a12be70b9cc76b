// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "voice/audiospeaker.h"
#include "voice/chime.h"
#include "voice/espeaksynthesiser.h"
#include "voice/filespeaker.h"
#include "voice/hallvoice.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace antre;
using namespace std::chrono_literals;

namespace {

const Instant nine = fromMs(1'787'191'200'000);

Call call(int number, Instant at)
{
    return {TicketId(Uuid{1, quint64(number)}), {LineId(QStringLiteral("A")), {}, number},
        CounterId(QStringLiteral("3")), at, 1};
}

/// Waits for an event, at most ten seconds.
template <typename Signal>
void waitFor(const HallVoice &voice, Signal signal, const std::function<bool()> &enough)
{
    QEventLoop loop;
    QObject::connect(&voice, signal, &loop, [&] {
        if (enough())
            loop.quit();
    });
    QTimer::singleShot(10s, &loop, &QEventLoop::quit);
    if (!enough())
        loop.exec();
}

struct FiledHall
{
    explicit FiledHall(EspeakSynthesiser::Options options = {},
        std::vector<SpokenLanguage> script = {SpokenLanguage::Indonesian})
        : synthesiser(std::move(options))
        , voice(clock, synthesiser, speaker, std::move(script), std::nullopt)
    {
        QObject::connect(&voice, &HallVoice::markMoved, &voice,
            [this](const CallMark &mark) { marks.push_back(mark); });
    }
    void hears(const std::vector<Call> &calls)
    {
        voice.follow(calls, nine);
        waitFor(voice, &HallVoice::markMoved, [&] { return marks.size() == calls.size(); });
        REQUIRE(marks.size() == calls.size());
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }
    Sound sound(int index) const
    {
        QFile file(folder.filePath(files().at(index)));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return fromWav(file.readAll()).value();
    }

    QTemporaryDir folder;
    ManualClock clock{nine};
    EspeakSynthesiser synthesiser;
    FileSpeaker speaker{folder.path()};
    HallVoice voice;
    std::vector<CallMark> marks;
};

} // namespace

TEST_CASE("Each call becomes one sound file: the chime, then the words", "[voice]")
{
    FiledHall hall;
    hall.hears({call(12, nine), call(13, nine)});
    CHECK(hall.files()
        == QStringList({QStringLiteral("20260820-020000000-A012.wav"),
            QStringLiteral("20260820-020000000-A013.wav")}));
    const Sound sound = hall.sound(0);
    CHECK(sound.samples.startsWith(chime(22050).samples));
    CHECK(sound.duration() > chime(22050).duration() + 2s);
    CHECK(hall.voice.health() == VoiceHealth::Speaking);
    CHECK(hall.marks.back() == CallMark::of(call(13, nine)));
}

TEST_CASE("The script says a sentence twice and in two languages", "[voice]")
{
    FiledHall once;
    once.hears({call(12, nine)});
    FiledHall thrice(
        {}, {SpokenLanguage::Indonesian, SpokenLanguage::Indonesian, SpokenLanguage::English});
    thrice.hears({call(12, nine)});
    CHECK(thrice.sound(0).duration() > once.sound(0).duration() + 4s);
}

TEST_CASE("Without a synthesiser the hall still hears the chime", "[voice]")
{
    EspeakSynthesiser::Options missing;
    missing.program = QStringLiteral("/nowhere/espeak-ng");
    FiledHall hall(missing);
    QString fault;
    QObject::connect(&hall.voice, &HallVoice::healthChanged, &hall.voice,
        [&](VoiceHealth, const QString &detail) { fault = detail; });
    hall.hears({call(12, nine), call(13, nine)});
    CHECK(hall.files().size() == 2);
    CHECK(hall.sound(0).duration() < chime(22050).duration() + 300ms);
    CHECK(hall.sound(0).peak() == Approx(chime(22050).peak()));
    CHECK(hall.voice.health() == VoiceHealth::ChimeOnly);
    CHECK(fault.contains(QStringLiteral("/nowhere/espeak-ng")));
}

TEST_CASE("A speaker that fails is reported, and the next call is tried all the same", "[voice]")
{
    struct Broken final : Speaker
    {
        void play(const QString &name, const Sound &, Done done) override
        {
            asked += name;
            done(failure(ErrorCode::Unavailable, QStringLiteral("unplugged")));
        }
        QStringList asked;
    } speaker;
    const ManualClock clock(nine);
    EspeakSynthesiser espeak;
    HallVoice voice(clock, espeak, speaker, {SpokenLanguage::Indonesian}, std::nullopt);
    int marks = 0;
    QObject::connect(&voice, &HallVoice::markMoved, &voice, [&] { ++marks; });
    voice.follow({call(1, nine), call(2, nine)}, nine);
    waitFor(voice, &HallVoice::markMoved, [&] { return marks == 2; });
    CHECK(speaker.asked.size() == 2);
    CHECK(voice.health() == VoiceHealth::Silent);
}

TEST_CASE("A machine whose own clock is a day off speaks by the service's time", "[voice]")
{
    FiledHall hall;
    hall.clock.setWall(nine - 24h);
    hall.hears({call(12, nine - 5s)});
    CHECK(hall.files().size() == 1);
}

TEST_CASE("Waiting is measured while the hall listens", "[voice]")
{
    struct Slow final : Speaker
    {
        void play(const QString &name, const Sound &, Done done) override
        {
            asked += name;
            pending = std::move(done);
        }
        QStringList asked;
        Done pending;
    } speaker;
    ManualClock clock(nine);
    EspeakSynthesiser espeak;
    HallVoice voice(clock, espeak, speaker, {}, std::nullopt);
    voice.follow({call(1, nine), call(2, nine), call(3, nine)}, nine);
    REQUIRE(speaker.asked.size() == 1);
    clock.advance(2min);
    int marks = 0;
    QObject::connect(&voice, &HallVoice::markMoved, &voice, [&] { ++marks; });
    std::exchange(speaker.pending, {})(Result<>());
    waitFor(voice, &HallVoice::markMoved, [&] { return marks == 1; });
    CHECK(speaker.asked.last().endsWith(QStringLiteral("A003")));
}

TEST_CASE("Files that can't be written are an error with their path", "[voice]")
{
    const QTemporaryDir folder;
    QFile blocking(folder.filePath(QStringLiteral("sounds")));
    REQUIRE(blocking.open(QIODevice::WriteOnly));
    FileSpeaker speaker(blocking.fileName());
    QEventLoop loop;
    Result<> result;
    speaker.play(QStringLiteral("a"), silence(10ms, 8000), [&](Result<> heard) {
        result = std::move(heard);
        loop.quit();
    });
    loop.exec();
    CHECK(result.error().code == ErrorCode::Unavailable);
    CHECK(result.error().detail.contains(blocking.fileName()));
}

TEST_CASE("A machine without loudspeakers is told apart from one that plays", "[voice]")
{
    // No sound server can be reached in the tests' environment.
    qputenv("PULSE_SERVER", "unix:/nowhere");
    AudioSpeaker speaker;
    QEventLoop loop;
    std::optional<Result<>> result;
    speaker.play(QStringLiteral("a"), silence(10ms, 8000), [&](Result<> heard) {
        result = std::move(heard);
        loop.quit();
    });
    if (!result)
        loop.exec();
    CHECK(result->error().code == ErrorCode::Unavailable);
}
