// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QLabel>

class QPainter;

namespace antre {

/// A small picture with a word on seaTint: a state, a priority class. It has no edge: nothing to
/// press.
void paintChip(QPainter &painter, const QRect &box, const Theme &theme, const QString &icon,
    const QString &text);
[[nodiscard]] QSize chipSize(const Theme &theme, const QString &icon, const QString &text);

class Chip : public QLabel
{
    Q_OBJECT
public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);
    /// Hides itself when there is no text.
    void setChip(const QString &icon, const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    QString m_icon;
};

} // namespace antre
