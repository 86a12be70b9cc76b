// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QLabel>

namespace antre {

/// A QR code with the white margin that cameras need, whatever the theme. `code` has one pixel a
/// module and no margin of its own, or any whole multiple of that; it is enlarged to a whole number
/// of pixels a module.
class QrPicture : public QLabel
{
    Q_OBJECT
public:
    QrPicture(const QImage &code, int pixels, const QString &spoken, QWidget *parent = nullptr);
    void setCode(const QImage &code);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_code;
};

} // namespace antre
