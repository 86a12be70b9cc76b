// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QSize>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace antre {

/// How a text may give way when its place is small.
struct FitRules
{
    double lineHeight = 1.25; ///< times the font's pixel size
    int minPixels = 0; ///< the smallest font allowed; 0: as given, never smaller
    int maxLines = 0; ///< 0: as many as the height takes
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A text made to fit: it wraps before it shrinks, shrinks before it is cut, and says whether it
/// was cut.
/// `<b>…</b>` is bold, '\n' ends a line, a soft hyphen shows where a word may part. Nothing else is
/// markup.
class FittedText
{
public:
    FittedText() = default;
    FittedText(const QString &markup, const QFont &font, QSize box, FitRules rules = {});

    /// The height that the text needs at `width` without shrinking.
    [[nodiscard]] static int heightFor(
        const QString &markup, const QFont &font, int width, double lineHeight = 1.25);
    /// The width of its longest line when nothing wraps.
    [[nodiscard]] static int naturalWidth(const QString &markup, const QFont &font);
    /// Without the markup, as a screen reader should read it.
    [[nodiscard]] static QString plain(const QString &markup);

    void paint(QPainter &painter, const QRect &box, QColor colour) const;
    /// Where the bold parts stand, one rectangle a line; the text begins at 0, 0.
    [[nodiscard]] std::vector<QRectF> boldRects() const;

    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] int pixelSize() const { return m_pixels; }
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int width() const { return m_width; }

private:
    bool layOut(const QString &markup, QFont font, QSize box);
    void cutToFit(const QString &markup, QFont font, QSize box);

    std::shared_ptr<QTextLayout> m_layout;
    FitRules m_rules;
    int m_pixels = 0;
    int m_height = 0;
    int m_width = 0;
    bool m_cut = false;
};

} // namespace antre
