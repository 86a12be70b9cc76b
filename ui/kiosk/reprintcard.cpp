// SPDX-License-Identifier: Apache-2.0
#include "kiosk/reprintcard.h"

#include "common/key.h"
#include "common/numberlabel.h"
#include "common/textlabel.h"

#include <QBoxLayout>

namespace antre {

ReprintCard::ReprintCard(const Look &look, const ReprintView &view, QWidget *parent)
    : Card(look.theme, parent)
    , m_look(look)
{
    setStripe(Colour::Sea);
    const auto &theme = look.theme;
    auto *print = answer(tr("Print again"), QStringLiteral("ui-printer"));
    auto *there = answer(tr("I have my slip"), QStringLiteral("ui-check"));
    connect(print, &Key::clicked, this, &ReprintCard::printWanted);
    connect(there, &Key::clicked, this, &ReprintCard::slipThere);
    // Where height is dear the answers stand beside the question.
    const bool isTall = look.isPortrait();
    auto *all = new QBoxLayout(isTall ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    const int inset = theme.px(look.isPortrait() ? 8 : look.isSmall() ? 2.5 : 5);
    all->setContentsMargins(theme.px(3) + inset, inset, inset, inset);
    all->setSpacing(theme.px(look.isSmall() ? 3 : 5));
    all->addWidget(words(view), 1);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(theme.px(look.isPortrait() ? 5 : 3.5));
    answers->addWidget(there, 1);
    answers->addWidget(print, 1);
    all->addLayout(answers, isTall ? 0 : 1);
}

QWidget *ReprintCard::words(const ReprintView &view)
{
    const auto &theme = m_look.theme;
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(m_look.isSmall() ? 3 : 7));
    const double numberMm = m_look.isPortrait() ? (m_look.low ? 20 : 30)
        : m_look.isSmall()                      ? 12
                                                : 17;
    row->addWidget(new NumberLabel(theme, view.number, theme.px(numberMm), box));
    auto *column = new QVBoxLayout;
    column->setSpacing(theme.px(1));
    column->addStretch(1);
    column->addWidget(new TextLabel(theme, view.question,
        m_look.isPortrait() && !m_look.low ? Type::Title : Type::Lead, Weight::Bold, box));
    column->addWidget(new TextLabel(theme, view.whose, Type::Body, Weight::Regular, box));
    m_left = new TextLabel(theme, {}, Type::Caption, Weight::Regular, box);
    m_left->setColour(theme.colour(Colour::Ink2));
    column->addWidget(m_left);
    column->addStretch(1);
    row->addLayout(column, 1);
    return box;
}

Key *ReprintCard::answer(const QString &text, const QString &icon)
{
    const auto &theme = m_look.theme;
    KeyContent content{.text = text, .icon = icon};
    content.iconPx = theme.px(m_look.isPortrait() ? 13 : 10);
    auto *key = new Key(theme, KeyKind::Plain, content, this);
    key->setFixedHeight(theme.px(m_look.isPortrait() && !m_look.low ? 34
            : m_look.isSmall()                                      ? 20.5
                                                                    : 26));
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return key;
}

void ReprintCard::setLeft(const QString &sentence)
{
    if (m_left->text() != sentence)
        m_left->setMarkup(sentence);
}

} // namespace antre
