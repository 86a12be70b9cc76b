// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/look.h"

#include <QLabel>

namespace antre {

/// What was typed, with a caret behind it. Nothing to press: no selection, no menu, no clipboard.
class SearchField : public QLabel
{
    Q_OBJECT
public:
    explicit SearchField(const Look &look, QWidget *parent = nullptr);
    void setQuery(const QString &query);
    /// At its far end, where there is no room below it: how many were found.
    void setRemark(const QString &markup);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintQuery(QPainter &painter, const QRect &words);

    Look m_look;
    QString m_query;
    QString m_remark;
};

} // namespace antre
