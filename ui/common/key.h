// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/fittedtext.h"
#include "common/theme.h"

#include <QAbstractButton>
#include <QVariantAnimation>

class QTouchEvent;

namespace antre {

/// Plain stands on the page, Primary is the one yellow next step of a screen, Bar stands on the
/// help bar.
enum class KeyKind { Plain, Primary, Bar };

/// What a key shows: picture and words, side by side or the picture above.
struct KeyContent
{
    QString text; ///< may hold <b>
    QString icon = {}; ///< name as in icons.h; empty: none
    QString second = {}; ///< a quieter line below the text
    int iconPx = 0; ///< 0: 1.3 times the text
    Type type = Type::Lead;
    Weight weight = Weight::Bold;
    bool column = false; ///< picture above the words
    bool centred = true;
};

/// Whatever can be pressed: a face on an edge, two flat fills. The face drops on touch, at once,
/// and the key acts when the finger leaves inside it (PressGuard says which finger counts). A
/// checkable key stays down, with a border and a check mark. Keyboard: Space, Enter, OK; a screen
/// reader finds a button with name and description. Subclasses paint their own content on the face.
class Key : public QAbstractButton
{
    Q_OBJECT
public:
    Key(const Theme &theme, KeyKind kind, QWidget *parent = nullptr);
    Key(const Theme &theme, KeyKind kind, const KeyContent &content, QWidget *parent = nullptr);

    /// Another kind: the yellow next step moves from key to key.
    void setKind(KeyKind kind);
    [[nodiscard]] KeyKind kind() const { return m_kind; }
    void setContent(const KeyContent &content);
    [[nodiscard]] const KeyContent &content() const { return m_content; }

    /// One of many that are played one after another, such as a keyboard's letters.
    void setTyping();
    /// Room left and right of the content.
    void setPadding(int pixels) { m_padding = pixels; }

    /// Closed: the ground shows through, the reason is read out; it can still be pressed and leads
    /// on.
    void setClosed(bool closed, const QString &reason = {});
    [[nodiscard]] bool isClosed() const { return m_closed; }

    /// Whether a text of the content had to be cut at the present size.
    [[nodiscard]] bool isCut() const;
    /// The letters of its text at the present size; 0: it has none.
    [[nodiscard]] int shownPx() const;
    /// Text and ground, for measuring contrast.
    [[nodiscard]] QColor inkColour() const;
    [[nodiscard]] QColor faceColour() const;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// Paints what stands on the face. `face` is the area inside the border, already dropped if
    /// pressed.
    virtual void paintContent(QPainter &painter, const QRect &face);
    /// Whether paintContent had to cut a text if it painted on `face`.
    [[nodiscard]] virtual bool cutsOn(const QRect &face) const;
    /// The size of the letters in which its name then stands.
    [[nodiscard]] virtual int pxOn(const QRect &face) const;
    [[nodiscard]] QColor iconColour() const;
    [[nodiscard]] int padding() const { return m_padding; }

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool touch(QTouchEvent *event);
    void pressed();
    void moved(bool inside);
    void released(bool inside);
    void cancelled();
    void liftSlowly();
    [[nodiscard]] bool isDropped() const;
    [[nodiscard]] QRect faceRect(int drop) const;
    [[nodiscard]] QRect innerFace() const;
    [[nodiscard]] QColor lineColour() const;
    [[nodiscard]] FittedText fittedText(QSize room) const;
    [[nodiscard]] std::pair<int, FittedText> columnParts(QSize area) const;

    Theme m_theme;
    KeyKind m_kind;
    KeyContent m_content;
    QVariantAnimation m_lift;
    int m_touchId = -1;
    int m_padding = 0;
    bool m_holding = false;
    bool m_closed = false;
};

} // namespace antre
