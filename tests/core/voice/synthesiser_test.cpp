// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "voice/espeaksynthesiser.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

using namespace antre;

static Result<Sound> say(Synthesiser &synthesiser, const QString &text,
    SpokenLanguage language = SpokenLanguage::Indonesian)
{
    std::optional<Result<Sound>> answer;
    QEventLoop loop;
    synthesiser.say(text, spokenLanguageCode(language), [&](Result<Sound> sound) {
        CHECK_FALSE(answer);
        answer = std::move(sound);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

static EspeakSynthesiser::Options program(const QString &path)
{
    EspeakSynthesiser::Options options;
    options.program = path;
    return options;
}

/// A shell script in place of the synthesiser.
static EspeakSynthesiser::Options script(const QTemporaryDir &folder, const char *body)
{
    const QString path = folder.filePath(QStringLiteral("synthesiser"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("#!/bin/sh\n") + body);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return program(path);
}

TEST_CASE("espeak-ng speaks a sentence of a few seconds in both languages", "[voice]")
{
    EspeakSynthesiser espeak;
    for (const SpokenLanguage language : {SpokenLanguage::Indonesian, SpokenLanguage::English}) {
        const TicketNumber number{LineId(QStringLiteral("A")), {}, 12};
        const auto sound
            = say(espeak, callSentence(number, CounterId(QStringLiteral("3")), language), language);
        REQUIRE(sound);
        CHECK(sound->duration() > Milliseconds(2000));
        CHECK(sound->duration() < Milliseconds(9000));
        CHECK(sound->peak() > 0.1);
    }
}

TEST_CASE("Text that looks like an option is spoken, not obeyed", "[voice]")
{
    EspeakSynthesiser espeak;
    CHECK(say(espeak, QStringLiteral("--help"))->peak() > 0.1);
}

TEST_CASE("A missing synthesiser is an error that says so", "[voice]")
{
    EspeakSynthesiser missing(program(QStringLiteral("/nowhere/espeak-ng")));
    const auto sound = say(missing, QStringLiteral("satu"));
    CHECK(sound.error().code == ErrorCode::Unavailable);
    CHECK(sound.error().detail.contains(QStringLiteral("/nowhere/espeak-ng")));
}

TEST_CASE("A failing synthesiser's own words reach the log", "[voice]")
{
    const QTemporaryDir folder;
    EspeakSynthesiser failing(script(folder, "echo no such voice >&2; exit 3\n"));
    const auto sound = say(failing, QStringLiteral("satu"));
    CHECK(sound.error().code == ErrorCode::Unavailable);
    CHECK(sound.error().detail.contains(QStringLiteral("no such voice")));
}

TEST_CASE("A synthesiser that answers rubbish is found out", "[voice]")
{
    const QTemporaryDir folder;
    EspeakSynthesiser rubbish(script(folder, "cat\n"));
    CHECK(say(rubbish, QStringLiteral("satu")).error().code == ErrorCode::Corrupt);
}

TEST_CASE("A synthesiser that hangs is killed in time", "[voice]")
{
    const QTemporaryDir folder;
    auto options = script(folder, "exec sleep 60\n");
    options.limit = Milliseconds(200);
    EspeakSynthesiser hanging(options);
    QElapsedTimer clock;
    clock.start();
    CHECK(say(hanging, QStringLiteral("satu")).error().code == ErrorCode::Unavailable);
    CHECK(clock.elapsed() < 20'000);
}

TEST_CASE("Ending in mid-sentence stops the process and calls nobody", "[voice]")
{
    const QTemporaryDir folder;
    bool called = false;
    {
        EspeakSynthesiser hanging(script(folder, "exec sleep 60\n"));
        hanging.say(QStringLiteral("satu"), QStringLiteral("id"),
            [&](const Result<Sound> &) { called = true; });
    }
    QCoreApplication::processEvents();
    CHECK_FALSE(called);
}

TEST_CASE("The same sentence is rendered once, a failure is tried again", "[voice]")
{
    struct Counting final : Synthesiser
    {
        void say(const QString &, const QString &, Done done) override
        {
            ++asked;
            if (works)
                done(silence(Milliseconds(10), 8000));
            else
                done(failure(ErrorCode::Unavailable, QStringLiteral("no")));
        }
        int asked = 0;
        bool works = false;
    } source;
    CachingSynthesiser cache(source);
    CHECK_FALSE(say(cache, QStringLiteral("satu")));
    source.works = true;
    CHECK(say(cache, QStringLiteral("satu")));
    CHECK(say(cache, QStringLiteral("satu")));
    CHECK(source.asked == 2);
    CHECK(say(cache, QStringLiteral("satu"), SpokenLanguage::English));
    CHECK(source.asked == 3);
}
