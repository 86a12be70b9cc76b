// SPDX-License-Identifier: Apache-2.0
#include "counter/look.h"

#include "common/focusring.h"

#include <QAbstractScrollArea>
#include <QLineEdit>
#include <QPalette>
#include <QScrollBar>

namespace antre {

static QString thinBar(const Theme &theme)
{
    return QStringLiteral(
        "QScrollBar:vertical { width: %2px; background: transparent; margin: 0; }"
        "QScrollBar::handle:vertical { background: %1; border-radius: 4px; min-height: 28px; "
        "margin: 1px; }"
        "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
        "QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }")
        .arg(theme.colour(Colour::Line).name())
        .arg(theme.dp(10));
}

void makePlain(QAbstractScrollArea *area, const Theme &theme)
{
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    QPalette palette = area->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    palette.setColor(QPalette::Window, Qt::transparent);
    area->setPalette(palette);
    area->verticalScrollBar()->setStyleSheet(thinBar(theme));
}

void makeField(QLineEdit *field, const Theme &theme)
{
    field->setFont(theme.font(Type::Title));
    field->setFixedHeight(theme.dp(48));
    field->setProperty(FocusRing::followMe, true);
    field->setStyleSheet(
        QStringLiteral("QLineEdit { background: %1; color: %2; border: 2px solid %3; "
                       "border-radius: 6px; padding: 0 12px; }")
            .arg(theme.colour(Colour::Paper).name(), theme.colour(Colour::Ink).name(),
                theme.colour(Colour::Line).name()));
}

void makeField(QAbstractScrollArea *list, const Theme &theme)
{
    makePlain(list, theme);
    list->setProperty(FocusRing::followMe, true);
    list->setObjectName(QStringLiteral("field"));
    list->setStyleSheet(
        QStringLiteral(
            "#field { background: %1; border: 2px solid %2; border-radius: 6px; padding: 3px; }")
            .arg(theme.colour(Colour::Paper).name(), theme.colour(Colour::Line).name()));
}

QWidget *hairLine(const Theme &theme, QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(1);
    fill(line, theme, Colour::Hair);
    return line;
}

void fill(QWidget *widget, const Theme &theme, Colour ground)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Window, theme.colour(ground));
    widget->setPalette(palette);
    widget->setAutoFillBackground(true);
}

} // namespace antre
