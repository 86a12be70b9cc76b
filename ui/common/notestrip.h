// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/fittedtext.h"
#include "common/theme.h"

#include <QLabel>

namespace antre {

/// Plain is news that concerns the visitor (a break), Bad what has stopped, Done what went well,
/// Calm what the house is coping with. Colour is never the only sign: each has its picture.
enum class NoteKind { Plain, Bad, Done, Calm };

/// A strip that says something. It has no edge: it can't be pressed.
class NoteStrip : public QLabel
{
    Q_OBJECT
public:
    NoteStrip(const Theme &theme, NoteKind kind, const QString &icon, const QString &markup,
        Type type = Type::Lead, QWidget *parent = nullptr);

    void setNote(NoteKind kind, const QString &icon, const QString &markup);
    [[nodiscard]] bool isCut() const { return m_fitted.isCut(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QRect textRect(QSize size) const;
    [[nodiscard]] int iconPx() const;
    [[nodiscard]] bool isTight() const;
    [[nodiscard]] int above() const;
    [[nodiscard]] int before() const;
    void fit();

    Theme m_theme;
    NoteKind m_kind;
    QString m_icon;
    QString m_markup;
    Type m_type;
    FittedText m_fitted;
};

} // namespace antre
