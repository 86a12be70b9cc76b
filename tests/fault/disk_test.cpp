// SPDX-License-Identifier: Apache-2.0
#include "fault/place.h"
#include "fault/processmall.h"
#include "support/catch.h"
#include "support/eventually.h"

#include <unistd.h>

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

void did(const Result<> &result)
{
    INFO((result ? std::string() : result.error().detail.toStdString()));
    REQUIRE(result);
}

/// A mall whose service and kiosks keep their journals on a small disk each.
class SmallDisks
{
public:
    /// False, said aloud, where that can't be.
    bool up()
    {
        auto made = Place::make(Place::Kind::Mounts);
        if (!made) {
            WARN("NOT RUN: " << made.error().detail.toStdString());
            return false;
        }
        place = std::move(*made);
        for (const char *name : {"service", "kiosks"}) {
            did(place->run(QStringLiteral("mkdir %1").arg(disk(name))));
            if (const auto mounted = mountDisk(name); !mounted) {
                WARN("NOT RUN: " << mounted.error().detail.toStdString());
                return false;
            }
        }
        mall = std::make_unique<ProcessMall>(MallPlan{.kiosks = 2,
            .serviceInside = place->inside(),
            .kioskInside = place->inside(),
            .siteFolder = disk("service") + QStringLiteral("/site"),
            .kioskFolder = disk("kiosks") + QStringLiteral("/kiosks")});
        mall->startService();
        mall->openHall();
        mall->startKiosks();
        REQUIRE(mall->eachGivesMore(3));
        return true;
    }
    [[nodiscard]] QString disk(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    /// Until not a byte fits.
    void fill(const char *name)
    {
        // dd ends with an error when the disk is full, which is what it is for.
        CHECK_FALSE(place->run(
            QStringLiteral("dd if=/dev/zero of=%1/ballast bs=1024 oflag=append conv=notrunc")
                .arg(disk(name))));
    }
    void clear(const char *name)
    {
        did(place->run(QStringLiteral("rm %1/ballast").arg(disk(name))));
    }

    std::unique_ptr<Place> place;
    std::unique_ptr<ProcessMall> mall;

private:
    /// The machine's root mounts ext4 from a file, everybody else a tmpfs: full is full.
    Result<> mountDisk(const char *name)
    {
        if (geteuid() != 0)
            return place->run(QStringLiteral("mount -t tmpfs -o size=4m antre %1").arg(disk(name)));
        const QString image = disk(name) + QStringLiteral(".ext4");
        return place->run(QStringLiteral("truncate --size 8M %1").arg(image))
            .and_then([&] {
                return place->run(
                    QStringLiteral("mkfs.ext4 -q -m 0 -O ^has_journal %1").arg(image));
            })
            .and_then([&] {
                return place->run(QStringLiteral("mount -o loop %1 %2").arg(image, disk(name)));
            });
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE(
    "A kiosk whose disk is full says so, loses nothing and goes on when there is room", "[disk]")
{
    SmallDisks disks;
    if (!disks.up())
        return;
    ProcessMall &mall = *disks.mall;
    disks.fill("kiosks");
    const auto saysFull
        = [](const KioskView &view) { return view.disk == QLatin1String("diskFull"); };
    CHECK(eventually([&] { return mall.all(saysFull); }));
    letPass(1s);
    INFO(mall.story());
    disks.clear("kiosks");
    CHECK(mall.eachGivesMore(5));
    CHECK(mall.all([](const KioskView &view) { return view.disk.isEmpty(); }));
    checkBooks(mall, "kiosk's disk full");
}

TEST_CASE("A service whose disk is full promises nothing that it can't keep", "[disk]")
{
    SmallDisks disks;
    if (!disks.up())
        return;
    ProcessMall &mall = *disks.mall;
    disks.fill("service");
    const auto givesOwn = [](const KioskView &view) { return view.gaveOwn >= 3; };
    CHECK(eventually([&] { return mall.all(givesOwn); }));
    INFO(mall.story());
    disks.clear("service");
    CHECK(mall.eachGivesMore(5));
    checkBooks(mall, "service's disk full");
}
