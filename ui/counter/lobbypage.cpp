// SPDX-License-Identifier: Apache-2.0
#include "counter/lobbypage.h"

#include "common/card.h"
#include "common/notestrip.h"
#include "counter/counternote.h"
#include "counter/counterwords.h"

#include <QVBoxLayout>

namespace antre {

static constexpr int cardWidthMax = 860;
static constexpr int cardHeightMax = 860;

LobbyPage::LobbyPage(const Theme &theme, std::optional<TerminalId> place, QWidget *parent)
    : QWidget(parent)
    , m_note(new NoteStrip(
          theme, NoteKind::Plain, QStringLiteral("ui-info"), QString(), Type::Body, this))
    , m_issue(new IssuePanel(theme, std::move(place), this))
{
    m_note->hide();
    m_issue->standAlone();
    auto *card = new Card(theme, this);
    card->setMaximumSize(theme.dp(cardWidthMax), theme.dp(cardHeightMax));
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(theme.dp(4), theme.dp(4), theme.dp(4), theme.dp(4));
    inside->setSpacing(0);
    inside->addWidget(m_note);
    inside->addWidget(m_issue, 1);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(theme.dp(20), theme.dp(14), theme.dp(20), theme.dp(14));
    all->addWidget(card);
}

void LobbyPage::setView(const CounterView &view, const QString &hint)
{
    m_issue->setView(view);
    CounterNote note = noteOf(view, hint);
    if (note.markup.isEmpty() && !view.news.empty() && !view.issued)
        note = {view.news.front().isBad ? NoteKind::Bad : NoteKind::Plain,
            QStringLiteral("ui-warning"), CounterWords::news(view.news.front())};
    showNote(*m_note, note);
}

} // namespace antre
