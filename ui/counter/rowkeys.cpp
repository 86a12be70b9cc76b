// SPDX-License-Identifier: Apache-2.0
#include "counter/rowkeys.h"

#include "common/desktopkey.h"

#include <QHBoxLayout>

namespace antre {

RowKeys::RowKeys(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.dp(8), 0, theme.dp(16), 0);
    row->setSpacing(theme.dp(8));
    row->addStretch();
}

/// Always the same wishes for one row, so that a key that is held stays the same key.
void RowKeys::setKeys(const std::vector<RowKey> &keys)
{
    for (size_t i = m_keys.size(); i < keys.size(); ++i) {
        auto *key = new DesktopKey(m_theme, KeyKind::Plain, {}, QString(), this);
        key->setFocusPolicy(Qt::NoFocus);
        key->setFixedHeight(m_theme.dp(36));
        key->setPadding(m_theme.dp(9));
        layout()->addWidget(key);
        connect(key, &DesktopKey::clicked, this, [this, i] { Q_EMIT pressed(m_wishes[i]); });
        m_keys.push_back(key);
    }
    m_wishes.clear();
    for (size_t i = 0; i < m_keys.size(); ++i) {
        m_keys[i]->setVisible(i < keys.size());
        if (i >= keys.size())
            continue;
        const RowKey &wanted = keys[i];
        m_wishes.push_back(wanted.wish);
        m_keys[i]->setCap(wanted.cap);
        m_keys[i]->setContent({.text = u"<b>" % wanted.words % u"</b>",
            .icon = wanted.icon,
            .iconPx = m_theme.dp(18),
            .type = Type::Body,
            .weight = Weight::Regular});
        m_keys[i]->setAccessibleName(wanted.name);
        const bool isClosed
            = !wanted.state.isUsable() && wanted.state.hindrance != Hindrance::Working;
        m_keys[i]->setClosed(isClosed, wanted.reason);
        m_keys[i]->setToolTip(wanted.reason.isEmpty() ? wanted.name : wanted.reason);
        m_keys[i]->setDown(wanted.state.isPending);
    }
}

} // namespace antre
