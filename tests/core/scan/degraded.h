// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

#include <vector>

namespace antre::test {

/// A code as a kiosk's camera sees it when things aren't well.
struct DegradedPicture
{
    QString trouble; ///< "blur"
    int degree = 0; ///< 0: slight; grows
    QString text; ///< what the code says
    QImage picture;
};

/// Two hundred pictures, twenty-five of each trouble, slight to hopeless: turned, out of focus,
/// moved, glare, seen from the side, a phone's dots against the camera's (moire), low light, and a
/// crumpled slip's faded print. The same ones every time.
[[nodiscard]] std::vector<DegradedPicture> degradedPictures();

} // namespace antre::test
