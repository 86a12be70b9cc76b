// SPDX-License-Identifier: Apache-2.0
#include "counter/undostrip.h"

#include "common/desktopkey.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "domain/command.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace antre {

static constexpr int barHeight = 5;

UndoStrip::UndoStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
    , m_key(
          new DesktopKey(theme, KeyKind::Plain, {.text = tr("Undo"), .type = Type::Body}, {}, this))
{
    setFixedHeight(theme.dp(56));
    m_words->setMaxLines(2);
    m_words->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_key->setCap(QStringLiteral("Ctrl+Z"));
    m_key->setFixedHeight(theme.dp(40));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.dp(12), theme.dp(4), theme.dp(6), theme.dp(4 + barHeight));
    row->setSpacing(theme.dp(8));
    row->addWidget(m_words, 1);
    row->addWidget(m_key);
    connect(m_key, &DesktopKey::clicked, this, &UndoStrip::pressed);
    hide();
}

void UndoStrip::setView(const CounterView &view)
{
    setVisible(view.undo.has_value());
    if (!view.undo)
        return;
    const QString words = CounterWords::undo(*view.undo);
    m_words->setMarkup(words);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(view.undo->left);
    m_part = double(seconds.count())
        / double(std::chrono::duration_cast<std::chrono::seconds>(undoWithin).count());
    m_key->setAccessibleDescription(
        tr("%1. Possible for %2 more seconds.").arg(words).arg(seconds.count()));
    m_key->setDown(view.key(Wish::Undo).isPending);
    update();
    if (std::exchange(m_action, view.undo->action) == view.undo->action)
        return;
    QAccessibleEvent alert(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void UndoStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::SeaTint));
    if (m_theme.isHighContrast()) {
        painter.setPen(QPen(m_theme.colour(Colour::Line), m_theme.border()));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    const int bar = m_theme.dp(barHeight);
    const int width = int(this->width() * std::clamp(m_part, 0.0, 1.0));
    painter.fillRect(QRect(0, height() - bar, this->width(), bar), m_theme.colour(Colour::Hair));
    painter.fillRect(QRect(0, height() - bar, width, bar), m_theme.colour(Colour::Sea));
}

} // namespace antre
