// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/officerscreen.h"
#include "kiosk/pages.h"

#include <functional>

class QGridLayout;
class QHBoxLayout;

namespace antre {

/// What all of the officer's pages have: a title, what is special to each, and "Back" where it
/// always is.
class OfficerPage : public Page
{
    Q_OBJECT
public:
    OfficerPage(const Look &look, const QString &title, const QString &who, const QString &back,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void backWanted();
    void wanted(const antre::OfficerWish &wish);

protected:
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// The row of "Back"; what comes in stands right of it.
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    /// Keys side by side, as many as the screen has room for.
    [[nodiscard]] int columns() const;
    [[nodiscard]] int keyHeight() const;
    Key *wishKey(const QString &text, const QString &icon, const OfficerWish &wish);
    TextLabel *addText(QBoxLayout *layout, const QString &markup, Type type = Type::Lead,
        Weight weight = Weight::Regular);

private:
    QVBoxLayout *m_content;
    QHBoxLayout *m_foot;
};

/// What an officer can do here.
class OfficerMenu : public OfficerPage
{
    Q_OBJECT
public:
    enum class Where { Slips, Printers, Kiosk, Pause };
    OfficerMenu(const Look &look, const OfficerScreen &screen, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(antre::OfficerMenu::Where where);
};

/// Today's slips, those in doubt first, a few at a time.
class OfficerSlips : public OfficerPage
{
    Q_OBJECT
public:
    OfficerSlips(
        const Look &look, const OfficerScreen &screen, int part, QWidget *parent = nullptr);

Q_SIGNALS:
    void partWanted(int part);

private:
    QWidget *row(const OfficerSlip &slip);
    void addPartKeys(int part, int parts);
};

/// Each printer's state and paper, and what to do with it.
class OfficerPrinters : public OfficerPage
{
    Q_OBJECT
public:
    OfficerPrinters(const Look &look, const OfficerScreen &screen, QWidget *parent = nullptr);

private:
    QWidget *card(const OfficerScreen &screen, size_t printer);
};

/// Network, clock, version, volume, brightness; restart, leave.
class OfficerKiosk : public OfficerPage
{
    Q_OBJECT
public:
    OfficerKiosk(const Look &look, const OfficerScreen &screen, QWidget *parent = nullptr);

private:
    QWidget *facts(const OfficerScreen &screen);
    QWidget *level(
        const QString &name, int percent, int least, const std::function<OfficerWish(int)> &wish);
    /// Restarting and leaving take two touches, on keys in different places.
    void askTwice(
        QHBoxLayout *row, const QString &text, const QString &sure, const OfficerWish &wish);
};

/// Which sentence visitors read while the kiosk rests.
class OfficerPause : public OfficerPage
{
    Q_OBJECT
public:
    OfficerPause(const Look &look, const OfficerScreen &screen, QWidget *parent = nullptr);
    /// The visitors' sentence, and the officer's name for it.
    [[nodiscard]] static QString sentence(RestReason reason);
    [[nodiscard]] static QString name(RestReason reason);
};

} // namespace antre
