// SPDX-License-Identifier: Apache-2.0
#include "counter/lookpage.h"

#include "common/card.h"
#include "common/desktopkey.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace antre {

static constexpr int cardWidthMax = 720;

LookPage::LookPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    //: The key that changes to the other language, named in that language.
    , m_language(makeKey(QStringLiteral("ui-language"), tr("Indonesia"), {}, {}))
    , m_large(makeKey(
          QStringLiteral("ui-text-size"), tr("Larger letters"), {}, QStringLiteral("Ctrl++")))
    , m_contrast(
          makeKey(QStringLiteral("ui-contrast"), tr("High contrast"), {}, QStringLiteral("Ctrl+H")))
    , m_list(makeKey(QStringLiteral("ui-people"), tr("Large list"),
          tr("Only who waits, and one line of keys"), QStringLiteral("Ctrl+L")))
    , m_bar(makeKey(QStringLiteral("ui-down"), tr("Small bar"), tr("Stays above other programs"),
          QStringLiteral("Ctrl+B")))
    , m_back(makeKey(QStringLiteral("ui-back"), tr("Back"), {}, tr("Esc")))
    , m_everywhere(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
{
    m_everywhere->setColour(theme.colour(Colour::Ink2));
    auto *card = new Card(theme, this);
    card->setMaximumWidth(theme.dp(cardWidthMax));
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(theme.dp(28), theme.dp(20), theme.dp(28), theme.dp(22));
    rows->setSpacing(theme.dp(10));
    rows->addWidget(new TextLabel(theme, tr("Display"), Type::Title, Weight::Bold, card));
    for (DesktopKey *key : {m_language, m_large, m_contrast, m_list, m_bar})
        rows->addWidget(key);
    rows->addWidget(m_everywhere);
    rows->addWidget(m_back, 0, Qt::AlignLeft);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme.dp(20), theme.dp(16), theme.dp(20), theme.dp(16));
    auto *middle = new QHBoxLayout;
    middle->addWidget(card);
    all->addLayout(middle);
    all->addStretch();
    const auto changes = [this](DesktopKey *key, auto change) {
        connect(key, &DesktopKey::clicked, this, [this, change] {
            ConsoleHabits habits = m_habits;
            change(habits);
            Q_EMIT wanted(habits);
        });
    };
    connect(m_language, &DesktopKey::clicked, this, &LookPage::languageWanted);
    connect(m_back, &DesktopKey::clicked, this, &LookPage::closed);
    changes(m_large, [](ConsoleHabits &habits) { habits.largeText = !habits.largeText; });
    changes(m_contrast, [](ConsoleHabits &habits) { habits.highContrast = !habits.highContrast; });
    changes(m_list, [](ConsoleHabits &habits) {
        habits.face = habits.face == ConsoleFace::List ? ConsoleFace::Window : ConsoleFace::List;
    });
    changes(m_bar, [](ConsoleHabits &habits) { habits.face = ConsoleFace::Bar; });
}

DesktopKey *LookPage::makeKey(
    const QString &icon, const QString &words, const QString &about, const QString &cap)
{
    auto *key = new DesktopKey(m_theme, KeyKind::Plain,
        {.text = u"<b>" % words % u"</b>",
            .icon = icon,
            .second = about,
            .iconPx = m_theme.dp(22),
            .type = Type::Body,
            .weight = Weight::Regular,
            .centred = false},
        QString(), this);
    key->setCap(cap);
    key->setFixedHeight(m_theme.dp(52));
    return key;
}

void LookPage::setView(const CounterView &view, const ConsoleHabits &habits,
    GlobalKeys::Reach reach, const std::vector<Wish> &missing)
{
    m_habits = habits;
    const auto show = [](DesktopKey *key, bool on) {
        key->setCheckable(true);
        key->setChecked(on);
    };
    show(m_large, habits.largeText);
    show(m_contrast, habits.highContrast);
    show(m_list, habits.face == ConsoleFace::List);
    const bool signedIn = view.phase != DeskPhase::SignedOut && view.phase != DeskPhase::InLobby;
    m_list->setVisible(signedIn);
    m_bar->setVisible(signedIn);
    m_everywhere->setMarkup(CounterWords::globalKeys(reach, missing));
    m_everywhere->setVisible(signedIn);
}

void LookPage::takeFocus() { m_language->setFocus(Qt::OtherFocusReason); }

void LookPage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        break;
    case Qt::Key_Down:
        focusNextChild();
        break;
    case Qt::Key_Up:
        focusPreviousChild();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace antre
