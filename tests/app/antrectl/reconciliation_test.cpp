// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/figures.h"
#include "rehearsal/progress.h"
#include "rehearsal/reconciliation.h"
#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>

using namespace antre;
using namespace std::chrono_literals;

namespace {

QString text(const char *words) { return QString::fromUtf8(words); }

TicketId ticket(int number) { return TicketId(Uuid{1, quint64(number)}); }

/// A day in the small mall that three witnesses agree on: A001 served, A002 missed, A003 cancelled,
/// B001 still waiting.
struct AgreedDay
{
    CataloguePtr catalogue;
    Witness kiosks;
    Witness consoles;
    JournalWitness journal;

    AgreedDay()
    {
        QFile file(sourcePath("tests/data/catalogue-small.json"));
        REQUIRE(file.open(QIODevice::ReadOnly));
        catalogue = readCatalogue(file.readAll()).catalogue;
        REQUIRE(catalogue);
        gives(1, "A001", "dukcapil.ktp", "kiosk-1");
        gives(2, "A002", "dukcapil.kk", "kiosk-2");
        gives(3, "A003", "dukcapil.ktp", "kiosk-1");
        gives(4, "B001", "samsat.pajak", "kiosk-1");
        ends(1, Ending::Served, "counter-1");
        ends(2, Ending::NoShow, "counter-2");
        ends(3, Ending::Cancelled, "counter-1");
        journal.open = {ticket(4)};
    }
    void gives(int number, const char *name, const char *service, const char *kiosk)
    {
        kiosks.given[ticket(number)] = journal.given[ticket(number)]
            = {text(name), ServiceId(text(service)), TerminalId(text(kiosk))};
    }
    void ends(int number, Ending ending, const char *console)
    {
        consoles.ended[ticket(number)] = journal.ended[ticket(number)]
            = {ending, TerminalId(text(console))};
    }
    [[nodiscard]] Reconciliation reconciled() const
    {
        return reconcile(*catalogue, kiosks, consoles, journal);
    }
    [[nodiscard]] bool finds(const char *sentence) const
    {
        return reconciled().differences.contains(text(sentence));
    }
};

} // namespace

TEST_CASE("A day that all witnesses tell alike is reconciled", "[rehearsal]")
{
    const Reconciliation books = AgreedDay().reconciled();
    CHECK(books.differences.isEmpty());
    CHECK(books.all == Tally{4, 1, 1, 1, 1});
    REQUIRE(books.agencies.size() == 2);
    CHECK(books.agencies[0] == std::pair(text("A Dukcapil"), Tally{3, 1, 1, 1, 0}));
    CHECK(books.agencies[1] == std::pair(text("B Samsat"), Tally{1, 0, 0, 0, 1}));
    REQUIRE(books.terminals.size() == 4);
    CHECK(books.terminals[0] == std::pair(text("kiosk-1"), Tally{3, 0, 0, 0, 0}));
    CHECK(books.terminals[2] == std::pair(text("counter-1"), Tally{0, 1, 0, 1, 0}));
}

TEST_CASE("Who waited at the day's end is in all books, or is found", "[rehearsal]")
{
    AgreedDay day;
    day.journal.open.clear();
    day.journal.expired = {ticket(4)};
    day.journal.end = DayClosed{4, 1, 1, 1, 1, 0};
    CHECK(day.finds("B001: expired in the journal, but no display saw it"));
    day.consoles.expired = {ticket(4)};
    CHECK(day.reconciled().differences.isEmpty());
    CHECK(day.reconciled().all == Tally{4, 1, 1, 1, 0, 1});
    day.journal.end->expired = 0;
    CHECK(day.finds("the day's end counted 4 issued, 1 served, 1 missed, 1 cancelled, 0 expired"));
    day.journal.end->expired = 1;
    day.journal.end->served = 0; // then somebody was still at a counter
    CHECK(day.finds("the day's end counted 4 issued, 0 served, 1 missed, 1 cancelled, 1 expired"));
    day.journal.end->present = 1;
    CHECK(day.reconciled().differences.isEmpty());
    day.journal.expired.clear();
    CHECK(day.finds("B001: expired, but not in the journal"));
}

