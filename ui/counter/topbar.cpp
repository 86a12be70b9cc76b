// SPDX-License-Identifier: Apache-2.0
#include "counter/topbar.h"

#include "common/clocktext.h"
#include "common/desktopkey.h"
#include "common/headerbar.h"
#include "common/numberlabel.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"

#include <QHBoxLayout>
#include <QPainter>

namespace antre {

static constexpr int barHeight = 58;
static constexpr int tightHeight = 48;
static constexpr int keyHeight = 41;
/// Below this, in pixels of the theme, the agencies have no room.
static constexpr int agenciesWidth = 1000;
static constexpr int officerWidthMax = 210;
static constexpr int tightOfficerWidthMax = 186;

static TextLabel *onSea(const Theme &theme, Type type, Weight weight, QWidget *parent)
{
    auto *label = new TextLabel(theme, QString(), type, weight, parent);
    label->setColour(theme.colour(Colour::OnSea));
    label->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    label->setMaxLines(2);
    return label;
}

TopBar::TopBar(const Theme &theme, DeskShape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_counter(onSea(theme, Type::Title, Weight::Bold, this))
    , m_agencies(onSea(theme, Type::Body, Weight::Regular, this))
    , m_officer(onSea(theme, Type::Body, Weight::Regular, this))
    , m_pause(new DesktopKey(theme, KeyKind::Bar,
          {.text = tr("Break …"),
              .icon = QStringLiteral("ui-park"),
              .iconPx = theme.dp(20),
              .type = Type::Body},
          QString(), this))
    , m_display(new DesktopKey(theme, KeyKind::Bar,
          {.text = tr("Display"),
              .icon = QStringLiteral("ui-text-size"),
              .iconPx = theme.dp(20),
              .type = Type::Body},
          QString(), this))
    , m_close(new DesktopKey(theme, KeyKind::Bar,
          {.text = tr("Close counter"),
              .icon = QStringLiteral("ui-close"),
              .iconPx = theme.dp(18),
              .type = Type::Body},
          QString(), this))
    , m_clock(new NumberLabel(theme, QString(), theme.dp(24), this))
{
    const bool isTight = shape == DeskShape::Tight;
    setFixedHeight(theme.dp(isTight ? tightHeight : barHeight));
    m_counter->setOneLine();
    m_officer->setMaximumWidth(theme.dp(isTight ? tightOfficerWidthMax : officerWidthMax));
    m_officer->setAlign(Qt::AlignRight | Qt::AlignVCenter);
    m_clock->setColour(theme.colour(Colour::OnSea));
    m_clock->setAlign(Qt::AlignRight | Qt::AlignVCenter);
    m_display->setCap(QStringLiteral("F3"));
    m_close->setCap(CounterWords::cap(Wish::SignOut));
    m_pause->setCap(CounterWords::cap(Wish::Pause));
    for (DesktopKey *key : {m_pause, m_display, m_close})
        key->setFixedHeight(theme.dp(keyHeight));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.dp(isTight ? 12 : 20), 0, theme.dp(isTight ? 12 : 20), 0);
    row->setSpacing(theme.dp(isTight ? 8 : 14));
    row->addWidget(new MarkPicture(theme.dp(34), theme.colour(Colour::OnSea), this));
    row->addWidget(m_counter);
    row->addWidget(m_agencies, 1);
    row->addStretch(0);
    row->addWidget(m_officer);
    row->addWidget(m_pause);
    row->addWidget(m_display);
    row->addWidget(m_close);
    row->addWidget(m_clock);
}

void TopBar::setView(const CounterView &view)
{
    const bool signedIn = view.phase != DeskPhase::SignedOut;
    const bool inLobby = view.phase == DeskPhase::InLobby;
    const QString here = inLobby ? tr("Lobby") : tr("Sign in at a counter");
    m_counter->setMarkup(view.counter.isEmpty() ? here : CounterWords::counterName(view.counter));
    m_agencies->setMarkup(view.agencies.join(QStringLiteral(" · ")));
    m_officer->setMarkup(view.officerName);
    m_officer->setVisible(signedIn);
    m_close->setVisible(signedIn);
    // While it rests, the large key ends that.
    m_pause->setVisible(signedIn && !inLobby && !view.pause);
    KeyContent close = m_close->content();
    close.text = inLobby ? tr("Sign out") : tr("Close counter");
    m_close->setContent(close);
    for (const auto &[key, wish] :
        {std::pair(m_pause, Wish::Pause), std::pair(m_close, Wish::SignOut)})
        key->setDown(view.key(wish).isPending);
    m_clock->setVisible(view.now.has_value());
    if (view.now)
        m_clock->setNumber(clockText(*view.now, view.language));
}

/// Whose counter it is can be missed before anything else can.
void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_agencies->setVisible(width() >= m_theme.dp(agenciesWidth));
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(m_theme.isHighContrast() ? Colour::Page : Colour::Sea));
}

} // namespace antre
