// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/pages.h"

namespace antre {

/// What the camera sees, mirrored, cut to fill the place; before the first picture what to do.
class CameraPicture : public QLabel
{
    Q_OBJECT
public:
    explicit CameraPicture(const Look &look, QWidget *parent = nullptr);
    void setPicture(const QImage &picture);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintMarks(QPainter &painter) const;

    Look m_look;
    QImage m_picture;
};

/// Hold a code before the camera or the reader: what it is, and what can be done with it. A code
/// that comes next takes the place of the last one.
class ScanPage : public Page
{
    Q_OBJECT
public:
    ScanPage(const Look &look, const ScanView &view, QWidget *parent = nullptr);
    void setPicture(const QImage &picture);

Q_SIGNALS:
    void backWanted();
    /// The slip of the ticket whose code it is, once more.
    void slipWanted();

private:
    void layOutTall(const ScanView &view);
    void layOutWide(const ScanView &view);
    void addContent(QBoxLayout *column, const ScanView &view);
    QWidget *foundCard(const ScanFound &found);
    QWidget *howCard(const ScanView &view);
    Key *backKey();
    Key *slipKey();

    CameraPicture *m_camera = nullptr;
};

} // namespace antre
