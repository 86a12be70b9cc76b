// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/firststartscreen.h"
#include "kiosk/officerpages.h"

class QKeyEvent;

namespace antre {

class CameraPicture;

/// What all pages of the first start have: a title, how far it is, and the place of the next step.
class FirstStartPage : public OfficerPage
{
    Q_OBJECT
public:
    FirstStartPage(const Look &look, const FirstStartScreen &screen, const QString &title,
        bool mayGoBack, QWidget *parent = nullptr);

protected:
    /// The yellow key that leads on.
    Key *nextKey(const QString &text, const QString &icon);
    Key *plainKey(const QString &text, const QString &icon = {});
    /// What went wrong, or that an answer is awaited.
    void addState(const FirstStartScreen &screen, const QString &busy);
    [[nodiscard]] Type textType() const { return look().isSmall() ? Type::Body : Type::Lead; }
};

/// Typing the service's address or the code for this kiosk, or holding the code of both before the
/// camera.
class FirstStartTyping : public FirstStartPage
{
    Q_OBJECT
public:
    enum class What { Address, Code };
    FirstStartTyping(const Look &look, const FirstStartScreen &screen, What what,
        const QString &typed, QWidget *parent = nullptr);
    void setPicture(const QImage &picture);
    /// A key of a real keyboard. Whether it typed something.
    [[nodiscard]] bool takesKey(const QKeyEvent &event);
    [[nodiscard]] static QString otherLanguage(const QString &language);

Q_SIGNALS:
    void changed(const QString &typed);
    void entered(const QString &typed);
    void otherLanguageWanted();

private:
    static constexpr qsizetype addressMax = 60;
    static constexpr qsizetype codeSigns = 8;

    QWidget *fieldCard();
    void type(QChar letter);
    void setTyped(const QString &typed);
    void enter();
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] QString shown() const;

    What m_what;
    QString m_typed;
    TextLabel *m_field = nullptr;
    Key *m_next = nullptr;
    CameraPicture *m_camera = nullptr;
};

/// The print service's queues, to choose one.
class FirstStartPrinters : public FirstStartPage
{
    Q_OBJECT
public:
    FirstStartPrinters(
        const Look &look, const FirstStartScreen &screen, int part, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &id);
    void lookAgainWanted();
    void partWanted(int part);
};

/// A slip on paper, and whether all of it is there.
class FirstStartTestSlip : public FirstStartPage
{
    Q_OBJECT
public:
    FirstStartTestSlip(const Look &look, const FirstStartScreen &screen, QWidget *parent = nullptr);

Q_SIGNALS:
    void printWanted();
    void paperChosen(int millimetres);
    void isRight();

private:
    QBoxLayout *papers(const FirstStartScreen &screen);
};

/// A card as large as one in a purse, if the screen knows its size.
class CardOutline : public QWidget
{
    Q_OBJECT
public:
    /// ISO/IEC 7810 ID-1: identity cards, bank cards and driving licences alike.
    static constexpr double cardMm = 85.60;
    static constexpr double cardHighMm = 53.98;

    explicit CardOutline(const Look &look, QWidget *parent = nullptr);
    void setCardPx(double wide);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    double m_wide = 0;
};

/// Holding a card against the glass until the one on the screen is as large.
class FirstStartSize : public FirstStartPage
{
    Q_OBJECT
public:
    /// Narrower and wider glass is none of a kiosk's.
    static constexpr double leastMm = 180;
    static constexpr double mostMm = 2500;

    /// `pixels`: the screen's width.
    FirstStartSize(
        const Look &look, const FirstStartScreen &screen, int pixels, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(double mmWidth);

private:
    void grow(double factor);

    int m_pixels;
    double m_mmWidth;
    CardOutline *m_card;
};

/// What was set up, and the key that opens the kiosk.
class FirstStartDone : public FirstStartPage
{
    Q_OBJECT
public:
    FirstStartDone(const Look &look, const FirstStartScreen &screen, QWidget *parent = nullptr);

Q_SIGNALS:
    void openWanted();
};

} // namespace antre
