// SPDX-License-Identifier: Apache-2.0
#include "common/helpbar.h"

#include "common/key.h"

#include <QBoxLayout>
#include <QPainter>

namespace antre {

static QString iconOf(Help help)
{
    switch (help) {
    case Help::Language:
        return QStringLiteral("ui-language");
    case Help::LargeText:
        return QStringLiteral("ui-text-size");
    case Help::Contrast:
        return QStringLiteral("ui-contrast");
    case Help::Lower:
        return QStringLiteral("ui-reach");
    case Help::Listen:
        return QStringLiteral("ui-listen");
    }
    return {};
}

QString HelpBar::word(Help help, const QString &otherLanguage) const
{
    switch (help) {
    case Help::Language:
        return otherLanguage;
    case Help::LargeText:
        return tr("Large text");
    case Help::Contrast:
        return tr("Contrast");
    case Help::Lower:
        return tr("Lower");
    case Help::Listen:
        return tr("Listen");
    }
    return {};
}

HelpBar::HelpBar(const Theme &theme, Height height, const QList<Help> &offered,
    const QString &otherLanguage, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const bool tall = height == Height::Tall;
    const bool small = !tall && theme.scale().pxPerMm < 3.7;
    auto *row = new QHBoxLayout(this);
    const int side = tall ? theme.margin() : theme.px(small ? 6.5 : 7.4);
    const int above = theme.px(tall ? 4.5 : small ? 2.1 : 3.5);
    row->setContentsMargins(side, above, side, above);
    row->setSpacing(theme.px(3));
    for (const auto help : offered) {
        KeyContent content{.text = word(help, otherLanguage), .icon = iconOf(help)};
        content.iconPx = theme.px(tall ? 15.5 : small ? 10 : 12);
        content.type = Type::Caption;
        content.weight = Weight::Regular;
        content.column = tall;
        auto *key = new Key(theme, KeyKind::Bar, content, this);
        key->setFixedHeight(theme.px(tall ? 41 : small ? 20.5 : 27));
        // Checked is shown by the owner of the wish, not by the touch itself.
        connect(key, &Key::clicked, this, [this, help] { Q_EMIT wanted(help); });
        m_keys.insert(help, key);
        row->addWidget(key, 1);
    }
}

void HelpBar::setOn(Help help, bool on)
{
    if (auto *key = m_keys.value(help)) {
        key->setCheckable(on);
        key->setChecked(on);
    }
}

void HelpBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::SeaDeep));
    if (m_theme.isHighContrast())
        painter.fillRect(0, 0, width(), m_theme.border(), m_theme.colour(Colour::Line));
}

} // namespace antre
