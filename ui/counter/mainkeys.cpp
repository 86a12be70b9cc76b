// SPDX-License-Identifier: Apache-2.0
#include "counter/mainkeys.h"

#include "common/desktopkey.h"
#include "counter/counterwords.h"

#include <QStackedLayout>

#include <algorithm>

namespace antre {

static QString iconOf(Wish wish)
{
    switch (wish) {
    case Wish::Start:
        return QStringLiteral("ui-counter");
    case Wish::Finish:
        return QStringLiteral("ui-check");
    case Wish::Resume:
        return QStringLiteral("ui-forward");
    case Wish::Help:
        return QStringLiteral("ui-people");
    default:
        return QStringLiteral("ui-call");
    }
}

MainKeys::MainKeys(const Theme &theme, Size size, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
    , m_place(new QStackedLayout(this))
{
    m_place->setContentsMargins(0, 0, 0, 0);
    for (const Wish wish : {Wish::CallNext, Wish::Help, Wish::Start, Wish::Finish, Wish::Resume}) {
        auto *key = new DesktopKey(theme, KeyKind::Primary, {}, QString(), this);
        if (size == Size::Roomy)
            key->setCap(CounterWords::cap(wish));
        else
            key->setPadding(theme.dp(12));
        connect(key, &DesktopKey::clicked, this, [this, wish] { Q_EMIT pressed(wish); });
        m_place->addWidget(key);
        m_keys.emplace_back(wish, key);
    }
}

DesktopKey *MainKeys::key(Wish wish) const
{
    return std::ranges::find(m_keys, wish, &std::pair<Wish, DesktopKey *>::first)->second;
}

void MainKeys::setView(const CounterView &view, bool late, bool isYellow)
{
    const Wish wish = view.mainKey;
    const KeyView &state = view.key(wish);
    const bool isSmall = m_size == Size::Small;
    KeyContent content{.text = u"<b>"
            % (isSmall ? CounterWords::shortKey(wish, view) : CounterWords::key(wish, view))
            % u"</b>"};
    content.icon = iconOf(wish);
    content.iconPx = m_theme.dp(isSmall ? 26 : 28);
    content.type = isSmall ? Type::Body : Type::Title;
    content.weight = Weight::Regular;
    content.centred = false;
    if (!isSmall)
        content.second = state.isPending && late
            ? CounterWords::waitingForAnswer()
            : CounterWords::longHindrance(state.hindrance, view);
    const QString sentence = CounterWords::hindranceSentence(state.hindrance, view);
    DesktopKey *shown = key(wish);
    shown->setKind(view.nextStep == wish && isYellow ? KeyKind::Primary : KeyKind::Plain);
    shown->setContent(content);
    shown->setAccessibleName(CounterWords::key(wish, view));
    shown->setClosed(
        state.hindrance != Hindrance::None && state.hindrance != Hindrance::Working, sentence);
    shown->setToolTip(sentence);
    shown->setDown(state.isPending);
    const bool hadFocus = m_place->currentWidget()->hasFocus();
    m_place->setCurrentWidget(shown);
    if (hadFocus)
        shown->setFocus(Qt::OtherFocusReason);
}

} // namespace antre
