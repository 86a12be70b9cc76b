// SPDX-License-Identifier: Apache-2.0
#include "common/key.h"
#include "common/notestrip.h"
#include "kiosk/pages.h"

#include <QBoxLayout>
#include <QPainter>

namespace antre {

Page::Page(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Page::setTime(const QString &, const QString &) { }
void Page::setSecondsLeft(int) { }

void Page::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().colour(Colour::Page));
}

Key *Page::actionKey(const QString &text, const QString &icon)
{
    KeyContent content{.text = text, .icon = icon};
    content.iconPx = theme().px(look().isPortrait() ? 13 : 11);
    auto *key = new Key(theme(), KeyKind::Plain, content, this);
    key->setFixedHeight(theme().px(look().isPortrait() ? 34 : look().isSmall() ? 20.5 : 28));
    return key;
}

Key *Page::primaryKey(const QString &text, const QString &icon)
{
    KeyContent content{.text = text, .icon = icon};
    content.type = look().isSmall() ? Type::Title : Type::Headline;
    content.iconPx = theme().px(look().isSmall() ? 14 : 19);
    return new Key(theme(), KeyKind::Primary, content, this);
}

void Page::addNote(QBoxLayout *layout, const std::optional<Note> &note)
{
    if (note)
        layout->addWidget(new NoteStrip(theme(), note->kind, note->icon, note->markup,
            look().isSmall() ? Type::Body : Type::Lead, this));
}

} // namespace antre
