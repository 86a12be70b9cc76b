// SPDX-License-Identifier: Apache-2.0
#include "counter/panel.h"

#include "common/desktopkey.h"
#include "common/headerbar.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace antre {

Panel::Panel(const Theme &theme, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, QString(), Type::Title, Weight::Bold, this))
    , m_about(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
    , m_body(new QVBoxLayout)
    , m_keys(new QHBoxLayout)
    , m_yes(new DesktopKey(theme, KeyKind::Primary, {}, QString(), this))
    , m_no(new DesktopKey(theme, KeyKind::Plain,
          {.text = tr("Back"),
              .icon = QStringLiteral("ui-back"),
              .iconPx = theme.dp(20),
              .type = Type::Body},
          QString(), this))
    , m_yesIcon(icon)
{
    m_about->setColour(theme.colour(Colour::Ink2));
    m_yes->setCap(tr("Enter"));
    m_yes->setFixedHeight(theme.dp(60));
    m_no->setFixedHeight(theme.dp(60));
    m_no->setCap(tr("Esc"));
    m_body->setSpacing(theme.dp(8));
    m_keys->setSpacing(theme.gap());
    m_keys->addWidget(m_no);
    m_keys->addStretch();
    m_keys->addWidget(m_yes);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme.dp(21), theme.dp(16), theme.dp(20), theme.dp(16));
    all->setSpacing(theme.dp(12));
    auto *head = new QVBoxLayout;
    head->setSpacing(theme.dp(2));
    head->addWidget(m_title);
    head->addWidget(m_about);
    all->addLayout(head);
    all->addLayout(m_body, 1);
    all->addLayout(m_keys);
    connect(m_yes, &DesktopKey::clicked, this, [this] { confirm(); });
    connect(m_no, &DesktopKey::clicked, this, &Panel::closed);
}

void Panel::setTitle(const QString &title, const QString &about)
{
    m_title->setMarkup(title);
    m_about->setMarkup(about);
    m_about->setVisible(!about.isEmpty());
    setAccessibleName(title);
}

void Panel::setYes(const QString &words, const KeyView &key, const QString &missing)
{
    KeyContent content{.text = u"<b>" % words % u"</b>"};
    content.icon = m_yesIcon;
    content.iconPx = m_theme.dp(26);
    content.type = Type::Lead;
    content.weight = Weight::Regular;
    content.second = missing;
    const bool isReady = missing.isEmpty() && (key.isUsable() || key.isPending);
    m_yes->setKind(isReady ? KeyKind::Primary : KeyKind::Plain);
    m_yes->setContent(content);
    m_yes->setClosed(!isReady, missing);
    m_yes->setDown(key.isPending);
}

TextLabel *Panel::heading(const QString &words)
{
    auto *label = new TextLabel(m_theme, words, Type::Body, Weight::Bold, this);
    label->setOneLine();
    return label;
}

bool Panel::confirmOn(Wish pressed, Wish own)
{
    if (pressed == own)
        confirm();
    return pressed == own;
}

bool Panel::event(QEvent *event)
{
    const bool result = QWidget::event(event);
    // What can be chosen comes and goes while the panel is open.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        orderTabs();
    return result;
}

/// Tab follows the eye: row by row, from left to right, the keys at the foot last.
void Panel::orderTabs()
{
    static constexpr int rowHeight = 20; // less than that apart is one row
    layout()->activate();
    std::vector<std::pair<std::pair<int, int>, QWidget *>> stops;
    for (QWidget *widget : findChildren<QWidget *>()) {
        if (widget->isVisibleTo(this) && (widget->focusPolicy() & Qt::TabFocus)) {
            const QPoint middle = widget->mapTo(this, widget->rect().center());
            stops.push_back({{middle.y() / m_theme.dp(rowHeight), middle.x()}, widget});
        }
    }
    std::ranges::stable_sort(stops, std::less<>(), [](const auto &stop) { return stop.first; });
    for (size_t i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1].second, stops[i].second);
}

void Panel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        confirm();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Paper));
    painter.fillRect(QRect(0, 0, 1, height()), m_theme.colour(Colour::Hair));
}

} // namespace antre
