// SPDX-License-Identifier: Apache-2.0
#include "counter/asidemodel.h"
#include "counter/waitingmodel.h"
#include "mall.h"
#include "support/catch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace antre;
using namespace std::chrono_literals;

namespace {

using Tester = QAbstractItemModelTester;

const QString one = QStringLiteral("1");
const QString rina = QStringLiteral("rina");
const QString nurse = QStringLiteral("dpmptsp.perawat");
const QString elderly = QStringLiteral("elderly");

/// One line a row, columns parted by " | ".
QString asText(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines.join(u'\n');
}

struct WaitingTable
{
    WaitingModel model;
    Tester tester{&model, Tester::FailureReportingMode::Fatal};
    Mall mall;

    WaitingTable() { mall.opens(one, rina); }
    void show() { model.show(mall.view(one, rina).waiting); }
};

} // namespace

TEST_CASE("The table reads as the queue stands", "[counter]")
{
    WaitingTable table;
    table.mall.takes(nurse);
    table.mall.passes(12min);
    table.mall.takes(QStringLiteral("dpmptsp.pbg"), elderly);
    table.mall.passes(21min);
    table.mall.reportsPaper(QStringLiteral("A2-07"), nurse, 2min);
    table.mall.slip(table.mall.takes(nurse), SlipState::Failed);
    table.show();
    CHECK(asText(table.model)
        == QStringLiteral("A002 | Persetujuan Bangunan Gedung (PBG) | Lansia | 21 min\n"
                          "A001 | Surat Izin Praktik Perawat |  | 33 min\n"
                          "A2-07 | Surat Izin Praktik Perawat | kiosk 2 offline | 2 min\n"
                          "A003 | Surat Izin Praktik Perawat | slip not printed | 0 min"));
}

TEST_CASE("A screen reader hears a whole row as one sentence", "[counter]")
{
    WaitingTable table;
    table.mall.takes(nurse, elderly);
    table.mall.passes(3min);
    table.show();
    CHECK(table.model.index(0, 2).data(Qt::AccessibleTextRole).toString()
        == QStringLiteral(
            "Next, A001, Surat Izin Praktik Perawat, Lansia, waiting 3 min, +20 min"));
}

TEST_CASE("A selection stays with its ticket while others come, go and grow older", "[counter]")
{
    WaitingTable table;
    for (int i = 0; i < 4; ++i)
        table.mall.takes(nurse);
    table.show();
    const QPersistentModelIndex third = table.model.index(2, 0);
    QSignalSpy resets(&table.model, &QAbstractItemModel::modelReset);

    table.mall.callsNext(one);
    table.mall.passes(1min);
    table.mall.takes(nurse, elderly);
    table.show();
    CHECK(third.isValid());
    CHECK(third.data().toString() == QStringLiteral("A003"));
    CHECK(third.row() == 2);
    CHECK(resets.count() == 0);
}

TEST_CASE(
    "A whole day of comings and goings keeps the table in order without one reset", "[counter]")
{
    WaitingTable table;
    QSignalSpy resets(&table.model, &QAbstractItemModel::modelReset);
    SeededRandom random(11);
    for (int i = 0; i < 200; ++i) {
        table.mall.passes(Milliseconds(random.below(120'000)));
        table.mall.takes(nurse, random.below(4) == 0 ? elderly : QString());
        if (random.below(5) < 4) {
            table.mall.callsNext(one);
            table.mall.marksNoShow(one);
        }
        if (random.below(3) == 0)
            table.show();
    }
    table.show();
    const std::vector<WaitingRow> expected = table.mall.view(one, rina).waiting;
    REQUIRE(table.model.rowCount() == int(expected.size()));
    for (int row = 0; row < table.model.rowCount(); ++row)
        CHECK(table.model.row(row) == expected[size_t(row)]);
    CHECK(resets.count() == 0);
}

TEST_CASE("A new catalogue may change the order, and the table follows", "[counter]")
{
    WaitingTable table;
    table.mall.takes(nurse);
    table.mall.passes(5min);
    table.mall.takes(nurse, elderly);
    table.show();
    REQUIRE(table.model.row(0).number == QStringLiteral("A002"));
    auto changed = std::make_shared<Catalogue>(*table.mall.state().catalogue);
    changed->classes[1].headStart = Minutes(0);
    table.mall.does(PublishCatalogue{changed});
    table.show();
    CHECK(table.model.row(0).number == QStringLiteral("A001"));
    CHECK(table.model.rowCount() == 2);
}

TEST_CASE("When the last one is called the table is empty", "[counter]")
{
    WaitingTable table;
    table.mall.takes(nurse);
    table.show();
    table.mall.callsNext(one);
    table.show();
    CHECK(table.model.rowCount() == 0);
}

TEST_CASE("The table of those set aside says how often and when they were called", "[counter]")
{
    AsideModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    mall.callsNext(one);
    mall.passes(50min);
    mall.callsAgain(one);
    mall.marksNoShow(one);
    model.show(mall.view(one, rina).aside, QStringLiteral("en"));
    CHECK(
        asText(model) == QStringLiteral("A001 | Did not come, called twice, last at 09:50 |  | "));
}
