// SPDX-License-Identifier: Apache-2.0
#include "counter/counterbar.h"

#include "common/desktopkey.h"
#include "common/numberlabel.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "counter/look.h"
#include "counter/mainkeys.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace antre {

static constexpr int keyHeight = 56;

CounterBar::CounterBar(const Theme &theme, Size size, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
    , m_number(new NumberLabel(theme, QString(), theme.dp(48), this))
    , m_story(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
    , m_main(new MainKeys(theme, MainKeys::Size::Small, this))
    , m_window(new DesktopKey(theme, KeyKind::Plain,
          {.text = QString(), .icon = QStringLiteral("ui-up"), .iconPx = theme.dp(24)}, {}, this))
{
    setFixedHeight(theme.dp(84));
    m_number->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_number->setFixedWidth(theme.dp(140));
    m_story->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_story->setLineHeight(1.25);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.dp(18), 0, theme.dp(12), 0);
    row->setSpacing(theme.dp(14));
    row->addWidget(m_number);
    row->addWidget(m_story, 1);
    std::vector<Wish> wishes{Wish::CallAgain, Wish::NoShow, Wish::Park};
    if (size == Size::Wide)
        wishes.insert(wishes.end(), {Wish::Transfer, Wish::Pause});
    for (const Wish wish : wishes) {
        auto *key = new DesktopKey(theme, KeyKind::Plain, {}, {}, this);
        if (size == Size::Wide)
            key->setCap(CounterWords::cap(wish));
        else
            key->setFixedWidth(theme.dp(52));
        key->setPadding(theme.dp(size == Size::Wide ? 10 : 6));
        key->setFixedHeight(theme.dp(keyHeight));
        connect(key, &DesktopKey::clicked, this, [this, wish] { Q_EMIT pressed(wish); });
        m_keys.emplace_back(wish, key);
        row->addWidget(key);
    }
    m_main->setFixedSize(theme.dp(size == Size::Wide ? 172 : 140), theme.dp(keyHeight));
    row->addWidget(m_main);
    auto *line = new QWidget(this);
    line->setFixedSize(1, theme.dp(48));
    fill(line, theme, Colour::Hair);
    row->addWidget(line);
    m_window->setFixedSize(theme.dp(40), theme.dp(keyHeight));
    m_window->setPadding(0);
    m_window->setAccessibleName(tr("Show the whole window"));
    m_window->setToolTip(tr("Show the whole window") % u" (Ctrl+B)");
    row->addWidget(m_window);
    connect(m_main, &MainKeys::pressed, this, &CounterBar::pressed);
}

DesktopKey *CounterBar::key(Wish wish) const
{
    const auto found = std::ranges::find(m_keys, wish, &std::pair<Wish, DesktopKey *>::first);
    return found == m_keys.end() ? m_main->key(wish) : found->second;
}

void CounterBar::setView(const CounterView &view, bool late, bool isYellow)
{
    m_number->setNumber(view.current ? view.current->number : QStringLiteral("–"));
    m_number->setAccessibleName(
        view.current ? view.current->number : CounterWords::phase(view.phase));
    m_story->setMarkup(story(view));
    for (const auto &[wish, key] : m_keys)
        setKey(wish, view);
    m_main->setView(view, late, isYellow);
}

void CounterBar::setKey(Wish wish, const CounterView &view)
{
    const KeyView &state = view.key(wish);
    const QString name = CounterWords::key(wish, view);
    const QString sentence = CounterWords::hindranceSentence(state.hindrance, view);
    DesktopKey *button = key(wish);
    button->setContent({.text = QString(),
        .icon = CounterWords::icon(wish),
        .iconPx = m_theme.dp(24),
        .centred = m_size == Size::Small});
    button->setAccessibleName(name);
    button->setClosed(
        state.hindrance != Hindrance::None && state.hindrance != Hindrance::Working, sentence);
    button->setToolTip(sentence.isEmpty() ? CounterWords::nameAndCap(wish, view) : sentence);
    button->setDown(state.isPending);
}

/// Two short lines: what goes on at the desk, and how many wait.
QString CounterBar::story(const CounterView &view)
{
    const auto line = [](const QString &figure, const QString &words) {
        return QString(u"<b>" % figure % u"</b> " % words);
    };
    QString first;
    if (view.pause)
        first = line(CounterWords::timer(view.pause->lasting, view.language), tr("on a break"));
    else if (view.current)
        first = line(CounterWords::timer(view.current->lasting, view.language),
            view.phase == DeskPhase::Serving ? tr("serving") : tr("called"));
    else
        first = tr("Free");
    const QString second = view.isLinkUp ? line(QString::number(view.waiting.size()), tr("waiting"))
                                         : u"<b>" % tr("not connected") % u"</b>";
    return first % u'\n' % second;
}

void CounterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Page));
}

} // namespace antre
