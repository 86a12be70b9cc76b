// SPDX-License-Identifier: Apache-2.0
#include "kiosk/questioncard.h"

#include "common/key.h"
#include "common/numberlabel.h"
#include "common/textlabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace antre {

QuestionCard::QuestionCard(const Look &look, const QuestionView &view, QWidget *parent)
    : Card(look.theme, parent)
    , m_look(look)
{
    setStripe(Colour::Sea);
    const auto &theme = look.theme;
    auto *yes = answer(view.yes, view.yesIcon);
    auto *no = answer(view.no, view.noIcon);
    connect(yes, &Key::clicked, this, [this] { Q_EMIT answered(true); });
    connect(no, &Key::clicked, this, [this] { Q_EMIT answered(false); });
    // Where height is dear the answers stand beside the question.
    const bool isTall = look.isPortrait();
    auto *all = new QBoxLayout(isTall ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    const int inset = theme.px(look.isPortrait() ? 8 : look.isSmall() ? 1.5 : 3);
    all->setContentsMargins(theme.px(4) + std::max(inset, theme.px(3)), inset, inset, inset);
    all->setSpacing(theme.px(look.isSmall() ? 3 : 5));
    all->addWidget(words(view), 1);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(theme.px(look.isPortrait() ? 5 : 3.5));
    for (auto *key : {no, yes}) {
        if (!isTall)
            key->setFixedWidth(theme.px(look.isSmall() ? 50 : 72));
        answers->addWidget(key, 1);
    }
    all->addLayout(answers);
}

/// The question holds the number; where there is room it stands large beside it, too.
QWidget *QuestionCard::words(const QuestionView &view)
{
    const auto &theme = m_look.theme;
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(7));
    if (m_look.isPortrait() && !view.number.isEmpty())
        row->addWidget(new NumberLabel(theme, view.number, theme.px(m_look.low ? 20 : 30), box));
    auto *column = new QVBoxLayout;
    column->setSpacing(theme.px(m_look.isPortrait() ? 1 : 0));
    m_left = new TextLabel(theme, {}, Type::Caption, Weight::Regular, box);
    m_left->setColour(theme.colour(Colour::Ink2));
    auto *question = new TextLabel(theme, view.question,
        m_look.isPortrait() && !m_look.low ? Type::Title : Type::Lead, Weight::Bold, box);
    auto *whom = new TextLabel(theme, view.whom, Type::Body, Weight::Regular, box);
    column->addStretch(1);
    if (!m_look.isPortrait()) {
        auto *first = new QHBoxLayout;
        first->addWidget(question, 1);
        first->addWidget(m_left);
        m_left->setOneLine();
        column->addLayout(first);
        column->addWidget(whom);
    } else {
        column->addWidget(question);
        column->addWidget(whom);
        column->addWidget(m_left);
    }
    column->addStretch(1);
    row->addLayout(column, 1);
    return box;
}

Key *QuestionCard::answer(const QString &text, const QString &icon)
{
    const auto &theme = m_look.theme;
    // Fifteen inches have no room for the picture beside two lines.
    KeyContent content{.text = text, .icon = m_look.isSmall() ? QString() : icon};
    content.iconPx = theme.px(m_look.isPortrait() ? 13 : 9);
    content.type = m_look.isPortrait() ? Type::Lead : Type::Body;
    auto *key = new Key(theme, KeyKind::Plain, content, this);
    key->setFixedHeight(theme.px(m_look.isPortrait() && !m_look.low ? 34
            : m_look.isSmall()                                      ? 20.5
                                                                    : 26));
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return key;
}

void QuestionCard::setLeft(const QString &sentence)
{
    if (m_left->text() != sentence)
        m_left->setMarkup(sentence);
}

} // namespace antre
