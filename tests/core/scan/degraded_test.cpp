// SPDX-License-Identifier: Apache-2.0
#include "core/scan/degraded.h"
#include "scan/qrreader.h"
#include "support/catch.h"

#include <map>

using namespace antre;

TEST_CASE("Most codes are read in the state in which people bring them", "[scan]")
{
    QZXingReader reader;
    std::map<QString, int> readOf;
    int read = 0;
    int wrong = 0;
    const auto pictures = test::degradedPictures();
    REQUIRE(pictures.size() == 200);
    for (const auto &picture : pictures) {
        const auto text = reader.read(picture.picture);
        read += text == picture.text ? 1 : 0;
        readOf[picture.trouble] += text == picture.text ? 1 : 0;
        wrong += text && text != picture.text ? 1 : 0;
    }
    for (const auto &[trouble, count] : readOf)
        UNSCOPED_INFO(trouble.toStdString() << " " << count);
    // bench_scan prints what another maker's reader makes of the same pictures.
    CHECK(read >= 150);
    CHECK(wrong == 0);
}
