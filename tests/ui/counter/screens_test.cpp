// SPDX-License-Identifier: Apache-2.0
#include "common/key.h"
#include "common/notestrip.h"
#include "common/numberlabel.h"
#include "common/textlabel.h"
#include "counter/choicelist.h"
#include "counter/signinpage.h"
#include "officer.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// A morning at counter 1 as busy as the office's worst.
struct Morning : OfficerAtDesk
{
    explicit Morning(const QString &language)
    {
        mall.opens(QStringLiteral("2"), QStringLiteral("budi"));
        speaks(language);
    }

    void fillQueue()
    {
        const auto comes = [this](const char *service, const char *priority, Milliseconds after) {
            mall.passes(after);
            return mall.takes(
                u"dpmptsp." % QString::fromLatin1(service), QString::fromLatin1(priority));
        };
        comes("perawat", "", 8min);
        comes("pbg", "elderly", 12min);
        comes("nib", "", 2min);
        mall.slip(comes("penelitian", "", 4min), SlipState::Failed);
        mall.reportsPaper(QStringLiteral("A2-07"), QStringLiteral("dpmptsp.reklame"), 0min);
        comes("kkpr", "", 5min);
        comes("bidan", "pregnant", 4min);
        comes("info", "", 1min);
        mall.passes(2min);
    }

    void passTwo()
    {
        for (int i = 0; i < 2; ++i) {
            mall.takes(QStringLiteral("dpmptsp.info"));
            mall.callsNext(QStringLiteral("1"));
            mall.passes(1min);
            mall.callsAgain(QStringLiteral("1"));
            mall.marksNoShow(QStringLiteral("1"));
        }
    }

    void serve(const QString &service)
    {
        mall.takes(service);
        mall.passes(34min);
        mall.callsNext(QStringLiteral("1"));
        fillQueue();
        mall.starts(QStringLiteral("1"));
        mall.passes(6min + 12s);
    }
};

QString cutTexts(const CounterWindow &window)
{
    QStringList cut;
    for (auto *key : window.findChildren<Key *>()) {
        if (key->isVisible() && key->isCut())
            cut.append(key->accessibleName());
    }
    for (auto *label : window.findChildren<TextLabel *>()) {
        if (label->isVisible() && label->isCut())
            cut.append(label->text());
    }
    for (auto *number : window.findChildren<NumberLabel *>()) {
        if (number->isVisible() && number->height() < number->sizeHint().height())
            cut.append(number->number());
    }
    for (auto *note : window.findChildren<NoteStrip *>()) {
        if (note->isVisible() && note->isCut())
            cut.append(note->text());
    }
    return cut.join(u'\n');
}

/// Keeps a picture where ANTRE_PHOTOGRAPHS says, to be looked at.
void keep(Morning &morning, const QString &name)
{
    const QString folder = qEnvironmentVariable("ANTRE_PHOTOGRAPHS");
    if (!folder.isEmpty())
        CHECK(morning.window.grab().save(QStringLiteral("%1/counter-%2-%3-%4.png")
                                             .arg(folder, name, morning.console.language)
                                             .arg(morning.window.width())));
}

/// Shows the window at three sizes and looks for cut words.
void photograph(Morning &morning, const QString &name)
{
    morning.looks();
    for (const QSize size : {QSize(1100, 720), QSize(1024, 700), QSize(1920, 1080)}) {
        morning.window.resize(size);
        QTest::qWait(20);
        CAPTURE(name, size.width());
        CHECK(morning.window.size() == size);
        CHECK(cutTexts(morning.window) == QString());
        keep(morning, name);
    }
}

} // namespace

TEST_CASE("No screen of the counter cuts a word, at any size, in either language", "[counter]")
{
    const bool inIndonesian = GENERATE(true, false);
    Morning morning(inIndonesian ? QStringLiteral("id") : QStringLiteral("en"));

    SECTION("signing in")
    {
        photograph(morning, QStringLiteral("signin"));
        morning.console.counter = CounterId(QStringLiteral("1"));
        morning.looks();
        morning.window.findChild<SignInPage *>()->findChildren<ChoiceList *>().last()->choose(
            QStringLiteral("rina"));
        morning.console.refusal = Error{ErrorCode::Forbidden, {}, QStringLiteral("pause:128")};
        morning.console.refusedAt = morning.mall.now();
        photograph(morning, QStringLiteral("signin-pause"));
        morning.console.refusal.reset();
        morning.window.findChild<SignInPage *>()->findChild<QLineEdit *>()->setText(
            QStringLiteral("1234"));
        photograph(morning, QStringLiteral("signin-ready"));
    }
    SECTION("a console that never had a connection")
    {
        const CounterView alone = counterView(State(),
            {CounterId(QStringLiteral("1")), {}, {false, {}}, {}, {}, {}, morning.console.language},
            {});
        morning.window.setView(alone);
        QTest::qWait(20);
        CHECK(cutTexts(morning.window) == QString());
        keep(morning, QStringLiteral("alone"));
    }
    SECTION("an empty morning")
    {
        morning.signsIn();
        photograph(morning, QStringLiteral("empty"));
    }
    SECTION("a full queue")
    {
        morning.signsIn();
        morning.passTwo();
        morning.fillQueue();
        photograph(morning, QStringLiteral("free"));
        morning.mall.callsNext(QStringLiteral("1"));
        morning.mall.passes(47s);
        photograph(morning, QStringLiteral("called"));
        morning.presses(Qt::Key_F9);
        photograph(morning, QStringLiteral("called-hint"));
        morning.presses(Qt::Key_F5);
        morning.console.link = {false, morning.mall.now()};
        morning.mall.passes(3min);
        photograph(morning, QStringLiteral("lost"));
    }
    SECTION("serving")
    {
        morning.signsIn();
        morning.passTwo();
        morning.serve(QStringLiteral("dpmptsp.nib"));
        photograph(morning, QStringLiteral("serving"));
    }
    SECTION("the longest names")
    {
        morning.mall.renames(
            QStringLiteral("rina"), QStringLiteral("Raden Ajeng Siti Nurhaliza Kusumawardhani"));
        morning.signsIn();
        morning.serve(QStringLiteral("dpmptsp.long"));
        for (int i = 0; i < 30; ++i)
            morning.mall.takes(
                QStringLiteral("dpmptsp.long"), i % 5 == 0 ? QStringLiteral("elderly") : QString());
        photograph(morning, QStringLiteral("long"));
    }
}