TEST_CASE("A slip that the journal doesn't know is found", "[rehearsal]")
{
    AgreedDay day;
    day.journal.given.erase(ticket(4));
    day.journal.open.clear();
    CHECK(day.finds("B001: kiosk-1 gave it, but it is not in the journal"));
    CHECK(day.finds("B Samsat: kiosks and consoles count otherwise than the journal"));
    CHECK(day.finds("kiosk-1: kiosks and consoles count otherwise than the journal"));
}

TEST_CASE("A ticket without a slip is found", "[rehearsal]")
{
    AgreedDay day;
    day.kiosks.given.erase(ticket(4));
    CHECK(day.finds("B001: in the journal, but no kiosk gave it"));
}

TEST_CASE("Another number on paper than in the journal is found", "[rehearsal]")
{
    AgreedDay day;
    day.kiosks.given[ticket(4)].number = text("B1-01");
    CHECK(day.finds("B1-01: kiosk-1 gave it for samsat.pajak; in the journal it is B001 of kiosk-1 "
                    "for samsat.pajak"));
}

TEST_CASE("A number given twice is found", "[rehearsal]")
{
    AgreedDay day;
    day.gives(5, "A001", "dukcapil.ktp", "kiosk-2");
    day.journal.open.insert(ticket(5));
    CHECK(day.finds("A001: given to two tickets"));
}

TEST_CASE("An ending that only one side saw, or saw otherwise, is found", "[rehearsal]")
{
    SECTION("the console says so, the journal doesn't")
    {
        AgreedDay day;
        day.journal.ended.erase(ticket(1));
        CHECK(day.finds("A001: served at counter-1, but not in the journal"));
        CHECK(day.finds("A Dukcapil: 3 issued, but 0 served + 1 no-show + 1 cancelled + 0 waiting "
                        "+ 0 expired in the journal"));
    }
    SECTION("the journal says so, no console does")
    {
        AgreedDay day;
        day.consoles.ended.erase(ticket(1));
        CHECK(day.finds("A001: served in the journal, but no console did it"));
    }
    SECTION("they say different things")
    {
        AgreedDay day;
        day.consoles.ended[ticket(2)].ending = Ending::Served;
        CHECK(day.finds("A002: served at counter-2, but no-show at counter-2 in the journal"));
    }
}

TEST_CASE("A ticket that is over and waits at once doesn't balance", "[rehearsal]")
{
    AgreedDay day;
    day.journal.open.insert(ticket(1));
    CHECK(day.finds("A Dukcapil: 3 issued, but 1 served + 1 no-show + 1 cancelled + 1 waiting + 0 "
                    "expired in the journal"));
}

TEST_CASE("The table has a line for every agency and every terminal", "[rehearsal]")
{
    const QString table = tableOf(AgreedDay().reconciled());
    CHECK(table.contains(text("A Dukcapil                          3          1          1         "
                              " 1          -          -\n")));
    CHECK(table.contains(text("All                                 4          1          1         "
                              " 1          1          -\n")));
    CHECK(table.contains(text("kiosk-2                             1")));
    CHECK(table.count(QLatin1Char('\n')) == 10);
}

TEST_CASE("Percentiles are measured times, not invented ones", "[rehearsal]")
{
    Figures figures;
    CHECK(figures.percentile(0.5) == 0ms);
    for (int i = 100; i >= 1; --i)
        figures.add(Milliseconds(i));
    CHECK(figures.percentile(0.5) == 50ms);
    CHECK(figures.percentile(0.99) == 99ms);
    CHECK(figures.percentile(1.0) == 100ms);
    CHECK(figures.percentile(0.0) == 1ms);
}

TEST_CASE("The busiest second may begin anywhere", "[rehearsal]")
{
    CHECK(busiestSecond({}) == 0);
    CHECK(busiestSecond({100ms, 900ms, 1100ms, 1899ms, 5000ms}) == 3);
    CHECK(busiestSecond({0ms, 1000ms}) == 1);
}

TEST_CASE("Progress tells the time, how far the day is, and who waits", "[rehearsal]")
{
    CHECK(progressText({9h + 5min, 0.25, 120, 14, 98}, 8)
        == text("09:05 [##......]  120 issued, 14 waiting, 98 done"));
    CHECK(progressText({7h, -0.5, 0, 0, 0}, 4).startsWith(text("07:00 [....]")));
    CHECK(progressText({16h, 1.2, 0, 0, 0}, 4).startsWith(text("16:00 [####]")));
}
