// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/measure.h"

#include "common/key.h"
#include "common/notestrip.h"
#include "common/textlabel.h"
#include "kiosk/parts.h"
#include "kiosk/timeoutlayer.h"
#include "ui/kiosk/states.h"

#include <QHash>

namespace antre {

namespace {

QRect placeIn(const QWidget &part, const QWidget *widget)
{
    return {widget->mapTo(&part, QPoint(0, 0)), widget->size()};
}

QList<Key *> keysOf(const QWidget &part)
{
    QList<Key *> keys = part.findChildren<Key *>();
    keys.removeIf([&](const Key *key) { return !key->isVisibleTo(&part); });
    return keys;
}

/// The colour that most of the area has: its ground.
QColor groundOf(const QImage &picture, QRect area)
{
    area &= picture.rect();
    QHash<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); y += 2)
        for (int x = area.left(); x <= area.right(); x += 2)
            ++counts[picture.pixel(x, y)];
    QRgb most = 0;
    int count = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > count) {
            most = it.key();
            count = it.value();
        }
    }
    return QColor::fromRgb(most);
}

} // namespace

QStringList cutTexts(const QWidget &part)
{
    QStringList cut;
    for (auto *key : keysOf(part))
        if (key->isCut())
            cut << key->accessibleName();
    for (auto *label : part.findChildren<TextLabel *>())
        if (label->isVisibleTo(&part) && label->isCut())
            cut << label->text();
    for (auto *note : part.findChildren<NoteStrip *>())
        if (note->isVisibleTo(&part) && note->isCut())
            cut << note->text();
    for (auto *list : part.findChildren<RequirementList *>())
        if (list->isVisibleTo(&part) && list->isCut())
            cut << list->text();
    return cut;
}

QStringList overlaps(const QWidget &part)
{
    QStringList found;
    QList<QWidget *> parts;
    for (auto *widget : part.findChildren<QWidget *>())
        if (widget->isVisibleTo(&part)
            && (qobject_cast<QLabel *>(widget) || qobject_cast<Key *>(widget)))
            parts << widget;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        for (qsizetype j = i + 1; j < parts.size(); ++j) {
            if (parts[i]->isAncestorOf(parts[j]) || parts[j]->isAncestorOf(parts[i]))
                continue;
            const QRect common = placeIn(part, parts[i]) & placeIn(part, parts[j]);
            if (common.width() > 4 && common.height() > 4)
                found << parts[i]->accessibleName() % u" / " % parts[j]->accessibleName();
        }
    }
    return found;
}

QStringList smallKeys(const QWidget &part, const Theme &theme, double leastMm)
{
    QStringList small;
    const int least = theme.px(leastMm) - 1;
    for (auto *key : keysOf(part))
        if (key->width() < least || key->height() < least)
            small << QStringLiteral("%1: %2 x %3 mm")
                         .arg(key->accessibleName())
                         .arg(key->width() / theme.scale().pxPerMm, 0, 'f', 1)
                         .arg(key->height() / theme.scale().pxPerMm, 0, 'f', 1);
    return small;
}

QStringList closeKeys(const QWidget &part, const Theme &theme, double leastMm)
{
    QStringList close;
    const auto keys = keysOf(part);
    const int least = theme.px(leastMm) - 1;
    const auto faceOf
        = [&](Key *key) { return placeIn(part, key).adjusted(0, 0, 0, -theme.edge()); };
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const QRect one = faceOf(keys[i]);
        for (qsizetype j = i + 1; j < keys.size(); ++j) {
            const QRect other = faceOf(keys[j]);
            const int across
                = std::max(one.left(), other.left()) - std::min(one.right(), other.right()) - 1;
            const int down
                = std::max(one.top(), other.top()) - std::min(one.bottom(), other.bottom()) - 1;
            if (std::max(across, down) < least)
                close << QStringLiteral("%1 / %2: %3 mm")
                             .arg(keys[i]->accessibleName(), keys[j]->accessibleName())
                             .arg(std::max(across, down) / theme.scale().pxPerMm, 0, 'f', 1);
        }
    }
    return close;
}

