// SPDX-License-Identifier: Apache-2.0
#include "common/neighbour.h"

#include <QAbstractButton>

#include <algorithm>
#include <limits>

namespace antre {

/// From one stretch to another of the same axis; 0 where they overlap.
static int apart(int from, int until, int otherFrom, int otherUntil)
{
    return std::max({0, otherFrom - until, from - otherUntil});
}

QWidget *neighbour(QWidget *window, QWidget *from, Qt::Key arrow)
{
    if (!from || !window->isAncestorOf(from))
        return nullptr;
    const auto placeOf = [window](const QWidget *widget) {
        return QRect(widget->mapTo(window, QPoint(0, 0)), widget->size());
    };
    const QRect here = placeOf(from);
    QWidget *best = nullptr;
    int bestFar = std::numeric_limits<int>::max();
    for (auto *button : window->findChildren<QAbstractButton *>()) {
        if (button == from || !button->isVisible() || !button->isEnabled())
            continue;
        const QRect there = placeOf(button);
        const bool upright = arrow == Qt::Key_Up || arrow == Qt::Key_Down;
        const QPoint way = there.center() - here.center();
        const bool ahead = arrow == Qt::Key_Up ? there.bottom() < here.top()
            : arrow == Qt::Key_Down            ? there.top() > here.bottom()
            : arrow == Qt::Key_Left            ? there.right() < here.left()
                                               : there.left() > here.right();
        if (!ahead)
            continue;
        const int aside = upright
            ? apart(here.left(), here.right(), there.left(), there.right()) * 1000
                + std::abs(way.x())
            : apart(here.top(), here.bottom(), there.top(), there.bottom()) * 1000
                + std::abs(way.y());
        const int along = upright ? apart(here.top(), here.bottom(), there.top(), there.bottom())
                                  : apart(here.left(), here.right(), there.left(), there.right());
        const int far = along * 4 + aside;
        if (far < bestFar) {
            bestFar = far;
            best = button;
        }
    }
    return best;
}

} // namespace antre
