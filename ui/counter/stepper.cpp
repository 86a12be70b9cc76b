// SPDX-License-Identifier: Apache-2.0
#include "counter/stepper.h"

#include "common/desktopkey.h"
#include "common/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>

#include <algorithm>

namespace antre {

static DesktopKey *stepKey(
    const Theme &theme, const QString &sign, const QString &name, QWidget *parent)
{
    auto *key = new DesktopKey(
        theme, KeyKind::Plain, {.text = u"<b>" % sign % u"</b>", .type = Type::Title}, {}, parent);
    key->setFixedSize(theme.dp(56), theme.dp(46));
    key->setAccessibleName(name);
    return key;
}

Stepper::Stepper(const Theme &theme, const QString &name, Range range, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_range(range)
    , m_value(range.least)
    , m_words([](int value) { return QString::number(value); })
    , m_less(stepKey(theme, QStringLiteral("−"), tr("less"), this))
    , m_shown(new TextLabel(theme, QString(), Type::Lead, Weight::Bold, this))
    , m_more(stepKey(theme, QStringLiteral("+"), tr("more"), this))
{
    m_shown->setAlign(Qt::AlignCenter);
    m_shown->setOneLine();
    m_shown->setMinimumWidth(theme.dp(150));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.dp(10));
    row->addWidget(m_less);
    row->addWidget(m_shown);
    row->addWidget(m_more);
    row->addStretch();
    connect(m_less, &DesktopKey::clicked, this, [this] { step(-1); });
    connect(m_more, &DesktopKey::clicked, this, [this] { step(1); });
    show();
}

void Stepper::setWords(const std::function<QString(int)> &words)
{
    m_words = words;
    show();
}

void Stepper::setValue(int value)
{
    const int kept = std::clamp(value, m_range.least, m_range.most);
    if (std::exchange(m_value, kept) == kept)
        return;
    show();
    Q_EMIT valueChanged(m_value);
}

void Stepper::step(int direction)
{
    const int below = m_value / m_range.step * m_range.step;
    if (direction > 0)
        setValue(below + m_range.step);
    else
        setValue(below == m_value ? m_value - m_range.step : below);
}

void Stepper::show()
{
    m_shown->setMarkup(m_words(m_value));
    m_shown->setAccessibleName(m_name % u": " % m_words(m_value));
    m_less->setClosed(m_value <= m_range.least);
    m_more->setClosed(m_value >= m_range.most);
    if (!isVisible())
        return;
    QAccessibleEvent changed(m_shown, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace antre