QStringList paleTexts(QWidget &window, double least)
{
    const QImage picture = window.grab().toImage();
    QStringList pale;
    const auto measure = [&](const QString &text, QColor ink, QColor ground) {
        if (contrast(ink, ground) < least)
            pale << QStringLiteral("%1: %2 on %3 is %4")
                        .arg(text, ink.name(), ground.name())
                        .arg(contrast(ink, ground), 0, 'f', 1);
    };
    for (auto *label : window.findChildren<TextLabel *>())
        if (label->isVisible() && !label->text().isEmpty())
            measure(label->text(), label->colour(), groundOf(picture, placeIn(window, label)));
    for (auto *key : keysOf(window))
        if (!key->accessibleName().isEmpty())
            measure(
                key->accessibleName(), key->inkColour(), groundOf(picture, placeIn(window, key)));
    return pale;
}

QStringList outside(const QWidget &window)
{
    QStringList out;
    for (auto *widget : window.findChildren<QWidget *>()) {
        const bool holds = qobject_cast<QLabel *>(widget) || qobject_cast<Key *>(widget);
        if (holds && widget->isVisible() && !window.rect().contains(placeIn(window, widget)))
            out << widget->accessibleName();
    }
    return out;
}

QStringList smallTexts(const QWidget &part, int pixels)
{
    QStringList small;
    for (auto *label : part.findChildren<TextLabel *>())
        if (label->isVisibleTo(&part) && !label->text().isEmpty() && label->shownPx() < pixels)
            small << QStringLiteral("%1: %2 px").arg(label->text()).arg(label->shownPx());
    for (auto *list : part.findChildren<RequirementList *>())
        if (list->isVisibleTo(&part) && list->shownPx() < pixels)
            small << QStringLiteral("%1: %2 px").arg(list->text()).arg(list->shownPx());
    for (auto *key : keysOf(part))
        if (key->shownPx() > 0 && key->shownPx() < pixels)
            small << QStringLiteral("%1: %2 px").arg(key->accessibleName()).arg(key->shownPx());
    return small;
}

QStringList shownTexts(const QWidget &part)
{
    QStringList texts;
    for (auto *label : part.findChildren<QLabel *>())
        if (label->isVisibleTo(&part) && !label->text().isEmpty())
            texts << label->text();
    for (auto *key : keysOf(part))
        texts << key->accessibleName();
    return texts;
}

/// News and questions make the keys of the start screen lower for a while.
static double leastMmOf(const KioskState &state)
{
    const auto &screen = state.screen;
    const bool isPlain = screen.printer == PrinterNow::Ready && !screen.roll && !screen.reprint
        && !screen.isAway && !screen.isShut;
    return state.way == KioskState::Way::Start && !isPlain ? 12 : tokens().targetMin;
}

QStringList faultsIn(const KioskState &state, const KioskMode &mode)
{
    const auto window = kioskIn(state, mode);
    const auto &theme = window->look().theme;
    QWidget *stage = state.warned ? static_cast<QWidget *>(window->warning()) : window->page();
    if (!stage)
        return {QStringLiteral("it never came")};
    QStringList faults;
    const auto add = [&](const char *what, const QStringList &which) {
        for (const QString &one : which)
            faults += QLatin1String(what) % u": " % one;
    };
    add("cut", cutTexts(*window));
    add("covered", overlaps(*stage));
    add("outside", outside(*window));
    add("small", smallKeys(*stage, theme, leastMmOf(state)));
    add("close", closeKeys(*stage, theme, 3));
    add("close", closeKeys(*window->helpBar(), theme, 3));
    if (!state.warned) // its ground is dimmed
        add("pale", paleTexts(*window, mode.contrast ? 7 : 4.5));
    return faults;
}

} // namespace antre