TEST_CASE("Nor does it without a connection, or when paper won", "[counter]")
{
    const bool inIndonesian = GENERATE(true, false);
    Morning morning(inIndonesian ? QStringLiteral("id") : QStringLiteral("en"));

    SECTION("serving without a connection")
    {
        morning.signsIn();
        morning.passTwo();
        morning.serve(QStringLiteral("dpmptsp.nib"));
        const TicketId served = morning.mall.state().desk(CounterId(QStringLiteral("1"))).current;
        morning.mall.slip(served, SlipState::Unknown);
        morning.console.link = {false, morning.mall.now()};
        morning.mall.passes(2min);
        photograph(morning, QStringLiteral("away"));
        morning.presses(Qt::Key_F9);
        photograph(morning, QStringLiteral("away-hint"));
        morning.presses(Qt::Key_Escape);
        morning.console.kept = {{Wish::Finish, served, QStringLiteral("A003")}};
        photograph(morning, QStringLiteral("away-noted"));
        morning.presses(Qt::Key_F11);
        photograph(morning, QStringLiteral("away-noted-hint"));
    }
    SECTION("paper that won")
    {
        morning.signsIn();
        const TicketId lost = morning.mall.takes(QStringLiteral("dpmptsp.nib"));
        morning.mall.slip(lost, SlipState::Unknown);
        morning.mall.callsNext(QStringLiteral("1"));
        morning.fillQueue();
        const TicketId other
            = morning.mall.takes(QStringLiteral("dpmptsp.pbg"), QStringLiteral("elderly"));
        morning.mall.slip(other, SlipState::Unknown);
        morning.mall.adopts(other, QStringLiteral("A2-10"));
        morning.mall.adopts(lost, QStringLiteral("A2-09"));
        photograph(morning, QStringLiteral("paper-won"));
        morning.console.refusal = Error{ErrorCode::Conflict, {}, QStringLiteral("ticketMovedOn")};
        morning.console.refused = KeptPress{Wish::Finish, lost, QStringLiteral("A009")};
        photograph(morning, QStringLiteral("paper-won-late"));
    }
}

TEST_CASE("Nor where a visitor gets a number, nor in the strip of news", "[counter]")
{
    const bool inIndonesian = GENERATE(true, false);
    const bool isLarge = GENERATE(false, true);
    Morning morning(inIndonesian ? QStringLiteral("id") : QStringLiteral("en"));
    const QString look = isLarge ? QStringLiteral("-large-contrast") : QString();
    ConsoleHabits habits;
    habits.largeText = habits.highContrast = isLarge;
    morning.window.setHabits(habits);
    morning.mall.enrolsKiosk(QStringLiteral("kiosk-1"), QStringLiteral("Kios 1, pintu utama"));
    morning.mall.enrolsKiosk(QStringLiteral("kiosk-2"), QStringLiteral("Kios 2, sayap timur"));
    DeviceStatus device{TerminalId(QStringLiteral("kiosk-2")), true, {}, TerminalStatus()};
    device.status->printers = {{{}, PrinterCondition::PaperOut, {}}};
    device.status->unknownSlips = 2;
    morning.console.devices = {{device.terminal, device}};
    morning.console.finder = std::make_shared<const ServiceFinder>(*morning.mall.state().catalogue);
    const auto gives = [&](const QString &where) {
        morning.types(QStringLiteral("izin"));
        photograph(morning, where % u"issue" % look);
        const TicketId ticket = morning.mall.takes(QStringLiteral("dpmptsp.perawat"));
        morning.mall.slip(ticket, SlipState::Failed);
        const TicketNumber number = morning.mall.state().ticket(ticket)->number;
        morning.console.issued
            = Console::Issued{ticket, number, ServiceId(QStringLiteral("dpmptsp.perawat")), 8,
                PromisedWait{Minutes(35), Minutes(55), false},
                TerminalId(QStringLiteral("kiosk-1")), morning.mall.now(), NoteFate::Kept};
        photograph(morning, where % u"issued" % look);
    };
    SECTION("at a counter")
    {
        morning.signsIn();
        morning.fillQueue();
        photograph(morning, u"news" % look);
        morning.presses(Qt::Key_F2);
        gives({});
    }
    SECTION("in the lobby")
    {
        morning.console.officer = OfficerId(QStringLiteral("rina"));
        morning.console.inLobby = true;
        morning.looks();
        photograph(morning, u"lobby" % look);
        gives(QStringLiteral("lobby-"));
    }
}
